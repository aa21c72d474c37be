import { LRUCache } from 'lru-cache';

/** For how many folders something is kept: an edition is published into one, or its parts into a few. */
const atMost = 4;

/** What this process knows of the folders that it published into lately, by their paths. */
export function keptLately<Value extends object>(): LRUCache<string, Value> {
  return new LRUCache({ max: atMost });
}
