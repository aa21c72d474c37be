import type { Topic } from '@chancery/server/api';
import { queryClient } from '../app/query-client.js';

/** Under which key the cache holds what hangs on a letter beside its text. */
export function besideLetter(letterId: string, topic?: Topic): readonly string[] {
  return ['beside', letterId, ...(topic === undefined ? [] : [topic])];
}

/** Has what is shown of it fetched anew: of one topic, or of all. */
export function besideChanged(letterId: string, topic: Topic | undefined): void {
  void queryClient.invalidateQueries({ queryKey: besideLetter(letterId, topic) });
}
