import { type Expected, type Origin, unlimited } from './expected.js';

/** Something that stands at a place of the text: where a note is called, a name begins, and so on. */
export interface Event {
  readonly of: Extract<Expected, { at: Origin }>;
  /** Where in the folded text it stands. */
  readonly index: number;
  /** What setting made there: the figure of a call, the words of a reference. */
  readonly made: string;
}

/** What did not go as it should; `from` and `to` bound a stretch of the folded text. */
export type Departure =
  | { readonly kind: 'missing' | 'moved'; readonly at: Origin }
  | { readonly kind: 'extra'; readonly from: number; readonly to: number; readonly at: Origin | undefined };

export interface Followed {
  readonly events: readonly Event[];
  readonly departures: readonly Departure[];
  /** The end of what was followed, and how many letters setting may have made behind it. */
  readonly end: number;
  readonly room: number;
}

/** What may stand between the words before and the next: signs always, letters as setting makes them. */
interface Between {
  readonly letters: number;
  readonly calls: number;
  readonly waiting: readonly Extract<Expected, { at: Origin }>[];
}

interface State extends Between {
  readonly at: number;
  readonly events: Chain | undefined;
}

/** The events so far, the latest first: a way that leads nowhere is left without copying them. */
interface Chain {
  readonly event: Event;
  readonly before: Chain | undefined;
}

/** Signs that may stand between words and are not the TEI's: brackets, asterisks, figures of items, stops between fields. */
const mostSigns = 16;
/** The letters of a call. */
const mostInCall = 6;
/** The letters of what stands behind the last name of an index: "12 n.; messages from, No. 3; messages to, Nos. 2, 4". */
const mostBehindIndex = 40;
const nothing: Between = { letters: 0, calls: 0, waiting: [] };
/** How far it is looked for what stands at a place when something else should. */
const ahead = 12;
/** The end of a reference as it is folded: “No. 4, p. 16”. */
const endsWithPage = /,\p{L}+\.?\d+$/u;
/** Words that are long enough to be found anywhere. */
const tellingly = 20;
/** More than that is no print with a fault, but another volume. */
const mostDepartures = 40;

/** Reads a folded text beside what it should say, and tells where the two part. */
export function followText(text: string, expected: readonly Expected[]): Followed {
  let state: State = { at: 0, events: undefined, ...nothing };
  const departures: Departure[] = [];
  let last: Origin | undefined;
  for (let i = 0; i < expected.length && departures.length < mostDepartures; i += 1) {
    const next = expected[i] as Expected;
    const followed = signBehindReference(text, expected, i, state) ?? step(text, next, state);
    if (followed) {
      state = followed;
      if (next.kind === 'words') last = next.at;
      continue;
    }
    const uncalled = step(text, next, { ...state, calls: 0, waiting: state.waiting.filter(isNoCall) });
    if (uncalled) {
      departures.push(...state.waiting.flatMap((call) => departuresOf(text, call, state.at)));
      state = uncalled;
      continue;
    }
    const found = findAgain(text, expected, i, state);
    const left = expected.slice(i, found?.next ?? i + 1);
    departures.push(...left.flatMap((each) => departuresOf(text, each, state.at)));
    if (!found) continue;
    const between = text.slice(state.at, found.at);
    if (lettersIn(between) > lengthOf(left) + madeIn(left) + state.letters + state.calls * mostInCall)
      departures.push({ kind: 'extra', from: state.at, to: found.at, at: last });
    state = { ...settle(state, found.at, between), at: found.at };
    i = found.next - 1;
  }
  const end = state.at;
  const settled = settle(state, end, '');
  const room = expected.at(-1)?.kind === 'index' ? mostBehindIndex : state.letters + state.calls * mostInCall;
  return { events: inOrder(settled.events), departures, end, room };
}

/** What is left of a text, once all that it should say was followed. */
export function leftOver(text: string, { end, room }: Followed): Departure[] {
  return lettersIn(text.slice(end)) <= room
    ? []
    : [{ kind: 'extra', from: end, to: text.length, at: undefined }];
}

