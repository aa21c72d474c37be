import type { NoteRow } from '@chancery/server/api';
import { Link } from '@tanstack/react-router';
import { Icon } from '../app/icon.js';
import { Person } from '../app/person.js';
import { calledWords, noteHeading, queueOrder, stateWords } from './note-words.js';

/** What tells a note from all others of an edition. */
export function keyOf({ letterId, noteId }: Pick<NoteRow, 'letterId' | 'noteId'>): string {
  return `${letterId}/${noteId}`;
}

/** The notes in the order of their states; the chosen one is marked. */
export function NoteQueue(props: {
  editionId: string;
  notes: readonly NoteRow[];
  current: string | undefined;
  counts: Record<NoteRow['state'], number> | undefined;
}) {
  return queueOrder.map((state) => {
    const notes = props.notes.filter((note) => note.state === state);
    if (notes.length === 0) return null;
    return (
      <section key={state} aria-label={stateWords[state].words}>
        <h2>
          {stateWords[state].words}, {props.counts?.[state] ?? notes.length}
        </h2>
        <ul>
          {notes.map((note) => (
            <QueueLine
              key={keyOf(note)}
              editionId={props.editionId}
              note={note}
              current={keyOf(note) === props.current}
            />
          ))}
        </ul>
      </section>
    );
  });
}

function QueueLine({ editionId, note, current }: { editionId: string; note: NoteRow; current: boolean }) {
  const { words, icon, tone } = stateWords[note.state];
  return (
    <li>
      <Link
        className="qi"
        to="/volumes/$editionId/notes"
        params={{ editionId }}
        search={(before) => ({ ...before, note: keyOf(note) })}
        data-note={keyOf(note)}
        aria-current={current ? 'true' : undefined}
      >
        <strong>{noteHeading(note)}</strong>
        <span className={`st ${tone}`}>
          <Icon name={icon} />
          {words}
        </span>
        <span className="words">{note.text === '' ? 'The note has no text yet.' : note.text}</span>
        <span className="c">{calledWords(note)}</span>
        {note.author ? <Person name={note.author.name} /> : <span />}
      </Link>
    </li>
  );
}
