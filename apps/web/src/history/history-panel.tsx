import type { HistoryEntry, LetterDetail } from '@chancery/server/api';
import { type KeyboardEvent, useState } from 'react';
import { besideChanged } from '../api/beside-letter.js';
import { nameVersion, renameVersion, restoreVersion } from '../api/client.js';
import { Failure } from '../app/failure.js';
import { Icon } from '../app/icon.js';
import { GreyLines } from '../app/slowly.js';
import type { LetterSession } from '../desk/letter-session.js';
import { useStore } from '../store/use-store.js';
import { askedPart } from './ask-who-wrote.js';
import { type EntryActions, HistoryEntryItem } from './history-entry-item.js';
import { LabelForm } from './label-form.js';
import { RestoreQuestion } from './restore-question.js';
import { type KnownHistory, useHistory } from './use-history.js';
import { dayWords, momentWords } from './when-words.js';
import { WhoWroteCard } from './who-wrote-card.js';

/** What was done to the letter, day by day; who wrote what is selected; and the ways back. */
export function HistoryPanel({ session, letter }: { session: LetterSession; letter: LetterDetail }) {
  const history = useHistory(session, letter.id);
  const asked = useStore(session.askedPart);
  const naming = useStore(session.naming);
  const authors = useStore(session.authors.state);
  const canEdit = useStore(session.saver.canEdit);
  const [open, setOpen] = useState<number>();
  if (!history) return <GreyLines count={6} label="Fetching the history" />;
  if (history.failure)
    return (
      <Failure
        what="The history could not be fetched."
        safe="It is safe on the server."
        error={history.failure}
        onRetry={() => besideChanged(letter.id, 'revisions')}
      />
    );

  const actions: EntryActions = {
    canEdit,
    letterId: letter.id,
    version: history.version,
    compare: (from, to) => session.lookBack.set({ kind: 'comparison', from, to }),
    play: (at) => session.lookBack.set({ kind: 'playback', at }),
    restore: async (version) => {
      await restoreVersion(letter.id, version);
      besideChanged(letter.id, 'revisions');
      session.tell(version === 0 ? 'What was imported is restored.' : `Version ${version} is restored.`);
    },
    name: async (label, version) => tellNamed(await nameVersion(letter.id, label, version)),
    rename: async (revisionId, label) => tellNamed(await renameVersion(letter.id, revisionId, label)),
  };

  function tellNamed({ point, notInTei }: Awaited<ReturnType<typeof nameVersion>>): void {
    besideChanged(letter.id, 'revisions');
    const because = notInTei === null ? '' : ` It is not in the TEI header. ${notInTei}`;
    session.tell(`Version ${point.version} is now called “${point.label}”.${because}`);
  }

  /** Arrow keys lead from version to version. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || !target.matches('button.version')) return;
    const step = key === 'ArrowDown' || key === 'j' ? 1 : key === 'ArrowUp' || key === 'k' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button.version')];
    all[all.indexOf(target) + step]?.focus();
    event.preventDefault();
  }

  return (
    <section className="history" aria-label="History of the letter" onKeyDown={onKeyDown}>
      <div className="do">
        {canEdit ? (
          <button type="button" className="btn small" onClick={() => session.naming.set(true)}>
            <Icon name="flag" />
            Name this version…
          </button>
        ) : null}
        <button
          type="button"
          className="btn small"
          onClick={() => session.askedPart.set(askedPart(session.view.state))}
        >
          Who wrote this <kbd>Ctrl M W</kbd>
        </button>
        <button
          type="button"
          className="btn small"
          aria-pressed={authors.kind !== 'off'}
          onClick={() => session.authors.toggle()}
        >
          Authors in the text
        </button>
        <button
          type="button"
          className="btn small"
          aria-disabled={history.version === 0}
          onClick={() => (history.version > 0 ? actions.play(0) : undefined)}
        >
          <Icon name="play" />
          Play
        </button>
      </div>
      {naming ? (
        <LabelForm
          what="Name of the letter as it is now"
          action="Name it"
          first=""
          onSave={async (label) => tellNamed(await nameVersion(letter.id, label))}
          onClose={() => session.naming.set(false)}
        />
      ) : null}
      <AuthorsWords kind={authors.kind} names={authors.names} />
      {asked ? (
        <WhoWroteCard
          letterId={letter.id}
          part={asked}
          onClose={() => {
            session.askedPart.set(undefined);
            session.view.focus();
          }}
        />
      ) : null}
      {byDay(history.entries).map(([day, entries]) => (
        <section key={day} aria-label={day}>
          <h2>{day}</h2>
          <ol className="hist">
            {entries.map((entry) => (
              <HistoryEntryItem
                key={entry.to}
                entry={entry}
                open={open === entry.to}
                onToggle={() => setOpen(open === entry.to ? undefined : entry.to)}
                actions={actions}
              />
            ))}
          </ol>
        </section>
      ))}
      <Beginning
        history={history}
        open={open === 0}
        onToggle={() => setOpen(open === 0 ? undefined : 0)}
        actions={actions}
      />
    </section>
  );
}

function AuthorsWords({ kind, names }: { kind: string; names: readonly string[] }) {
  if (kind === 'failed') return <p className="st err">It could not be asked who wrote the letter.</p>;
  if (kind !== 'shown') return null;
  return (
    <p className="quiet">
      {names.length === 0
        ? 'All of the text is as it was imported.'
        : `In the text: ${names.join(', ')}. What has no colour is as it was imported.`}
    </p>
  );
}

/** The way further back, or what was imported. */
function Beginning(props: {
  history: KnownHistory;
  open: boolean;
  onToggle: () => void;
  actions: EntryActions;
}) {
  const { history, open, actions } = props;
  const [asking, setAsking] = useState(false);
  const { imported } = history;
  if (!imported)
    return (
      <button type="button" className="btn small" onClick={history.earlier} aria-disabled={!history.earlier}>
        Earlier versions
      </button>
    );
  return (
    <ol className="hist">
      <li className={open ? 'on' : ''}>
        {imported.points.map((point) => (
          <p key={point.id} className="point">
            <Icon name="flag" />
            <strong>{point.label}</strong>
          </p>
        ))}
        <div className="entry-head">
          <span className="avs">
            <Icon name="download" />
          </span>
          <button type="button" className="version" aria-expanded={open} onClick={props.onToggle}>
            As imported
          </button>
          <time dateTime={imported.at}>{momentWords(imported.at)}</time>
        </div>
        {open && asking ? (
          <RestoreQuestion version={0} restore={actions.restore} onClose={() => setAsking(false)} />
        ) : null}
        {open && !asking && actions.version > 0 ? (
          <div className="do">
            <button type="button" className="btn small" onClick={() => actions.compare(0, actions.version)}>
              Compare with now
            </button>
            {actions.canEdit ? (
              <button type="button" className="btn small" onClick={() => setAsking(true)}>
                Restore…
              </button>
            ) : null}
          </div>
        ) : null}
      </li>
    </ol>
  );
}

function byDay(entries: readonly HistoryEntry[]): [string, HistoryEntry[]][] {
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of entries) {
    const day = dayWords(entry.endedAt);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
