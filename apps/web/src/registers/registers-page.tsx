import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useVolume } from '../api/use-volume.js';
import { useTitle } from '../app/use-title.js';
import { EntryView } from './entry-view.js';
import { NamesView } from './names-view.js';
import { NewEntry } from './new-entry.js';
import { RegisterList } from './register-list.js';
import { registerOrder, registerWords } from './register-words.js';
import { useRegister } from './use-registers.js';

/** How long after the last key the register is searched, in milliseconds. */
const typingPause = 150;

/** The registers of a volume: what is listed, and the entry or the name that is open. */
export function RegistersPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/registers' });
  const { kind = 'persons', q = '', entry, words } = useSearch({ from: '/volumes/$editionId/registers' });
  const navigate = useNavigate();
  const volume = useVolume(editionId);
  const register = useRegister(editionId, kind, q);
  const [typed, setTyped] = useState(q);
  const [adding, setAdding] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const { title, one } = registerWords[kind];
  useTitle(`${title} – Registers`);

  useEffect(() => {
    if (typed === q) return undefined;
    const timer = setTimeout(
      () =>
        void navigate({
          to: '/volumes/$editionId/registers',
          params: { editionId },
          search: ({ q: _, ...before }) => ({ ...before, ...(typed === '' ? {} : { q: typed }) }),
          replace: true,
        }),
      typingPause,
    );
    return () => clearTimeout(timer);
  }, [typed, q, navigate, editionId]);

  function open(entryId: string): void {
    setAdding(false);
    void navigate({
      to: '/volumes/$editionId/registers',
      params: { editionId },
      search: ({ words: _, ...before }) => ({ ...before, entry: entryId }),
    });
  }

  const mayEdit = register.data?.pages[0]?.mayEdit ?? false;
  return (
    <main id="main" className="list-page registers-page">
      <section className="list list-pane" aria-label="Register" data-pane="">
        <header>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>Registers</h1>
          <nav className="kinds" aria-label="Registers">
            {registerOrder.map((each) => (
              <Link
                key={each}
                to="/volumes/$editionId/registers"
                params={{ editionId }}
                search={each === 'persons' ? {} : { kind: each }}
                aria-current={each === kind ? 'page' : undefined}
                activeOptions={{ exact: true, includeSearch: true }}
                onClick={() => {
                  setTyped('');
                  setAdding(false);
                }}
              >
                {registerWords[each].title}
              </Link>
            ))}
          </nav>
          <div className="find">
            <input
              ref={search}
              className="field"
              type="search"
              aria-label={`Search ${title.toLowerCase()}`}
              placeholder="Name, description, number"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown') return;
                event.preventDefault();
                document.querySelector<HTMLElement>('[data-entry]')?.focus();
              }}
            />
            {mayEdit ? (
              <button type="button" className="btn" aria-expanded={adding} onClick={() => setAdding(true)}>
                New {one}
              </button>
            ) : null}
          </div>
        </header>
        <RegisterList
          editionId={editionId}
          kind={kind}
          register={register}
          filter={q}
          entry={adding ? undefined : entry}
          words={adding ? undefined : words}
          onOpen={() => setAdding(false)}
          onUp={() => search.current?.focus()}
        />
      </section>
      {adding ? (
        <NewEntry
          key={kind}
          editionId={editionId}
          kind={kind}
          name={register.data?.pages[0]?.total === 0 ? q : ''}
          onMade={open}
          onCancel={() => {
            setAdding(false);
            search.current?.focus();
          }}
        />
      ) : entry !== undefined ? (
        <EntryView
          key={`${kind} ${entry}`}
          name={{ editionId, kind, entryId: entry }}
          onOpen={open}
          onGone={() => {
            void navigate({
              to: '/volumes/$editionId/registers',
              params: { editionId },
              search: ({ entry: _, ...before }) => before,
            });
            search.current?.focus();
          }}
        />
      ) : words !== undefined ? (
        <NamesView
          key={`${kind} ${words}`}
          editionId={editionId}
          kind={kind}
          words={words}
          mayEdit={mayEdit}
          onOpen={open}
        />
      ) : (
        <section className="mid" aria-label="Entry" data-pane="">
          <p className="empty">Choose an entry to see where it is named.</p>
        </section>
      )}
    </main>
  );
}
