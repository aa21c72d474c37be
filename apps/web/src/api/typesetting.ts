import type { LetterPagesAnswer } from '@chancery/server/api';
import { api } from './client.js';

/** The pages of a letter as it is saved. */
export async function getPages(letterId: string, signal: AbortSignal): Promise<LetterPagesAnswer> {
  const request = { param: { letterId } };
  return (await api.letters[':letterId'].typesetting.$get(request, { init: { signal } })).json();
}
