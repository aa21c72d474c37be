import type { EmendationList } from '@chancery/server/api';
import { api } from './client.js';

/** The kinds of emendations. */
export type EmendationKind = keyof EmendationList['kinds'];

/** A page of the emendations of a volume, in its order. */
export async function getEmendations(
  editionId: string,
  kind: EmendationKind | undefined,
  after = '',
): Promise<EmendationList> {
  const query = { after, ...(kind ? { kind } : {}) };
  return (await api.editions[':editionId'].emendations.$get({ param: { editionId }, query })).json();
}
