import type { OrderedDocument } from '@chancery/server/api';
import { getDocuments } from '../api/volume-facts.js';
import { partSize, useParts } from '../app/use-parts.js';

/** By which all that is fetched of the order of a volume is known. */
export const documentsKey = (editionId: string) => ['volume-documents', editionId];

/** Documents of the order around those that are shown, by their places; one that is still to come is not there. */
export function useDocuments(
  editionId: string,
  shown: { readonly from: number; readonly to: number },
): (place: number) => OrderedDocument | undefined {
  return useParts(shown, (number) => ({
    queryKey: [...documentsKey(editionId), number],
    queryFn: () => getDocuments(editionId, { offset: number * partSize, limit: partSize }),
  }));
}
