import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import { isStructure, tokensOf } from '../anchors/tokens.js';
import type { ChangedRange } from './changed-ranges.js';
import { type Gone, type Places, placesKnown, placesOf, type Whose } from './former-places.js';

/** A step, as far as it matters for what is gone and comes back. */
interface OrderedChange {
  readonly by: Whose;
  /** One's own step; that which it was made as, where others have moved it. */
  readonly step?: Step | undefined;
  /** Whose undoing it may be, of which what comes back may come to a wrong place. */
  readonly undoing?: Whose | undefined;
  /** The step of one's own that it undoes, where that is known. */
  readonly undone?: Step | undefined;
}

/** What was put in where it had never stood. */
interface Astray {
  readonly by: Whose;
  readonly undone: Step | undefined;
}

/** Tokens that stand together. */
interface Standing {
  readonly length: number;
  /** They were gone, and have come back to their place. */
  readonly back: boolean;
  /** They were put in at a place where they had never stood. */
  readonly astray?: Astray;
}

type Stretch = Standing | Gone;

/** So many stretches of gone tokens are remembered; of more, those are forgotten that have been gone for longest. */
const most = 400;

/**
 * Tokens to be moved, so that what came back stands in its order: out of `from` to `to`, and into these places of what is left. They
 * may be in their place already.
 */
export interface Reordering {
  readonly from: number;
  readonly to: number;
  /** How many of them each place gets, in order. */
  readonly pieces: readonly { readonly at: number; readonly length: number }[];
  readonly order: FormerOrder;
}

/**
 * The tokens of a letter in the order in which they have stood: those that are gone are remembered between those that stand.
 * Two people who took away what adjoins may bring it back in either order, and each knows no more of the place than that
 * the other’s words are beside it.
 */
export class FormerOrder {
  readonly #stretches: readonly Stretch[];
  readonly #count: number;

  private constructor(stretches: readonly Stretch[], count: number) {
    this.#stretches = stretches;
    this.#count = count;
  }

  static of(doc: Node): FormerOrder {
    return new FormerOrder([{ length: doc.content.size, back: false }], 0);
  }

