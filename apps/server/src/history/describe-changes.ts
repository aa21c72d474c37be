import type { OpenLetter } from '@chancery/prosemirror-tei';
import { changedElements } from './changed-elements.js';
import { changedHeader } from './changed-header.js';
import { changedWords } from './changed-words.js';

/** So many sentences are said of one stretch of work. */
const most = 4;

/** What was done to a letter between two states of it, in sentences for people, without full stops. */
export function describeChanges(
  before: Pick<OpenLetter, 'doc' | 'source'>,
  after: Pick<OpenLetter, 'doc' | 'source'>,
): string[] {
  const { sentences, told } = changedElements(before.doc, after.doc);
  const all = [
    ...sentences,
    ...changedWords(before.doc, after.doc, told),
    ...changedHeader(before.doc, after.doc),
  ];
  if (all.length === 0) {
    return [before.source === after.source ? 'Nothing that is left' : 'Changed how the source is written'];
  }
  const rest = all.length - most;
  return rest > 1 ? [...all.slice(0, most), `${rest} more changes`] : all;
}
