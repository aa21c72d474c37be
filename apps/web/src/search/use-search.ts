import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { searchVolume } from '../api/searching.js';
import { announce } from '../app/announce.js';
import { counted } from '../letters/counted.js';
import { queryOf, type SearchAddress } from './search-address.js';

/** What is found for an address, page by page. How much it is, is said once it is there. */
export function useSearch(editionId: string, address: SearchAddress) {
  const search = useInfiniteQuery({
    queryKey: ['search', editionId, address],
    queryFn: ({ pageParam }) => searchVolume(editionId, queryOf(address, pageParam)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: address.q !== undefined,
    // Who asks for something that cannot be searched is told so at once.
    retry: false,
    placeholderData: (before) => before,
  });
  const letters = search.data?.pages.flatMap((page) => page.letters) ?? [];
  const [first] = search.data?.pages ?? [];
  const settled = search.isSuccess && !search.isPlaceholderData && address.q !== undefined;
  const tally = settled ? tallyOf(first?.total ?? null, letters.length, search.hasNextPage) : '';
  useEffect(() => {
    if (tally !== '') announce(tally);
  }, [tally]);
  return { search, letters, tally, total: first?.total ?? null, settled };
}

function tallyOf(
  total: { readonly letters: number; readonly hits: number | null } | null,
  shown: number,
  more: boolean,
): string {
  if (total)
    return total.letters === 0
      ? 'Nothing found'
      : `${counted(total.hits ?? 0, 'hit')} in ${counted(total.letters, 'letter')}`;
  return more
    ? `Found in many letters; the first ${shown} are shown`
    : `Found in ${counted(shown, 'letter')}`;
}
