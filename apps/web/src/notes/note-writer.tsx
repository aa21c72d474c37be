import type { NoteToWrite, NoteWording } from '@chancery/server/api';
import { rowOf } from '@chancery/tei';
import { useEffect, useRef, useState } from 'react';
import { mod } from '../app/is-apple.js';
import { removeElement, setAttributeOf } from '../desk/do-markup.js';
import { MarksPanel, type Registers } from '../desk/marks-panel.js';
import { volumeFile } from '../desk/path-to-volume.js';
import type { WhereReferencesLead } from '../desk/where-references-lead.js';
import { type Caret, describeCaret } from '../editor/caret.js';
import { NoteDraft } from '../editor/note-draft.js';
import type { NoteInHand } from '../editor/writing.js';
import type { Store } from '../store/store.js';
import { useStore } from '../store/use-store.js';

/** Where a note is written: who takes it in hand, so that what is done at the caret is done there, and hears what is refused. */
export interface NoteDesk {
  takeInHand(note: NoteInHand): void;
  letGo(note?: NoteInHand['view']): void;
  tell(sentence: string): void;
  /** Where references lead that stand in what is open; undefined until it is known. */
  readonly leads: Store<WhereReferencesLead | undefined>;
}

/**
 * A note, written beside the text by the keys of the text: its words are marked, referred and emphasised as they are there. What
 * stands at the caret is shown under it.
 */
export function NoteWriter(props: {
  label: string;
  /** What the note holds at the start. */
  content: NoteWording['content'];
  /** How the server words the references that it holds at the start. */
  references?: NoteToWrite['references'] | undefined;
  act: string;
  busy: boolean;
  desk: NoteDesk;
  registers: Omit<Registers, 'volumePath'>;
  onSave: (content: NoteWording['content']) => void;
  /** Goes back, and keeps what was written on this device. */
  onEscape: () => void;
  /** Gives up what was written. */
  onLeave: () => void;
  onWritten: (content: NoteWording['content'], words: string) => void;
}) {
  const { desk, registers } = props;
  const place = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<NoteDraft>();
  const [caret, setCaret] = useState<Caret>();
  const [isBlank, setBlank] = useState(true);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!place.current) return undefined;
    const made = new NoteDraft(place.current, latest.current.content, {
      label: latest.current.label,
      onFocus: (view) => desk.takeInHand({ view, path: volumeFile }),
      onWritten: () => latest.current.onWritten(made.content, made.words),
      onChanged: () => {
        setCaret(describeCaret(made.view.state));
        setBlank(made.isBlank);
      },
      onSave: () => save(made, latest.current),
      onLeave: () => latest.current.onEscape(),
      tell: (sentence) => desk.tell(sentence),
    });
    setDraft(made);
    setBlank(made.isBlank);
    made.view.focus();
    return () => {
      desk.letGo(made.view);
      made.destroy();
    };
  }, [desk]);

  const leads = useStore(desk.leads);
  const { references } = props;
  useEffect(() => {
    const worded = new Map((references ?? []).map(({ written, words }) => [written, words]));
    if (leads) draft?.setReferences(leads.from(volumeFile, worded));
  }, [draft, leads, references]);

  const marked = caret && withMarksAlone(caret);
  const at = draft && { view: draft.view, tell: (sentence: string) => desk.tell(sentence) };
  return (
    <div className="note-writer">
      <p className="quiet" aria-hidden="true">
        {props.label}
      </p>
      <div className="note-text" ref={place} />
      <div className="do">
        <button
          type="button"
          className="btn small primary"
          disabled={isBlank || props.busy}
          onClick={() => (draft ? save(draft, props) : undefined)}
        >
          {props.act} <kbd>{mod} Enter</kbd>
        </button>
        <button type="button" className="btn small" onClick={props.onLeave}>
          Leave it
        </button>
      </div>
      {marked && at && marked.elements.length > 0 ? (
        <section className="note-marks" aria-label="At the caret in the note">
          <MarksPanel
            caret={marked}
            registers={{ ...registers, volumePath: '' }}
            session={undefined}
            mayEnter={false}
            canEdit
            onSet={(element, name, value) => setAttributeOf(at, element.id, name, value)}
            onRemove={(element) => {
              removeElement(at, element.id);
              at.view.focus();
            }}
          />
        </section>
      ) : null}
    </div>
  );
}

function save(
  draft: NoteDraft,
  to: { busy: boolean; onSave: (content: NoteDraft['content']) => void },
): void {
  if (!draft.isBlank && !to.busy) to.onSave(draft.content);
}

/** The marks around the caret; the paragraphs and lists of a note are not shown as such. */
function withMarksAlone(caret: Caret): Caret {
  return {
    ...caret,
    elements: caret.elements.filter(
      ({ owner, name }) => !('nodeSize' in owner) || rowOf(name)?.shape === 'leaf',
    ),
  };
}
