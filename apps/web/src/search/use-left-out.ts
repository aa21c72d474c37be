import type { SearchHit, SearchLetter } from '@chancery/server/api';
import { useMemo, useState } from 'react';
import { announce } from '../app/announce.js';
import { hitKey } from './hit-list.js';
import type { SearchAddress } from './search-address.js';

/** A hit that is left out of a replacement. */
export interface LeftOutHit {
  letterId: string;
  version: number;
  place: number;
  from: number;
}

/** The hits that are left out of a replacement, as long as the same is searched for. */
export function useLeftOut(address: SearchAddress) {
  const { by, ...sought } = address;
  const search = JSON.stringify(sought);
  const [state, setState] = useState<{ search: string; hits: ReadonlyMap<string, LeftOutHit> }>({
    search,
    hits: new Map(),
  });
  const hits = useMemo(
    () => (state.search === search ? state.hits : new Map<string, LeftOutHit>()),
    [state, search],
  );
  function toggle(letter: SearchLetter, hit: SearchHit): void {
    const next = new Map(hits);
    const key = hitKey(letter, hit);
    const out = !next.delete(key);
    if (out)
      next.set(key, { letterId: letter.id, version: letter.version, place: hit.place, from: hit.from });
    setState({ search, hits: next });
    announce(out ? 'Left out' : 'Taken in again');
  }
  return { keys: new Set(hits.keys()), hits: [...hits.values()], toggle };
}
