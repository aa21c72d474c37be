import { attributeOf, noteNames } from '@chancery/prosemirror-tei';
import type { Endnote } from '@chancery/tei';
import type { Volume } from '../api/volume.js';
import { ThreadOn } from '../comments/thread-on.js';
import type { Callout } from '../editor/callouts.js';
import { gapWords } from '../editor/gap-words.js';
import { markupActions } from '../editor/markup-actions.js';
import { EndnoteCard, useEndnote } from '../notes/endnote-card.js';
import { NewEndnote } from '../notes/new-endnote.js';
import { type CalledHere, seriesWords } from '../notes/note-words.js';
import { addNote, addTextualNote, doMarkup, setAttributeOf } from './do-markup.js';
import { FootnoteEditor } from './footnote-editor.js';
import type { LetterSession } from './letter-session.js';
import { TextLine } from './metadata-fields.js';

/** The notes that are called in the letter, in the order of their callouts; page footnotes are written here. */
export function NotesPanel(props: {
  session: LetterSession;
  callouts: readonly Callout[];
  endnotes: readonly Endnote[];
  volume: Volume | undefined;
  /** What the letter is called where a note names it. */
  here: Omit<CalledHere, 'callouts'>;
  mayComment: boolean;
  /** What stands before `#` in a pointer to the volume's file. */
  volumePath: string;
  placeOf: (pos: number) => string;
  current: number | undefined;
}) {
  const { session } = props;
  const mayWrite = session.editable && ['editor', 'chief editor'].includes(props.volume?.role ?? '');
  const names = noteNames(session.view.state.doc);
  const back = () => session.view.focus();
  const begin = (
    <div className="begin-notes">
      {session.editable ? (
        <>
          {session.usesNotes('footnote') ? (
            <button type="button" className="btn small" onClick={() => addNote(session)}>
              New page footnote
            </button>
          ) : null}
          {session.usesNotes('textual') ? (
            <button type="button" className="btn small" onClick={() => addTextualNote(session)}>
              New textual note
            </button>
          ) : null}
        </>
      ) : null}
      {mayWrite && props.volume && session.usesNotes('endnote') ? (
        <NewEndnote
          volume={props.volume}
          desk={session}
          onBack={back}
          onCall={(noteId) => {
            const action = markupActions.find((each) => each.name === 'ptr');
            if (action) doMarkup(session, action, { target: `${props.volumePath}#${noteId}` });
          }}
        />
      ) : null}
    </div>
  );
  if (props.callouts.length === 0)
    return (
      <>
        <h2>
          No notes are called in this letter. Ctrl M, then N calls an endnote at the caret, F begins a page
          footnote.
        </h2>
        {begin}
      </>
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
                  {seriesWords[callout.kind]} {callout.figure}
                </strong>
                <span className="w">{props.placeOf(callout.pos)}</span>
              </div>
              {callout.kind === 'endnote' ? (
                <>
                  <EndnoteText
                    note={props.endnotes.find((note) => note.id === callout.target)}
                    volume={props.volume}
                  />
                  {props.volume && props.endnotes.some((note) => note.id === callout.target) ? (
                    <EndnoteCard
                      volume={props.volume}
                      noteId={callout.target}
                      here={{
                        ...props.here,
                        callouts: props.callouts.filter(({ target }) => target === callout.target).length,
                      }}
                      desk={session}
                      onBack={back}
                    />
                  ) : null}
                </>
              ) : (
                <>
                  <FootnoteEditor session={session} callout={callout} />
                  {session.editable ? <FixedLabel session={session} callout={callout} /> : null}
                  {props.mayComment ? (
                    <ThreadOn
                      letterId={props.here.letterId}
                      subject={{ kind: 'note', id: names.get(callout.pos) ?? '' }}
                      canEdit={session.editable}
                      offered={false}
                    />
                  ) : null}
                </>
              )}
              <div className="do">
                <button
                  type="button"
                  className="btn small ghost"
                  onClick={() => session.goTo(callout.pos + callout.node.nodeSize)}
                >
                  Go to the callout
                  <span className="sr">
                    {' '}
                    of {seriesWords[callout.kind].toLowerCase()} {callout.figure}
                  </span>
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      {begin}
    </>
  );
}

function EndnoteText({ note, volume }: { note: Endnote | undefined; volume: Volume | undefined }) {
  if (!note)
    return <p className="quiet">The volume has no such note. Choose another, or remove the callout.</p>;
  if (note.text === undefined)
    return (
      <p className="quiet">{note.gap === undefined ? 'The note has no text yet.' : gapWords(note.gap)}</p>
    );
  return volume && note.id !== undefined && note.text.includes('…') ? (
    <WithReferences text={note.text} volume={volume} noteId={note.id} />
  ) : (
    <p className="note-text">{note.text}</p>
  );
}

/** A note in which an ellipsis may stand for references: the server knows how they are worded. */
function WithReferences({ text, volume, noteId }: { text: string; volume: Volume; noteId: string }) {
  return <p className="note-text">{useEndnote(volume, noteId).data?.text ?? text}</p>;
}

/** The label that is fixed for a note that stands in the text; without one it is counted. */
function FixedLabel({
  session,
  callout: { node, kind, figure },
}: {
  session: LetterSession;
  callout: Callout;
}) {
  return (
    <div className="attributes">
      <TextLine
        label="Fixed label"
        spoken={`Fixed label of ${seriesWords[kind].toLowerCase()} ${figure}`}
        value={attributeOf(node, 'n')}
        placeholder="none: it is counted"
        onCommit={(label) => setAttributeOf(session, String(node.attrs.id), 'n', label)}
      />
    </div>
  );
}
