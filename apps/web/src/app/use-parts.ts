import { type UseQueryOptions, useQueries } from '@tanstack/react-query';

/** So many members of a long list are fetched at once. */
export const partSize = 100;

/** Members of a long list around those that are shown, by their places from 0; one that is still to come is not there. */
export function useParts<Member>(
  shown: { readonly from: number; readonly to: number },
  queryOf: (part: number) => UseQueryOptions<readonly Member[]>,
): (place: number) => Member | undefined {
  const first = Math.floor(shown.from / partSize);
  const last = Math.max(first, Math.floor(shown.to / partSize));
  const parts = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const answers = useQueries({ queries: parts.map(queryOf) });
  return (place) => answers[Math.floor(place / partSize) - first]?.data?.[place % partSize];
}
