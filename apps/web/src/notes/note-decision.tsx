import type { NoteDecisionRequest, NoteDetail } from '@chancery/server/api';
import type { RefObject } from 'react';
import { ThreadOn } from '../comments/thread-on.js';
import { momentWords } from '../history/when-words.js';
import { FormFault } from '../sign-in/form-fault.js';
import { doneWords } from './note-words.js';

export type Act = NoteDecisionRequest['decision'];

const acts = [
  ['approve', 'Approve', 'A'],
  ['return', 'Return', 'R'],
  ['send', 'Send to review', 'S'],
] as const;

/** What is decided of a note, and what was said and done of it so far. */
export function NoteDecision(props: {
  note: NoteDetail;
  comment: string;
  onComment: (comment: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  onAct: (act: Act) => void;
  onTakeBack: () => void;
  busy: boolean;
  error: Error | null;
}) {
  const { note, busy } = props;
  const unread = note.where.filter((callout) => !callout.read).length;
  const own = note.may.ownWording && note.state === 'in-review';
  return (
    <aside className="dec" aria-label="Decision" data-pane="">
      <h3>{note.may.decideSuggestions ? 'Your decision' : 'Review'}</h3>
      {note.may.decideSuggestions ? null : (
        <p className="quiet">
          {note.may.comment
            ? 'Editors decide of notes. You may comment, and suggest another wording.'
            : 'Your role lets you read notes. Editors and proofreaders comment on them.'}
        </p>
      )}
      {note.may.decide.length > 0 ? (
        <>
          <label htmlFor="note-comment" className="quiet">
            {note.may.decide.includes('return') ? 'Reason, required when you return it' : 'A word with it'}
          </label>
          <textarea
            id="note-comment"
            ref={props.field}
            className="field"
            value={props.comment}
            maxLength={4_000}
            onChange={({ target }) => props.onComment(target.value)}
          />
        </>
      ) : null}
      <div className="go">
        {acts
          .filter(([act]) => note.may.decide.includes(act))
          .map(([act, words, key]) => (
            <button
              key={act}
              type="button"
              className={act === 'return' ? 'btn' : 'btn primary'}
              disabled={busy}
              aria-keyshortcuts={key}
              onClick={() => props.onAct(act)}
            >
              {words} <kbd>{key}</kbd>
            </button>
          ))}
        {note.may.takeBack ? (
          <button
            type="button"
            className="btn"
            disabled={busy}
            aria-keyshortcuts="Z"
            onClick={props.onTakeBack}
          >
            Take back <kbd>Z</kbd>
          </button>
        ) : null}
      </div>
      <FormFault error={props.error} />
      {own ? <p className="quiet">This wording is yours. Somebody else has to approve it.</p> : null}
      {note.may.decide.includes('approve') && unread > 0 ? (
        <p className="quiet">
          {unread === 1 ? 'One callout has' : `${unread} callouts have`} not been read in context. You may
          still approve; the record will say so.
        </p>
      ) : null}
      {note.may.comment ? (
        <section className="said" aria-label="Discussion">
          <h3>Discussion</h3>
          <ThreadOn
            letterId={note.letterId}
            subject={{ kind: 'note', id: note.noteId }}
            canEdit={note.may.decideSuggestions}
            offered
          />
        </section>
      ) : null}
      <section className="said" aria-label="History">
        <h3>History</h3>
        <ol>
          {note.history.map((entry) => (
            <li key={entry.id}>
              <strong>{entry.by?.name ?? 'Imported'}</strong>{' '}
              <time dateTime={entry.at}>{momentWords(entry.at)}</time>
              <p>
                {[doneWords(entry), entry.takenBack ? 'taken back' : ''].filter(Boolean).join(', ')}
                {entry.kind !== 'wording' && entry.text !== '' ? `: ${entry.text}` : ''}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </aside>
  );
}
