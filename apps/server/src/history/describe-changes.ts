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
  const { sentences, told } = changedElements(before, after);
  const all = [...sentences, ...changedWords(before, after, told), ...changedHeader(before, after, byServer)];
  const rest = all.length - most;
  return rest > 1 ? [...all.slice(0, most), `${rest} more changes`] : all;
}
