import type { OrderedDocument } from '@chancery/server/api';
import { useQueries } from '@tanstack/react-query';
import { getDocuments } from '../api/volume-facts.js';

/** So many documents are fetched at once. */
const part = 100;

/** By which all that is fetched of the order of a volume is known. */
export const documentsKey = (editionId: string) => ['volume-documents', editionId];

/** Documents of the order around those that are shown, by their places; one that is still to come is not there. */
export function useDocuments(
  editionId: string,
  shown: { readonly from: number; readonly to: number },
): (place: number) => OrderedDocument | undefined {
  const first = Math.floor(shown.from / part);
  const last = Math.max(first, Math.floor(shown.to / part));
  const parts = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const answers = useQueries({
    queries: parts.map((number) => ({
      queryKey: [...documentsKey(editionId), number],
      queryFn: () => getDocuments(editionId, { offset: number * part, limit: part }),
    })),
  });
  return (place) => answers[Math.floor(place / part) - first]?.data?.[place % part];
}
