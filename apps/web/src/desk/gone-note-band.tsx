import type { Volume } from '../api/volume.js';
import { Icon } from '../app/icon.js';
import { useNoteRemoval } from '../notes/use-note-removal.js';
import { FormFault } from '../sign-in/form-fault.js';
import { undoOwn } from './do-markup.js';
import type { LetterSession } from './letter-session.js';
import type { Endnotes } from './use-endnotes.js';
import { type GoneNote, useGoneNotes } from './use-gone-notes.js';

/** Asks, beside the text, what becomes of a note whose last callout was deleted. */
export function GoneNotes(props: { session: LetterSession; volume: Volume | undefined; endnotes: Endnotes }) {
  const { session, volume } = props;
  const { gone, keep } = useGoneNotes(session, props.endnotes);
  return volume
    ? gone.map((note) => (
        <GoneNoteBand
          key={note.id}
          session={session}
          volume={volume}
          note={note}
          onKeep={() => {
            keep(note.id);
            session.view.focus();
          }}
        />
      ))
    : null;
}

function GoneNoteBand(props: { session: LetterSession; volume: Volume; note: GoneNote; onKeep: () => void }) {
  const { session, volume, note } = props;
  const mayRemove = ['editor', 'chief editor'].includes(volume.role);
  const remove = useNoteRemoval(
    { editionId: volume.id, letterId: volume.fileId ?? '', noteId: note.id },
    { before: () => saved(session), onRemoved: props.onKeep },
  );
  return (
    <section className="band" aria-label={`Endnote ${note.figure} without a callout`}>
      <Icon name="warning" />
      <p role="status">
        <strong>That was the last callout of endnote {note.figure}.</strong> Nothing calls the note now: it
        would print without a place that leads to it.
      </p>
      <FormFault error={remove.error} />
      {mayRemove ? (
        <button
          type="button"
          className="btn small"
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        >
          Remove both
        </button>
      ) : null}
      <button type="button" className="btn small" onClick={props.onKeep}>
        Keep the note
      </button>
      <button type="button" className="btn small" onClick={() => undoOwn(session)}>
        Undo
      </button>
    </section>
  );
}

/** When the server has all that was changed: it counts the callouts that it has. */
function saved({ saver }: LetterSession): Promise<void> {
  if (saver.unsent === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = saver.state.subscribe(() => {
      if (saver.unsent > 0) return;
      stop();
      resolve();
    });
  });
}
