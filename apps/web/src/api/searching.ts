import type {
  ReplacementAnswer,
  ReplacementDecision,
  ReplacementDetail,
  ReplacementRequest,
  SearchAnswer,
} from '@chancery/server/api';
import { api } from './client.js';

/** What is asked of the search, as it stands in an address. */
export type SearchQuery = Parameters<(typeof api.editions)[':editionId']['search']['$get']>[0]['query'];

/** A page of what is found in a volume. */
export async function searchVolume(editionId: string, query: SearchQuery): Promise<SearchAnswer> {
  return (await api.editions[':editionId'].search.$get({ param: { editionId }, query })).json();
}

/** Replaces words over the volume, as suggestions; gives the id of the replacement. */
export async function replaceWords(editionId: string, json: ReplacementRequest): Promise<string> {
  const answer = await api.editions[':editionId'].replacements.$post({ param: { editionId }, json });
  return (await answer.json()).id;
}

/** What was replaced over the volume, the latest first. */
export async function getReplacements(editionId: string): Promise<readonly ReplacementAnswer[]> {
  const answer = await api.editions[':editionId'].replacements.$get({ param: { editionId } });
  return (await answer.json()).replacements;
}

export async function getReplacement(editionId: string, replacementId: string): Promise<ReplacementDetail> {
  const one = api.editions[':editionId'].replacements[':replacementId'];
  return (await one.$get({ param: { editionId, replacementId } })).json();
}

/** Decides of all that is open of a replacement, in some letters or in all. */
export async function decideReplacement(
  editionId: string,
  replacementId: string,
  json: ReplacementDecision,
): Promise<ReplacementDetail> {
  const one = api.editions[':editionId'].replacements[':replacementId'];
  return (await one.decisions.$post({ param: { editionId, replacementId }, json })).json();
}

/** Stops what a replacement is doing. */
export async function stopReplacement(editionId: string, replacementId: string): Promise<ReplacementDetail> {
  const one = api.editions[':editionId'].replacements[':replacementId'];
  return (await one.work.$delete({ param: { editionId, replacementId } })).json();
}
