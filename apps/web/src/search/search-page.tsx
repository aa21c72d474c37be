import { may, roles } from '@chancery/workflow';
import { Link, useSearch as useAddress, useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useVolume } from '../api/use-volume.js';
import type { Volume } from '../api/volume.js';
import { Failure } from '../app/failure.js';
import { ShowMore } from '../app/show-more.js';
import { GreyLines } from '../app/slowly.js';
import { useTitle } from '../app/use-title.js';
import { HitList } from './hit-list.js';
import { ReplacePanel } from './replace-panel.js';
import type { SearchAddress } from './search-address.js';
import { SearchForm } from './search-form.js';
import { useLeftOut } from './use-left-out.js';
import { useSearch } from './use-search.js';

/** Whether somebody may replace words over a volume. */
export function mayReplace(volume: Pick<Volume, 'role'> | undefined): boolean {
  return may(
    roles.find((role) => role.replaceAll('-', ' ') === volume?.role),
    'replace-text',
  );
}

/** Searches over a volume, and replaces what is found. What is searched for stands in the address. */
export function SearchPage() {
  const { editionId } = useParams({ from: '/volumes/$editionId/search' });
  const address = useAddress({ from: '/volumes/$editionId/search' });
  const navigate = useNavigate();
  const volume = useVolume(editionId);
  const { search, letters, tally, settled } = useSearch(editionId, address);
  const [replacing, setReplacing] = useState(address.by !== undefined);
  const leftOut = useLeftOut(address);
  const list = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLElement>(null);
  useTitle(address.q === undefined ? 'Search' : `${address.q} – Search`);

  function go(next: SearchAddress): void {
    void navigate({ to: '/volumes/$editionId/search', params: { editionId }, search: next });
  }

  function toHits(): void {
    list.current?.querySelector<HTMLElement>('[data-hit]')?.focus();
  }

  const replaces = replacing && mayReplace(volume.data);
  return (
    <main id="main" className="search-page" data-pane="" ref={page}>
      <div className="head">
        <div>
          <p className="over">{volume.data?.over ?? ' '}</p>
          <h1>Search</h1>
        </div>
        {mayReplace(volume.data) ? (
          <div className="acts">
            <button
              type="button"
              className="btn"
              aria-expanded={replacing}
              onClick={() => {
                setReplacing(!replacing);
                const { by, ...without } = address;
                if (replacing && by !== undefined) go(without);
              }}
            >
              Replace
            </button>
            <Link className="btn" to="/volumes/$editionId/replacements" params={{ editionId }}>
              Replacements
            </Link>
          </div>
        ) : null}
      </div>
      <SearchForm address={address} onSearch={go} onDown={toHits} />
      {replaces ? (
        <ReplacePanel
          key={address.how ?? 'words'}
          editionId={editionId}
          address={address}
          tally={tally}
          leftOut={leftOut.hits}
          onAddress={go}
          onDown={toHits}
        />
      ) : null}
      <p className="quiet tally">{tally || ' '}</p>
      {search.isLoading ? <GreyLines count={6} label="Searching" /> : null}
      {search.isError ? (
        <Failure
          what="This could not be searched for."
          safe=""
          error={search.error}
          onRetry={() => search.refetch()}
        />
      ) : null}
      {settled && letters.length === 0 && !search.hasNextPage ? (
        <p className="empty">
          No letter holds this. Look at the spelling, or search in more places and stages.
        </p>
      ) : null}
      {search.isError ? null : (
        <HitList
          letters={letters}
          reading={address.reading}
          list={list}
          leftOut={replaces && address.by !== undefined && address.how ? leftOut.keys : undefined}
          onLeaveOut={leftOut.toggle}
          onUp={() => page.current?.querySelector<HTMLElement>('input[type="search"]')?.focus()}
        />
      )}
      {search.isError ? null : <ShowMore list={search}>Show more letters</ShowMore>}
    </main>
  );
}
