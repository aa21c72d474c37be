import type { EntryAnswer, EntryFactsJson } from '@chancery/server/api';
import { authorityAddress } from '@chancery/tei';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type EntryName, getEntry, partEntries, removeEntry, setEntry } from '../api/registers.js';
import { Failure } from '../app/failure.js';
import { GreyLines } from '../app/slowly.js';
import { counted } from '../letters/counted.js';
import { FormFault } from '../sign-in/form-fault.js';
import { EntryForm } from './entry-form.js';
import { GiveNames } from './give-names.js';
import { MergeEntry } from './merge-entry.js';
import { keyOfUse, UseList } from './use-list.js';
import { useRegisterChange } from './use-registers.js';

/** An entry of a register: what it says, what can be done with it, and where it is named. */
export function EntryView(props: {
  name: EntryName;
  onOpen: (entryId: string) => void;
  /** It has been taken out. */
  onGone: () => void;
}) {
  const { name } = props;
  const entry = useQuery({
    queryKey: ['register', name.editionId, name.kind, 'entry', name.entryId],
    queryFn: () => getEntry(name),
    retry: false,
  });
  return (
    <section className="mid" aria-label="Entry" data-pane="">
      {entry.isPending ? <GreyLines count={6} label="Opening the entry" /> : null}
      {entry.isError ? (
        <Failure
          what="The entry could not be opened."
          safe="It may have been merged into another one, or taken out."
          error={entry.error}
          onRetry={() => entry.refetch()}
        />
      ) : null}
      {entry.data ? <OpenEntry {...props} entry={entry.data} /> : null}
    </section>
  );
}

function OpenEntry(props: {
  name: EntryName;
  entry: EntryAnswer;
  onOpen: (entryId: string) => void;
  onGone: () => void;
}) {
  const { entry, name } = props;
  const { editionId, kind } = name;
  const { facts, mayEdit } = entry;
  const [doing, setDoing] = useState<'edit' | 'merge'>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const back = () => {
    setDoing(undefined);
    heading.current?.focus();
  };
  const set = useRegisterChange(
    (next: EntryFactsJson) => setEntry(editionId, entry, next),
    () => 'The entry is changed.',
    back,
  );
  const remove = useRegisterChange(
    () => removeEntry(editionId, entry),
    () => 'The entry is taken out.',
    props.onGone,
  );
  const part = useRegisterChange(
    (mergeId: string) => partEntries(editionId, mergeId),
    ({ left }) =>
      left === 0
        ? 'The entries are parted.'
        : `The entries are parted. In ${counted(left, 'letter')} the names have changed since and stay here.`,
    ({ id }) => props.onOpen(id),
  );
  const title = facts.names[0] ?? 'Without a name';
  const uses = entry.uses.filter((use) => chosen.has(keyOfUse(use)));
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {title}
        {facts.dates ? <span className="quiet"> {facts.dates}</span> : null}
      </h2>
      {doing === 'edit' ? (
        <EntryForm
          key={entry.revision}
          kind={kind}
          facts={facts}
          takesFocus
          busy={set.isPending}
          error={set.error}
          save="Keep the changes"
          onSave={(next) => set.mutate(next)}
          onCancel={back}
        />
      ) : (
        <Facts facts={facts} />
      )}
      {doing === 'merge' ? (
        <MergeEntry
          editionId={editionId}
          entry={entry}
          onMerged={(into) => props.onOpen(into)}
          onCancel={back}
        />
      ) : null}
      {mayEdit && doing === undefined ? (
        <div className="do">
          <button type="button" className="btn" onClick={() => setDoing('edit')}>
            Change
          </button>
          <button type="button" className="btn" onClick={() => setDoing('merge')}>
            Merge into another
          </button>
          <button
            type="button"
            className="btn ghost"
            disabled={remove.isPending}
            onClick={() => remove.mutate(undefined)}
          >
            Take out
          </button>
        </div>
      ) : null}
      <FormFault error={remove.error ?? part.error} />
      {entry.merges.length > 0 ? (
        <ul className="merges" aria-label="Merged with it">
          {entry.merges.map((merge) => (
            <li key={merge.id}>
              <span>Merged with it: {merge.name}</span>
              {mayEdit ? (
                <button
                  type="button"
                  className="btn small"
                  disabled={part.isPending}
                  onClick={() => part.mutate(merge.id)}
                >
                  Part again<span className="sr"> from {merge.name}</span>
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {uses.length > 0 && doing === undefined ? (
        <GiveNames
          key={entry.revision}
          editionId={editionId}
          kind={kind}
          from={entry.id}
          uses={uses}
          name={uses[0]?.words ?? title}
          onGiven={(entryId) => {
            setChosen(new Set());
            props.onOpen(entryId);
          }}
        />
      ) : null}
      <UseList
        uses={entry.uses}
        total={entry.total}
        chosen={chosen}
        onChoose={mayEdit ? setChosen : undefined}
      />
    </>
  );
}

function Facts({ facts }: { facts: EntryFactsJson }) {
  return (
    <>
      {facts.names.length > 1 ? <p>Also: {facts.names.slice(1).join('; ')}</p> : null}
      <p className="description">
        {facts.description ?? <span className="quiet">Without a description.</span>}
      </p>
      {facts.authorityIds.length > 0 ? (
        <p className="numbers">
          {facts.authorityIds.map(({ authority, id }) => {
            const page = authorityAddress({ authority, id });
            return (
              <span key={`${authority} ${id}`}>
                {authority}{' '}
                {page ? (
                  <a href={page} target="_blank" rel="noopener">
                    {id}
                  </a>
                ) : (
                  id
                )}
              </span>
            );
          })}
        </p>
      ) : null}
    </>
  );
}