function departuresOf(text: string, left: Expected, at: number): Departure[] {
  if (left.kind === 'words')
    return [
      {
        kind: left.words.length >= tellingly && text.slice(0, at).includes(left.words) ? 'moved' : 'missing',
        at: left.at,
      },
    ];
  if (left.kind === 'either') return left.ways[0]?.flatMap((way) => departuresOf(text, way, at)) ?? [];
  if (left.kind === 'unordered') {
    const window = text.slice(at, at + lengthOf(left.parts) + 2 * left.parts.length * mostSigns);
    return wordsIn(left.parts)
      .filter(({ words }) => !window.includes(words))
      .map(({ at: place }) => ({ kind: 'missing', at: place }));
  }
  return left.kind === 'index' || left.kind === 'note' || left.kind === 'call'
    ? [{ kind: 'missing', at: left.at }]
    : [];
}

function isNoCall({ kind }: Expected): boolean {
  return kind !== 'note' && kind !== 'call';
}

function isReference({ kind }: Expected): boolean {
  return kind === 'reference';
}

/**
 * Where the text goes on as it should, some way after a fault in what it says or in what stands there: where the least is
 * passed over, of what is expected and of what stands there.
 */
function findAgain(
  text: string,
  expected: readonly Expected[],
  from: number,
  { at }: State,
): { readonly next: number; readonly at: number } | undefined {
  let passed = 0;
  let best: { next: number; at: number; cost: number } | undefined;
  for (let next = from; next < Math.min(from + ahead, expected.length); next += 1) {
    const one = expected[next] as Expected;
    if (one.kind === 'words') {
      const index = text.indexOf(one.words, at);
      const near = one.words.length >= tellingly || index - at <= 40 * one.words.length;
      const cost = passed + index - at;
      if (index >= 0 && near && cost < (best?.cost ?? Number.POSITIVE_INFINITY))
        best = { next, at: index, cost };
    }
    passed += lengthOf([one]);
  }
  return best;
}

/** One step along the text, as it should go; undefined where it does not. */
function step(text: string, next: Expected, state: State): State | undefined {
  switch (next.kind) {
    case 'words':
      return words(text, next.words, state);
    case 'made':
      return { ...state, letters: state.letters + next.most };
    case 'reference':
      return { ...state, letters: state.letters + 200, waiting: [...state.waiting, next] };
    case 'note':
      return { ...state, calls: state.calls + (next.unseen ? 0 : 1), waiting: [...state.waiting, next] };
    case 'call':
      return { ...state, calls: state.calls + 1, waiting: [...state.waiting, next] };
    case 'either': {
      for (const way of next.ways) {
        const followed = all(text, way, state);
        if (followed) return followed;
      }
      return undefined;
    }
    case 'unordered':
      return unordered(text, next, state);
    case 'index':
      return index(text, next, state);
    default:
      return { ...state, waiting: [...state.waiting, next] };
  }
}

/**
 * A sign alone behind a reference, at a place from which the text goes on as it should: the words of the reference, “No. 4,
 * p. 16”, may hold the sign themselves. First where such words end with their page, else where it goes on at all. Undefined
 * for all else, and where there is no such place.
 */
function signBehindReference(
  text: string,
  expected: readonly Expected[],
  from: number,
  state: State,
): State | undefined {
  const sign = expected[from];
  if (sign?.kind !== 'words' || hasLetters(sign.words) || !state.waiting.some(isReference)) return undefined;
  const next = expected.findIndex(({ kind }, i) => i > from && kind === 'words');
  const following = next < 0 ? [] : expected.slice(from + 1, next + 1);
  let first: State | undefined;
  let here = words(text, sign.words, state);
  while (here) {
    const made = text.slice(state.at, here.at - sign.words.length);
    const goesOn = all(text, following, here) !== undefined;
    if (goesOn && endsWithPage.test(made)) return here;
    if (goesOn) first ??= here;
    here = words(text, sign.words, state, made.length + 1);
  }
  return first;
}

function all(text: string, parts: readonly Expected[], state: State): State | undefined {
  let now: State | undefined = state;
  for (const part of parts) now = now && step(text, part, now);
  return now;
}

