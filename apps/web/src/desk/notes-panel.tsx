import type { Endnote } from '@chancery/tei';
import type { Callout } from '../editor/callouts.js';
import { gapWords } from '../editor/gap-words.js';
import { FootnoteEditor } from './footnote-editor.js';
import type { LetterSession } from './letter-session.js';

/** The notes that are called in the letter, in the order of their callouts; page footnotes are written here. */
export function NotesPanel(props: {
  session: LetterSession;
  callouts: readonly Callout[];
  endnotes: readonly Endnote[];
  placeOf: (pos: number) => string;
  current: number | undefined;
}) {
  const { session } = props;
  if (props.callouts.length === 0)
    return (
      <h2>
        No notes are called in this letter. Ctrl M, then N calls an endnote at the caret, F begins a page
        footnote.
      </h2>
    );
  return (
    <>
      <h2>Called in this letter</h2>
      <ul>
        {props.callouts.map((callout) => {
          const on = callout.pos === props.current;
          return (
            <li
              key={String(callout.node.attrs.id)}
              className={on ? 'card it on' : 'card it'}
              aria-current={on ? 'true' : undefined}
            >
              <div className="top">
                <strong>
                  {callout.kind === 'endnote' ? 'Endnote' : 'Page footnote'} {callout.figure}
                </strong>
                <span className="w">{props.placeOf(callout.pos)}</span>
              </div>
              {callout.kind === 'endnote' ? (
                <EndnoteText note={props.endnotes.find((note) => note.id === callout.target)} />
              ) : (
                <FootnoteEditor session={session} callout={callout} />
              )}
              <div className="do">
                <button
                  type="button"
                  className="btn small ghost"
                  onClick={() => session.goTo(callout.pos + callout.node.nodeSize)}
                >
                  Go to the callout
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function EndnoteText({ note }: { note: Endnote | undefined }) {
  if (!note)
    return <p className="quiet">The volume has no such note. Choose another, or remove the callout.</p>;
  return note.text === undefined ? (
    <p className="quiet">{note.gap === undefined ? 'The note has no text yet.' : gapWords(note.gap)}</p>
  ) : (
    <p className="note-text">{note.text}</p>
  );
}
