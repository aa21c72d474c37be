import type { Node } from 'prosemirror-model';
import { changedElements } from './changed-elements.js';
import { changedHeader } from './changed-header.js';
import { changedWords } from './changed-words.js';

/** So many sentences are said of one stretch of work. */
const most = 4;

/**
 * What was done to a letter between two states of it, in sentences for people, without full stops; none where both
 * documents say the same.
 *
 * @param byServer the server has written a point of revision into the header, which is not told
 */
export function describeChanges(before: Node, after: Node, byServer = false): string[] {
  if (before.eq(after)) return [];
  const beside = changedHeader(before, after, byServer);
  const told = (moves: boolean) => {
    const elements = changedElements(before, after, moves);
    return [...elements.sentences, ...changedWords(before, after, elements.told), ...beside];
  };
  // What is moved takes its marks along: they are told where words say nothing of it.
  const still = told(false);
  const all = still.length > 0 ? still : told(true);
  const rest = all.length - most;
  return rest > 1 ? [...all.slice(0, most), `${rest} more changes`] : all;
}
