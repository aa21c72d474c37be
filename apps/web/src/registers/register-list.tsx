import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { RegisterKind } from '../api/registers.js';
import { Failure } from '../app/failure.js';
import { ShowMore } from '../app/show-more.js';
import { GreyLines } from '../app/slowly.js';
import { counted } from '../letters/counted.js';
import { registerWords } from './register-words.js';
import type { useRegister } from './use-registers.js';

/** The entries of a register, and under them the names that stand for none. The arrow keys go from line to line. */
export function RegisterList(props: {
  editionId: string;
  kind: RegisterKind;
  register: ReturnType<typeof useRegister>;
  filter: string;
  entry: string | undefined;
  words: string | undefined;
  onOpen: () => void;
  onUp: () => void;
}) {
  const { editionId, kind, register, filter } = props;
  const pages = register.data?.pages ?? [];
  const [first] = pages;
  const entries = pages.flatMap((page) => page.entries);
  const { title, one } = registerWords[kind];

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const lines = [...document.querySelectorAll<HTMLElement>('[data-entry]')];
    const focused = document.activeElement;
    const here = focused instanceof HTMLElement ? lines.indexOf(focused) : -1;
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (to === undefined || here === -1) return;
    event.preventDefault();
    if (to < 0) props.onUp();
    else lines[to]?.focus();
  }

  if (register.isPending) return <GreyLines count={8} label="Opening the register" />;
  if (register.isError)
    return (
      <Failure
        what="The register could not be fetched."
        safe="It is kept as it is."
        error={register.error}
        onRetry={() => register.refetch()}
      />
    );
  return (
    <>
      <p className="quiet tally" role="status">
        {register.isPlaceholderData ? ' ' : tallyOf(first?.total ?? 0, filter)}
      </p>
      {entries.length === 0 ? (
        <p className="empty">
          {filter === ''
            ? `The volume has no register of ${title.toLowerCase()} yet. Make the first ${one}, or mark a name in a letter.`
            : 'No entry holds this.'}
        </p>
      ) : null}
      <ul aria-label={title}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Link
              to="/volumes/$editionId/registers"
              params={{ editionId }}
              search={({ words: _, ...before }) => ({ ...before, entry: entry.id })}
              className="entry"
              data-entry=""
              aria-current={entry.id === props.entry ? 'true' : undefined}
              onClick={props.onOpen}
              onKeyDown={onKeyDown}
            >
              <strong>
                {entry.name || 'Without a name'}
                {entry.dates ? <span className="c"> {entry.dates}</span> : null}
              </strong>
              <span className="c">{entry.uses === 0 ? 'not named' : counted(entry.uses, 'use')}</span>
              <span className="d">{entry.description ?? ''}</span>
            </Link>
          </li>
        ))}
      </ul>
      <ShowMore list={register}>Show more of {first?.total}</ShowMore>
      {first && first.unidentified.length > 0 ? (
        <>
          <h2>Not identified</h2>
          <ul aria-label="Not identified">
            {first.unidentified.map(({ words, uses, suggested }) => (
              <li key={words}>
                <Link
                  to="/volumes/$editionId/registers"
                  params={{ editionId }}
                  search={({ entry: _, ...before }) => ({ ...before, words })}
                  className="entry"
                  data-entry=""
                  aria-current={words === props.words ? 'true' : undefined}
                  onClick={props.onOpen}
                  onKeyDown={onKeyDown}
                >
                  <strong>{words}</strong>
                  <span className="c">{counted(uses, 'use')}</span>
                  <span className="d">{suggested === null ? '' : `Perhaps ${suggested}`}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function tallyOf(total: number, filter: string): string {
  const entries = counted(total, 'entry', 'entries');
  return filter === '' ? entries : `${entries} for “${filter}”`;
}
