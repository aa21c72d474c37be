import type { HistoryEntry } from '@chancery/server/api';
import { useState } from 'react';
import { Icon } from '../app/icon.js';
import { Person } from '../app/person.js';
import { LabelForm } from './label-form.js';
import { RestoreQuestion } from './restore-question.js';
import { spanWords, timeWords } from './when-words.js';

/** What may be done with an entry. */
export interface EntryActions {
  readonly canEdit: boolean;
  readonly letterId: string;
  /** The version of the letter now. */
  readonly version: number;
  compare(from: number, to: number): void;
  play(at: number): void;
  restore(version: number): Promise<void>;
  name(label: string, version: number): Promise<void>;
  rename(revisionId: string, label: string): Promise<void>;
}

/** So many people are drawn; of more, how many there are. */
const drawn = 3;

/** A stretch of work in the history: the names it ended with, who worked, when, what was done; and, opened, what to do with it. */
export function HistoryEntryItem(props: {
  entry: HistoryEntry;
  open: boolean;
  onToggle: () => void;
  actions: EntryActions;
}) {
  const { entry, open, actions } = props;
  const { from, to, people, points, did } = entry;
  return (
    <li className={open ? 'on' : ''} data-version={to}>
      {points.map((point) => (
        <p key={point.id} className="point">
          <Icon name={point.kind === 'stage' ? 'arrow' : 'flag'} />
          <strong>{point.label}</strong>
          <span className="quiet">
            {point.by ? `${point.by.name}, ` : ''}
            {timeWords(point.at)}
            {point.renamed ? `; renamed by ${point.renamed.by?.name ?? 'somebody'}` : ''}
          </span>
        </p>
      ))}
      <div className="entry-head">
        <span className="avs">
          {people.slice(0, drawn).map(({ id, name }) => (
            <Person key={id} name={name} />
          ))}
          {people.length > drawn ? <span className="quiet">+{people.length - drawn}</span> : null}
        </span>
        <button type="button" className="version" aria-expanded={open} onClick={props.onToggle}>
          Version {to}
        </button>
        <time dateTime={entry.endedAt}>{spanWords(entry.begunAt, entry.endedAt)}</time>
      </div>
      <ul className="did">
        {did.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {open ? (
        <>
          <p className="quiet">
            {people.map(({ name }) => name).join(', ')}
            {to - from > 1 ? `; ${to - from} changes, versions ${from + 1} to ${to}` : ''}
          </p>
          <Actions entry={entry} actions={actions} />
        </>
      ) : null}
    </li>
  );
}

function Actions({ entry, actions }: { entry: HistoryEntry; actions: EntryActions }) {
  const { from, to, points } = entry;
  const [form, setForm] = useState<'name' | 'restore'>();
  const named = points.find(({ kind }) => kind === 'named');
  const isNow = to >= actions.version;
  if (form === 'name')
    return (
      <LabelForm
        what={named ? 'Name of the version' : `Name of version ${to}`}
        action={named ? 'Rename' : 'Name it'}
        first={named?.label ?? ''}
        onSave={(label) => (named ? actions.rename(named.id, label) : actions.name(label, to))}
        onClose={() => setForm(undefined)}
      />
    );
  if (form === 'restore')
    return <RestoreQuestion version={to} restore={actions.restore} onClose={() => setForm(undefined)} />;
  return (
    <div className="do">
      <button type="button" className="btn small" onClick={() => actions.compare(from, to)}>
        What changed
      </button>
      {isNow ? null : (
        <button type="button" className="btn small" onClick={() => actions.compare(to, actions.version)}>
          Compare with now
        </button>
      )}
      <button type="button" className="btn small" onClick={() => actions.play(from)}>
        Play from here
      </button>
      {actions.canEdit ? (
        <button type="button" className="btn small" onClick={() => setForm('name')}>
          {named ? 'Rename…' : 'Name this version…'}
        </button>
      ) : null}
      {actions.canEdit && !isNow ? (
        <button type="button" className="btn small" onClick={() => setForm('restore')}>
          Restore…
        </button>
      ) : null}
      <a
        className="btn small ghost"
        href={`/api/letters/${encodeURIComponent(actions.letterId)}/versions/${to}/tei`}
        target="_blank"
        rel="noopener"
      >
        TEI of this version
      </a>
    </div>
  );
}
