import { checkWellFormed } from '@chancery/xml';
import { type Node, Slice } from 'prosemirror-model';
import { readTei } from '../from-tei/read-tei.js';
import type { TokenMap } from '../from-tei/token-map.js';
import { NotWellFormed, type OpenLetter, openLetter } from '../open-letter.js';
import { SourceStep } from '../steps/source-step.js';
import { changedRegion } from '../to-tei/changed-region.js';
import { type CommonEnds, commonEnds, isHigh, isLow } from './common-ends.js';
import { keepInstances } from './keep-instances.js';
import { refuseOtherRoot } from './refuse-other-root.js';

/**
 * The smallest step that makes a letter's source into another one; undefined when it is that already. Elements that stay
 * keep their instance ids; new ones get ids that travel in the step, so that all who apply it agree on them.
 *
 * @throws {NotWellFormed} when the new source is not well-formed XML within the limits.
 * @throws {EditRefused} `protected` when it has another root element than the letter, or has it in another namespace.
 */
export function sourceStep(letter: OpenLetter, newSource: string): SourceStep | undefined {
  const { source, doc, map } = letter;
  if (newSource === source) return undefined;
  const fault = checkWellFormed(newSource);
  if (fault) throw new NotWellFormed(fault);
  // After an edit of the source, the letter has just been opened with it.
  const before =
    letter.base.source === source ? letter.base : openLetter(source, { ...letter.options, adopt: doc }).base;
  const after = readTei(newSource, letter.options.shapes);
  refuseOtherRoot(before, after);
  const common = commonEnds(source, newSource);
  const next = keepInstances({ ...before, doc, map }, after, common);
  return stepTo(letter, { source: newSource, doc: next, map: after.map }, common);
}

/**
 * The smallest step that makes a letter another one that is at hand: its source to the byte, its document with its instance
 * ids. Undefined when both are the same already.
 */
export function sourceStepTo(letter: OpenLetter, target: OpenLetter): SourceStep | undefined {
  if (letter.source === target.source && letter.doc.eq(target.doc)) return undefined;
  return stepTo(letter, target, commonEnds(letter.source, target.source));
}

function stepTo(
  letter: OpenLetter,
  target: Pick<OpenLetter, 'source' | 'doc' | 'map'>,
  common: CommonEnds,
): SourceStep {
  const { doc } = letter;
  const { from, oldTo, newTo } = regionOf(letter, target.doc, target, common);
  const step = stepFor(letter, target.source, { from, to: oldTo, slice: target.doc.slice(from, newTo) });
  const result = step.apply(doc).doc;
  if (result && openFits(result, target.doc)) return step;
  return stepFor(letter, target.source, {
    from: 0,
    to: doc.content.size,
    slice: target.doc.slice(0, target.doc.content.size),
  });
}

/** A letter may hold more blank textblocks without a tag than its source says; nothing else may differ. */
function openFits(result: Node, next: Node): boolean {
  return result.content.size !== next.content.size || result.eq(next);
}

/** The tokens that have changed, or whose bytes have: all before and behind stand in what the sources have in common. */
function regionOf(
  letter: OpenLetter,
  next: Node,
  now: { readonly map: TokenMap; readonly source: string },
  common: CommonEnds,
): { from: number; oldTo: number; newTo: number } {
  const { doc, map, source } = letter;
  const size = doc.content.size;
  const newSize = next.content.size;
  const changed = changedRegion(doc, next);
  const shift = now.source.length - source.length;

  let from = Math.min(changed?.from ?? size, size, newSize);
  const stands = (at: number) => {
    const end = map.ends[at - 1] ?? 0;
    return end <= common.start && end === now.map.ends[at - 1];
  };
  while (from > 0 && !stands(from)) from -= 1;
  while (from > 0 && isHigh(unitAt(doc, from - 1))) from -= 1;

  let oldTo = changed ? Math.max(changed.oldTo, from) : from;
  let newTo = oldTo + newSize - size;
  if (changed && newTo < Math.max(changed.newTo, from)) {
    newTo = Math.max(changed.newTo, from);
    oldTo = newTo - newSize + size;
  }
  const tail = source.length - common.end;
  const follows = (at: number, other: number) => {
    const start = map.starts[at] ?? source.length;
    return start >= tail && start + shift === now.map.starts[other];
  };
  while (oldTo < size && !(follows(oldTo, newTo) && !isLow(unitAt(doc, oldTo)))) {
    oldTo += 1;
    newTo += 1;
  }
  return { from, oldTo, newTo };
}

function unitAt(doc: Node, at: number): number {
  const $at = doc.resolve(at);
  const node = $at.nodeAfter;
  return node?.isText ? (node.text ?? '').charCodeAt(0) : 0;
}

function stepFor(
  { source, doc, map }: OpenLetter,
  newSource: string,
  { from, to, slice }: { from: number; to: number; slice: Slice },
): SourceStep {
  const start = from > 0 ? (map.ends[from - 1] ?? 0) : 0;
  const behind = to < doc.content.size ? source.length - (map.starts[to] ?? source.length) : 0;
  const old = source.slice(start, source.length - behind);
  const text = newSource.slice(start, newSource.length - behind);
  const { start: at, end } = commonEnds(old, text);
  return new SourceStep(from, to, new Slice(slice.content, slice.openStart, slice.openEnd), {
    at,
    length: old.length,
    old: old.slice(at, old.length - end),
    text: text.slice(at, text.length - end),
  });
}