  /** After a step. */
  changed(ranges: readonly ChangedRange[], before: Node, after: Node, change: OrderedChange): FormerOrder {
    let stretches = this.#stretches;
    for (const { oldFrom, oldTo, newFrom, newTo } of ranges.toReversed()) {
      const gone = oldFrom < oldTo ? tokensOf(before.slice(oldFrom, oldTo)) : '';
      const came = newFrom < newTo ? tokensOf(after.slice(newFrom, newTo)) : '';
      const [left, within, right] = cut(stretches, oldFrom, oldTo);
      let at = 0;
      const former = within.flatMap((stretch): Gone[] => {
        if ('tokens' in stretch) return [stretch];
        at += stretch.length;
        // What has come to a wrong place, and goes to its own, leaves nothing behind.
        if (stretch.astray) return [];
        const { by, step: of } = change;
        return [{ tokens: gone.slice(at - stretch.length, at), by, of, since: this.#count }];
      });
      // What comes in the place of something stands where that stood.
      const first = oldFrom < oldTo ? within.findIndex((stretch) => 'length' in stretch) : 0;
      stretches = [...left, ...arrived(former, came, change, first), ...right];
    }
    return new FormerOrder(remembered(merged(stretches)), this.#count + 1);
  }

  /** With nothing astray. */
  get settled(): FormerOrder {
    if (!this.#stretches.some((stretch) => 'length' in stretch && stretch.astray)) return this;
    const stretches = this.#stretches.map((stretch) =>
      'tokens' in stretch ? stretch : { length: stretch.length, back: stretch.back },
    );
    return new FormerOrder(merged(stretches), this.#count);
  }

  /**
   * What has to be moved so that the first tokens that are astray stand in their order with those that came back around them; undefined
   * where none of them are known, or where it is not for this editor to move anything: beside what others brought back only
   * what `own` says is one's own and not stored yet is moved.
   */
  reordering(doc: Node, own: (tokens: string) => boolean): Reordering | undefined {
    let from = 0;
    for (const [index, stretch] of this.#stretches.entries()) {
      if ('tokens' in stretch) continue;
      const to = from + stretch.length;
      if (stretch.astray) {
        const found = this.#placesFor(index, from, tokensOf(doc.slice(from, to)), stretch.astray);
        const isInPlace = found?.pieces.every(({ at }) => at === from);
        const reordering =
          found &&
          (isInPlace || stretch.astray.by === 'mine'
            ? { from, to, pieces: found.pieces }
            : pastTheirs(found, from, to, doc, own));
        if (reordering) return { ...reordering, order: new FormerOrder(found.stretches, this.#count) };
      }
      from = to;
    }
    return undefined;
  }

  /** Where the tokens of a stretch have stood: those that the step took away which was undone, wherever they are, or else what is near. */
  #placesFor(index: number, from: number, wanted: string, { by, undone }: Astray): Found | undefined {
    const all = this.#stretches;
    const known =
      undone &&
      this.#found(index, { first: 0, last: all.length - 1, start: 0 }, (gone) =>
        placesKnown(gone, wanted, undone),
      );
    return known ?? this.#found(index, this.#around(index, from), (gone) => placesOf(gone, wanted, by));
  }

  /** What is around a stretch, no farther than what came back reaches. */
  #around(index: number, from: number): { first: number; last: number; start: number } {
    const all = this.#stretches;
    const isNear = (stretch: Stretch | undefined) =>
      stretch !== undefined && ('tokens' in stretch || stretch.back || stretch.astray !== undefined);
    let first = index;
    let last = index;
    let start = from;
    for (let near = all[first - 1]; near && isNear(near); near = all[first - 1]) {
      first -= 1;
      if ('length' in near) start -= near.length;
    }
    while (isNear(all[last + 1])) last += 1;
    return { first, last, start };
  }

  /** Puts a stretch to the places that are found for it among what is gone in a range of stretches. */
  #found(
    index: number,
    { first, last, start }: { first: number; last: number; start: number },
    find: (gone: readonly Gone[]) => Places | undefined,
  ): Found | undefined {
    const all = this.#stretches;
    const near = all.slice(first, last + 1).filter((_, at) => first + at !== index);
    const places = find(near.filter((stretch) => 'tokens' in stretch));
    if (!places) return undefined;
    const pieces: { at: number; length: number }[] = [];
    const stretches: Stretch[] = [];
    let passed = 0;
    let at = start;
    for (const stretch of near) {
      if ('length' in stretch) {
        stretches.push(stretch);
        at += stretch.length;
        continue;
      }
      const parts = parted(stretch, passed, places);
      stretches.push(...parts);
      passed += stretch.tokens.length;
      const length = parts.reduce((sum, part) => sum + ('length' in part ? part.length : 0), 0);
      const before = pieces.at(-1);
      if (before?.at === at) before.length += length;
      else if (length > 0) pieces.push({ at, length });
    }
    return { pieces, stretches: merged([...all.slice(0, first), ...stretches, ...all.slice(last + 1)]) };
  }
}

/** Where tokens would stand, in places of the document without them, and how all stand then. */
interface Found {
  readonly pieces: readonly { readonly at: number; readonly length: number }[];
  readonly stretches: readonly Stretch[];
}

/** What others brought back stays: what is one's own between it and its place goes to the other side of it, or into it. */
function pastTheirs(
  { pieces }: Found,
  from: number,
  to: number,
  doc: Node,
  own: (tokens: string) => boolean,
): Omit<Reordering, 'order'> | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return undefined;
  const isBehind = first.at < from;
  // They have one's own on both sides.
  if (isBehind && last.at > from) return undefined;
  const end = isBehind ? from : last.at;
  const crossed = isBehind ? { from: first.at, to: from } : { from: to, to: last.at + to - from };
  if (!own(tokensOf(doc.slice(crossed.from, crossed.to)))) return undefined;
  const begin = isBehind ? first.at : from;
  const between: { at: number; length: number }[] = [];
  let theirs = 0;
  let reached = begin;
  for (const { at, length } of [...pieces, { at: end, length: 0 }]) {
    if (at > reached) between.push({ at: begin + theirs, length: at - reached });
    reached = at;
    theirs += length;
  }
  return { ...crossed, pieces: between };
}

/** What stands before a range, what is in it or gone at its edges, and what stands behind it. */
function cut(
  stretches: readonly Stretch[],
  from: number,
  to: number,
): [left: Stretch[], within: Stretch[], right: Stretch[]] {
  const parts: [Stretch[], Stretch[], Stretch[]] = [[], [], []];
  const [left, within, right] = parts;
  let at = 0;
  for (const stretch of stretches) {
    if ('tokens' in stretch) {
      (at < from ? left : at > to ? right : within).push(stretch);
      continue;
    }
    const end = at + stretch.length;
    const share = (part: Stretch[], begin: number, stop: number) => {
      const length = Math.min(end, stop) - Math.max(at, begin);
      if (length > 0) part.push({ ...stretch, length });
    };
    share(left, 0, from);
    share(within, from, to);
    share(right, to, end);
    at = end;
  }
  return parts;
}

/** What comes to a place where tokens are gone: these themselves, or others before them. */
function arrived(
  gone: readonly Gone[],
  came: string,
  { by, undoing, undone }: OrderedChange,
  first: number,
): readonly Stretch[] {
  if (came === '') return gone;
  const isAstray = undoing !== undefined && !isStructure(came);
  const places = isAstray && undone ? placesKnown(gone, came, undone) : placesOf(gone, came, by);
  if (!places) {
    const astray = isAstray ? { astray: { by: undoing, undone } } : {};
    return [...gone.slice(0, first), { length: came.length, back: false, ...astray }, ...gone.slice(first)];
  }
  let passed = 0;
  return gone.flatMap((stretch) => {
    passed += stretch.tokens.length;
    return parted(stretch, passed - stretch.tokens.length, places);
  });
}

/** What is left of gone tokens, and what of them is back, when those at some places come back; `start` is the place of the first. */
function parted(stretch: Gone, start: number, places: Places): Stretch[] {
  const parts: Stretch[] = [];
  for (const [index, token] of Array.from({ length: stretch.tokens.length }, (_, at) =>
    stretch.tokens.charAt(at),
  ).entries()) {
    const last = parts.at(-1);
    const length = places.get(start + index);
    if (length !== undefined) {
      if (last && 'length' in last) parts[parts.length - 1] = { ...last, length: last.length + length };
      else parts.push({ length, back: true });
    } else if (last && 'tokens' in last) parts[parts.length - 1] = { ...last, tokens: last.tokens + token };
    else parts.push({ ...stretch, tokens: token });
  }
  return parts;
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const next: Stretch[] = [];
  for (const stretch of stretches) {
    if ('tokens' in stretch ? stretch.tokens === '' : stretch.length === 0) continue;
    const last = next.at(-1);
    if (last && 'length' in last && 'length' in stretch && isAlike(last, stretch))
      next[next.length - 1] = { ...last, length: last.length + stretch.length };
    else next.push(stretch);
  }
  return next;
}

function isAlike(one: Standing, other: Standing): boolean {
  return one.back === other.back && !one.astray && !other.astray;
}

function remembered(stretches: readonly Stretch[]): readonly Stretch[] {
  const ages = stretches.flatMap((stretch) => ('tokens' in stretch ? stretch.since : []));
  if (ages.length <= most) return stretches;
  const oldest = ages.sort((one, other) => one - other)[ages.length - most / 2] ?? 0;
  return merged(stretches.filter((stretch) => 'length' in stretch || stretch.since >= oldest));
}
