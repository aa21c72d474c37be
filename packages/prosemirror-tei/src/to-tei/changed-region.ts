import { decodeReference } from '@chancery/xml';
import type { Node } from 'prosemirror-model';
import type { OpenLetter } from '../open-letter.js';

/** What has to be written anew: `from` to `oldTo` of the document before, `from` to `newTo` of the one after. */
export interface Region {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** The smallest region in which two documents differ; undefined when they do not. */
export function changedRegion(before: Node, after: Node): Region | undefined {
  const from = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (from === null || ends === null) return undefined;
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
  return { from, oldTo: ends.a + overlap, newTo: ends.b + overlap };
}

/**
 * The region widened over what hangs on its neighbours: white space that may have to be written in another way,
 * tokens without a place of their own in the source, empty-element tags, and `]` and `>`, which must not meet as `]]>`.
 */
export function widened(letter: OpenLetter, { from, oldTo, newTo }: Region): Region {
  const { starts, ends } = letter.map;
  const raw = (at: number) => letter.source.slice(starts[at], ends[at]);
  const size = starts.length;
  let left = from;
  while (left > 0) {
    const text = raw(left - 1);
    const zeroNext = left < size && starts[left] === ends[left];
    if (!hangs(text) && !(text.endsWith('/>') && zeroNext)) break;
    left -= 1;
  }
  // Half of a character that is written as a reference cannot be written anew.
  if (left > 0 && decodeReference(raw(left - 1))?.length === 2) left -= 1;
  let right = oldTo;
  while (right < size && hangs(raw(right))) right += 1;
  return { from: left, oldTo: right, newTo: newTo + right - oldTo };
}

function hangs(raw: string): boolean {
  return raw === '' || raw === ']' || raw === '>' || /^[ \t\r\n]+$/.test(raw);
}

/** The region widened by the tokens around it, where the element they belong to has been emptied. */
export function withTags(region: Region, size: number): Region {
  const from = Math.max(0, region.from - 1);
  const oldTo = Math.min(size, region.oldTo + 1);
  return { from, oldTo, newTo: region.newTo + oldTo - region.oldTo };
}
