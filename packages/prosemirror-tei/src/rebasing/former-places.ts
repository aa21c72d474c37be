import type { Step } from 'prosemirror-transform';
import { isStructure } from '../anchors/tokens.js';

/** Whose change it is. */
export type Whose = 'mine' | 'theirs';

/** Tokens that are gone, at the place where they would stand. */
export interface Gone {
  readonly tokens: string;
  readonly by: Whose;
  /** The step of one's own that took them away. */
  readonly of: Step | undefined;
  /** Counts what was taken away before. */
  readonly since: number;
}

/** How many tokens come to places among those that are gone. */
export type Places = ReadonlyMap<number, number>;

/** The places of tokens among those that are gone by a step of one's own. */
export function placesKnown(gone: readonly Gone[], wanted: string, by: Step): Places | undefined {
  const own = withPlaces(gone).filter(({ of }) => of === by);
  const at = own
    .map(({ tokens }) => tokens)
    .join('')
    .indexOf(wanted);
  return at >= 0 ? oneEach(startsOf(own).slice(at, at + wanted.length)) : inOrder(own, wanted);
}

/**
 * The places of tokens among those that are gone, in which they stand in this order: what went at once, the latest first and
 * before all what went by the same hand; or else what adjoins; or else whatever is in this order.
 */
export function placesOf(gone: readonly Gone[], wanted: string, by: Whose): Places | undefined {
  const placed = withPlaces(gone);
  const times = [...new Set(gone.map(({ since }) => since))].toSorted((one, other) => other - one);
  const own = placed.filter((stretch) => stretch.by === by);
  const choices = [
    ...times.map((time) => own.filter(({ since }) => since === time)),
    ...times.map((time) => placed.filter(({ since }) => since === time)),
    placed,
  ];
  for (const choice of choices) {
    const at = choice
      .map(({ tokens }) => tokens)
      .join('')
      .indexOf(wanted);
    if (at >= 0) return oneEach(startsOf(choice).slice(at, at + wanted.length));
  }
  return inOrder(own, wanted) ?? inOrder(placed, wanted);
}

function oneEach(places: readonly number[]): Places {
  return new Map(places.map((place) => [place, 1]));
}

function withPlaces(gone: readonly Gone[]): (Gone & { readonly start: number })[] {
  let passed = 0;
  return gone.map((stretch) => {
    passed += stretch.tokens.length;
    return { ...stretch, start: passed - stretch.tokens.length };
  });
}

function startsOf(stretches: readonly (Gone & { readonly start: number })[]): number[] {
  return stretches.flatMap(({ tokens, start }) =>
    Array.from({ length: tokens.length }, (_, at) => start + at),
  );
}

function inOrder(
  stretches: readonly (Gone & { readonly start: number })[],
  wanted: string,
): Places | undefined {
  const all = stretches.map(({ tokens }) => tokens).join('');
  const starts = startsOf(stretches);
  const words: number[] = [];
  for (const token of wanted.split('')) {
    if (isStructure(token)) continue;
    const at = all.indexOf(token, (words.at(-1) ?? -1) + 1);
    if (at < 0) return undefined;
    words.push(at);
  }
  const found = new Map<number, number>();
  let from = 0;
  /** Tags that come with the next token: those that stand between the words may have become others. */
  let tags = 0;
  for (const token of wanted.split('')) {
    const isTag = isStructure(token);
    const [next = all.length] = words;
    const at = isTag ? all.slice(0, next).indexOf(token, from) : next;
    if (!isTag) words.shift();
    const place = starts[at];
    if (place === undefined) {
      tags += 1;
      continue;
    }
    found.set(place, 1 + tags);
    tags = 0;
    from = at + 1;
  }
  const last = [...found.keys()].at(-1);
  if (last === undefined) return undefined;
  return found.set(last, (found.get(last) ?? 0) + tags);
}
