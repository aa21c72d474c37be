import { enterRecognized } from '@chancery/importing/recognized';
import type { RecognitionAnswer } from '@chancery/server/api';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { putRecognized, recognizeImage, stopRecognition } from '../api/recognitions.js';
import { FileButton } from '../app/file-button.js';
import { Icon } from '../app/icon.js';
import type { LetterSession } from '../desk/letter-session.js';
import { counted } from '../letters/counted.js';
import { isEntered } from './doubtful-words.js';
import { DoubtsBar } from './doubts-bar.js';
import type { LeafInFile } from './edit-zones.js';
import type { Leaf } from './use-leaves.js';
import type { ZoneInText, ZoneOfLeaf } from './zones-of-doc.js';

/** What is done with the text and the lines of a leaf: they are read off its picture, or taken from a file, and put into the letter. */
export function LeafLines(props: {
  session: LetterSession;
  letterId: string;
  leaf: Leaf;
  inFile: LeafInFile;
  /** The leaf before it. */
  before: Leaf | undefined;
  zones: readonly ZoneOfLeaf[];
  linked: readonly ZoneInText[];
  recognition: RecognitionAnswer | undefined;
  canEdit: boolean;
}) {
  const { session, letterId, leaf, zones, linked, recognition, canEdit } = props;
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ words: string; fault: boolean }>();
  const [breaks, setBreaks] = useState(true);
  const { state, page } = recognition ?? {};
  const reading = state === 'queued' || state === 'running';
  const waiting = state === 'done' && page && !isEntered(page, zones) ? page : undefined;

  async function doing(work: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setSaid(undefined);
    try {
      await work();
      await queries.invalidateQueries({ queryKey: ['letter', letterId, 'recognitions'] });
    } catch (error) {
      setSaid({ words: error instanceof Error ? error.message : String(error), fault: true });
    } finally {
      setBusy(false);
    }
  }

  async function putIn(): Promise<void> {
    if (!waiting) return;
    await session.source.open();
    const letter = session.source.now();
    if (!letter) return;
    const { source, ...came } = enterRecognized(letter.source, {
      leaf: props.inFile,
      page: waiting,
      follows: props.before?.pointers ?? [],
      breaks,
    });
    session.source.replace(source);
    setSaid({ words: whatCame(came), fault: false });
    await queries.invalidateQueries({ queryKey: ['letter', letterId, 'images'] });
  }

  return (
    <section className="leaf-lines" aria-label="Text and lines of the image">
      {said || state === 'failed' ? (
        <p
          className={said && !said.fault ? 'said' : 'st err'}
          role={said && !said.fault ? 'status' : 'alert'}
        >
          {said && !said.fault ? null : <Icon name="error" />}
          {said?.words ?? recognition?.error}
        </p>
      ) : null}
      {reading ? (
        <div className="do">
          <progress
            max={100}
            value={state === 'queued' ? undefined : recognition?.percent}
            aria-label="Reading the text"
          />
          <span>
            {state === 'queued' ? 'Waiting to read the text' : `Reading the text: ${recognition?.percent} %`}
          </span>
          {canEdit && recognition ? (
            <button
              type="button"
              className="btn small"
              onClick={() => void doing(() => stopRecognition(letterId, recognition.id))}
            >
              Stop
            </button>
          ) : null}
        </div>
      ) : null}
      {waiting && canEdit ? (
        <div className="do">
          <span>
            {counted(waiting.blocks.flatMap(({ lines }) => lines).length, 'line')} read on this image
          </span>
          <button
            type="button"
            className="btn small primary"
            aria-disabled={busy}
            onClick={() => void doing(putIn)}
          >
            Put into the letter
          </button>
          <label>
            <input type="checkbox" checked={breaks} onChange={({ target }) => setBreaks(target.checked)} />{' '}
            Add line breaks where the text has none
          </label>
        </div>
      ) : null}
      {recognition && state === 'done' && !waiting ? (
        <DoubtsBar
          session={session}
          letterId={letterId}
          recognition={recognition}
          linked={linked}
          canEdit={canEdit}
        />
      ) : null}
      {canEdit && !reading ? (
        <div className="do">
          {leaf.elsewhere ? (
            <span className="quiet">Kept by {leaf.elsewhere.host}: its text is not read here.</span>
          ) : (
            <button
              type="button"
              className="btn small ghost"
              aria-disabled={busy}
              onClick={() => void doing(() => recognizeImage(letterId, leaf.id))}
            >
              Read the text of this image (OCR)
            </button>
          )}
          <FileButton
            className="btn small ghost"
            accept=".xml,.hocr,.html,.htm"
            label="File in PAGE-XML, ALTO or hOCR"
            disabled={busy}
            onFile={(file) => void doing(() => putRecognized(letterId, leaf.id, file))}
          >
            Read lines from a file…
          </FileButton>
        </div>
      ) : null}
    </section>
  );
}

/** What is said of what was put into the letter. */
function whatCame(came: {
  drafted: boolean;
  lines: number;
  linked: number;
  unmatched: readonly string[];
}): string {
  if (came.drafted) return `The text of ${counted(came.lines, 'line')} is in the letter, as a draft.`;
  const told = `${came.linked} of ${counted(came.lines, 'line')} are linked with the text, which stays as it was.`;
  const [first] = came.unmatched;
  if (first === undefined) return told;
  const more = came.unmatched.length - 1;
  return `${told} Not found in the text: “${first}”${more > 0 ? ` and ${counted(more, 'other')}` : ''}.`;
}