/** @param least so many letters are passed over at least */
function words(text: string, wanted: string, state: State, least = 0): State | undefined {
  // A sign alone may stand in what is made in the place of a picture as well: "[scan.png]." A reference ends before it.
  if (state.letters > 0 && !hasLetters(wanted) && !state.waiting.some(isReference)) return state;
  const most = Math.min(mostSigns + 2 * state.letters + state.calls * mostInCall, text.length);
  // A call is always seen.
  for (let skipped = Math.max(state.calls, least); skipped <= most; skipped += 1) {
    if (state.letters > 400) {
      const index = text.indexOf(wanted, state.at + skipped);
      if (index < 0) return undefined;
      skipped = index - state.at;
    } else if (!text.startsWith(wanted, state.at + skipped)) continue;
    const made = text.slice(state.at, state.at + skipped);
    if (lettersIn(made) > state.letters + state.calls * mostInCall) return undefined;
    const at = state.at + skipped;
    return { ...settle(state, at, made), at: at + wanted.length };
  }
  return undefined;
}

/** What waited for the next words to be known has its place. */
function settle(state: State, next: number, made: string): State {
  let { events } = state;
  for (const of of state.waiting) {
    // A call stands where its figure does, a note ends with its words; all else begins with the words that follow.
    const here = of.kind === 'note' || of.kind === 'call' || (of.kind === 'end-note' && of.ends);
    const index = here ? state.at : next;
    events = { event: { of, index, made }, before: events };
  }
  return { ...state, ...nothing, events };
}

function inOrder(chain: Chain | undefined): Event[] {
  const events: Event[] = [];
  for (let link = chain; link; link = link.before) events.push(link.event);
  return events.reverse();
}

function unordered(
  text: string,
  { parts, made }: Extract<Expected, { kind: 'unordered' }>,
  state: State,
): State | undefined {
  const wanted = wordsIn(parts);
  const calls = state.calls + parts.filter(({ kind }) => kind === 'note' || kind === 'call').length;
  const room = state.letters + made;
  const length = lengthOf(parts);
  const until = Math.min(
    text.length,
    state.at + 2 * length + (wanted.length + 1) * mostSigns + calls * mostInCall + Math.min(room, 4000),
  );
  const window = text.slice(state.at, until);
  const taken: { from: number; to: number }[] = [];
  for (const each of [...wanted].sort((one, other) => other.words.length - one.words.length)) {
    let index = window.indexOf(each.words);
    while (index >= 0 && taken.some(({ from, to }) => index < to && from < index + each.words.length))
      index = window.indexOf(each.words, index + 1);
    if (index < 0) return undefined;
    taken.push({ from: index, to: index + each.words.length });
  }
  const end = Math.max(0, ...taken.map(({ to }) => to));
  const before = lettersIn(window.slice(0, end));
  const said = wanted.reduce((sum, each) => sum + lettersIn(each.words), 0);
  if (before - said > room + calls * mostInCall) return undefined;
  const first = state.at + Math.min(end, ...taken.map(({ from }) => from));
  const settled = settle({ ...state, waiting: [...state.waiting, ...waitingIn(parts)] }, first, '');
  return { ...settled, at: state.at + end, letters: made === unlimited ? 0 : made, calls: 0 };
}

function index(text: string, next: Extract<Expected, { kind: 'index' }>, state: State): State | undefined {
  let { at, events } = settle(state, state.at, '');
  for (const { words: wanted } of next.entries) {
    const found = text.indexOf(wanted, at);
    if (found < 0) return undefined;
    at = found + wanted.length;
    events = { event: { of: next, index: at, made: wanted }, before: events };
  }
  return { at, events, ...nothing, letters: unlimited };
}

function wordsIn(parts: readonly Expected[]): Extract<Expected, { kind: 'words' }>[] {
  return parts.flatMap((part) => {
    if (part.kind === 'words') return [part];
    if (part.kind === 'unordered') return wordsIn(part.parts);
    return part.kind === 'either' ? wordsIn(part.ways[0] ?? []) : [];
  });
}

function waitingIn(parts: readonly Expected[]): Extract<Expected, { at: Origin }>[] {
  return parts.flatMap((part) => {
    if (part.kind === 'either') return waitingIn(part.ways[0] ?? []);
    return part.kind === 'words' || part.kind === 'made' ? [] : [part];
  });
}

function lengthOf(parts: readonly Expected[]): number {
  return wordsIn(parts).reduce((sum, { words: each }) => sum + each.length, 0);
}

/** The letters that setting may make there. */
function madeIn(parts: readonly Expected[]): number {
  return parts.reduce((sum, part) => {
    if (part.kind === 'made') return sum + part.most;
    if (part.kind === 'unordered') return sum + part.made;
    return isNoCall(part) ? sum : sum + mostInCall;
  }, 0);
}

function hasLetters(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
