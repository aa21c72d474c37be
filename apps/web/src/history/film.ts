import { schema } from '@chancery/prosemirror-tei';
import type { LetterVersion, TakenSteps } from '@chancery/server/api';
import { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';

/** A place that has just been changed: where words came, or, with nothing between, went. */
export interface PlayedPlace {
  readonly from: number;
  readonly to: number;
}

/** A letter as it was at a version, and what had just become of it. */
export interface Frame {
  readonly version: number;
  readonly doc: Node;
  readonly by: string | undefined;
  readonly at: string;
  /** The first version of what is shown as one doing; the one before it is the frame before. */
  readonly since: number;
  readonly places: readonly PlayedPlace[];
}

/** Where versions and steps come from. */
export interface FilmSource {
  version(version: number): Promise<LetterVersion>;
  steps(after: number, upTo: number): Promise<TakenSteps>;
}

interface TakenStep {
  readonly version: number;
  readonly step: Step;
  readonly by: string;
  readonly at: string;
}

/** A stretch of the log with the state that it begins upon. */
interface Reel {
  readonly from: number;
  readonly at: string;
  readonly steps: readonly TakenStep[];
  /** The documents, by how many steps have been taken; as far as they have been asked for. */
  readonly docs: Node[];
}

/** How far apart the states lie that are fetched whole, and how many steps are fetched with each. */
const spacing = 250;
const length = 500;

/** Steps of one person are one doing while no more than so many milliseconds lie between them, and they are not too many. */
const apart = 2_000;
const most = 40;

/** A letter as it grew. Fetches what is looked at, a stretch at a time, and keeps it. */
export class Film {
  readonly last: number;
  readonly #source: FilmSource;
  readonly #reels = new Map<number, Promise<Reel>>();

  /** @param last the version that the film ends with */
  constructor(last: number, source: FilmSource) {
    this.last = last;
    this.#source = source;
  }

  /** The letter at a version. */
  async frame(version: number): Promise<Frame> {
    const reel = await this.#reelOf(version);
    const taken = version - reel.from;
    const step = reel.steps[taken - 1];
    const since = step ? firstOf(reel.steps, taken - 1) : taken;
    const doc = docOf(reel, taken);
    return {
      version,
      doc,
      by: step?.by,
      at: step?.at ?? reel.at,
      since: reel.from + since,
      places: placesOf(reel.steps.slice(since - 1, taken)),
    };
  }

  /** The version at the end of the doing that follows a version; the last one at the end. */
  async next(version: number): Promise<number> {
    if (version >= this.last) return this.last;
    const reel = await this.#reelOf(version);
    let index = version - reel.from;
    const first = index;
    while (index + 1 < reel.steps.length && index - first < most && isOneDoing(reel.steps, index)) index += 1;
    return Math.min(this.last, reel.from + index + 1);
  }

  /** The version that the doing began upon which led to a version; the first one at the beginning. */
  async previous(version: number): Promise<number> {
    const { since } = await this.frame(version);
    return Math.max(0, Math.min(version, since) - 1);
  }

  async #reelOf(version: number): Promise<Reel> {
    const place = Math.floor(version / spacing);
    const reel = await this.#fetched(place);
    // A state within a batch was never stored: what begins the reel may lie a little behind. And what led to it is not in it.
    return reel.from >= version && place > 0 ? this.#fetched(place - 1) : reel;
  }

  #fetched(place: number): Promise<Reel> {
    const known = this.#reels.get(place);
    if (known) return known;
    const reel = this.#fetch(place * spacing);
    this.#reels.set(place, reel);
    reel.catch(() => this.#reels.delete(place));
    return reel;
  }

  async #fetch(version: number): Promise<Reel> {
    const state = await this.#source.version(version);
    const upTo = Math.min(this.last, state.version + length);
    const log =
      state.version < upTo ? await this.#source.steps(state.version, upTo) : { people: [], steps: [] };
    return {
      from: state.version,
      at: state.at,
      steps: log.steps.map(({ version: made, step, by, at }) => ({
        version: made,
        step: Step.fromJSON(schema, step),
        by: log.people[by]?.name ?? '',
        at,
      })),
      docs: [Node.fromJSON(schema, state.doc)],
    };
  }
}

function docOf({ docs, steps }: Reel, taken: number): Node {
  for (let count = docs.length; count <= taken; count += 1) {
    const before = docs[count - 1];
    const step = steps[count - 1]?.step;
    const doc = before && step?.apply(before).doc;
    if (!doc) throw new FilmTorn();
    docs.push(doc);
  }
  const doc = docs[taken];
  if (!doc) throw new FilmTorn();
  return doc;
}

/** The log does not lead to a version, as may be where another release of Chancery has stored it. */
class FilmTorn extends Error {
  override readonly name = 'FilmTorn';
  constructor() {
    super('The steps of the letter do not lead to this version. Later ones can be looked at.');
  }
}

/** How many steps had been taken when the doing began that the step at `index` belongs to, and one more. */
function firstOf(steps: readonly TakenStep[], index: number): number {
  let first = index;
  while (first > 0 && index - first < most && isOneDoing(steps, first - 1)) first -= 1;
  return first + 1;
}

/** Whether a step and the one after it are one doing. */
function isOneDoing(steps: readonly TakenStep[], index: number): boolean {
  const [one, next] = [steps[index], steps[index + 1]];
  if (!one || !next || one.by !== next.by) return false;
  return Date.parse(next.at) - Date.parse(one.at) <= apart;
}

/** The places that some steps have changed, as they are after the last. */
function placesOf(steps: readonly TakenStep[]): PlayedPlace[] {
  let places: PlayedPlace[] = [];
  for (const { step } of steps) {
    const map = step.getMap();
    places = places.map(({ from, to }) => ({ from: map.map(from, 1), to: map.map(to, -1) }));
    map.forEach((_from, _to, from, to) => {
      places.push({ from, to });
    });
    if ('mark' in step && typeof step === 'object' && 'from' in step && 'to' in step) {
      places.push({ from: Number(step.from), to: Number(step.to) });
    }
  }
  return joined(places.filter(({ from, to }) => from <= to));
}

/** Places in order, those that touch as one. */
function joined(places: readonly PlayedPlace[]): PlayedPlace[] {
  const all: PlayedPlace[] = [];
  for (const place of places.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && place.from <= last.to)
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, place.to) };
    else all.push(place);
  }
  return all;
}
