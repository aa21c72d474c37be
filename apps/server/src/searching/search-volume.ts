import { type Passage, planReplacement, type Reading, readPassages } from '@chancery/tei';
import { isStage } from '@chancery/workflow';
import type { SearchAnswer, SearchFor, SearchHit, SearchLetter } from '../contract/search.js';
import { frontMatterTitle } from '../editions/front-matter.js';
import { storedMetadata } from '../editions/stored-metadata.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import type { Onlooker } from '../stages/visible-letters.js';
import { Candidates, isBehind, type VolumePlace } from './candidates.js';
import type { Found } from './find-in-texts.js';
import { TooSlow } from './finder.js';
import { type Query, readQuery } from './query.js';
import type { StoredPassage } from './search-index.js';

/** Letters on a page, and hits of one letter that are shown. */
const pageLength = 20;
const mostShown = 50;
/** Characters of context on each side. */
const around = 60;
/** How long a page may look for letters that hold it, in milliseconds; what it has then is answered. */
const longest = 1_500;

/** Who searches what. */
export interface Searching {
  readonly editionId: string;
  readonly person: Onlooker;
  readonly search: SearchFor;
  /** What would stand in the place of what is found. */
  readonly words?: string | undefined;
}

/** A passage with what was found in it. */
export interface FoundPassage {
  readonly passage: StoredPassage;
  readonly text: string;
  readonly found: readonly Found[];
}

type Tools = Pick<House, 'pool' | 'prisma' | 'finder'>;

/** A search under way: letters are asked for in the order of the volume, and give what was found in each. */
export class Search {
  readonly #house: Tools;
  readonly #searching: Searching;
  readonly #query: Query;
  readonly candidates: Candidates;

  private constructor(house: Tools, searching: Searching, query: Query, candidates: Candidates) {
    this.#house = house;
    this.#searching = searching;
    this.#query = query;
    this.candidates = candidates;
  }

  /** @throws {HttpProblem} `bad-request` when what was typed cannot be searched for */
  static async of(house: Tools, searching: Searching): Promise<Search> {
    const { editionId, person, search } = searching;
    const query = readQuery(search);
    const candidates = await Candidates.of(house.pool, query, { editionId, person, search });
    return new Search(house, searching, query, candidates);
  }

  /** What is found in letters, of those that hold it. @throws {HttpProblem} `too-slow` */
  async inLetters(ids: readonly string[]): Promise<ReadonlyMap<string, readonly FoundPassage[]>> {
    const { rows } = await this.#house.pool.query<{ letterId: string; passages: StoredPassage[] }>(
      'SELECT "letterId", passages FROM search_part WHERE "letterId" = ANY($1) ORDER BY "letterId", part',
      [ids],
    );
    const passages = rows.flatMap((row) => row.passages.map((passage) => ({ id: row.letterId, passage })));
    return this.#find(passages);
  }

  /** The same in a source: what the tables say may be a moment behind. */
  async inSource(id: string, passages: readonly Passage[]): Promise<readonly FoundPassage[]> {
    const stored = passages.map(({ place, area, label, written, emended }) => ({
      id,
      passage: { place, area, label, written: written.text, emended: emended.text },
    }));
    return (await this.#find(stored)).get(id) ?? [];
  }

  async #find(
    passages: readonly { readonly id: string; readonly passage: StoredPassage }[],
  ): Promise<ReadonlyMap<string, readonly FoundPassage[]>> {
    const { search, words } = this.#searching;
    const asked = passages.filter(({ passage }) => search.in.includes(passage.area));
    const texts = asked.map(({ passage }) => passage[search.reading] ?? passage.emended);
    const replacing = words === undefined ? undefined : { words, expand: search.how === 'regex' };
    const found = await this.#house.finder.find(this.#query.expression, texts, replacing).catch(asProblem);
    const byLetter = new Map<string, FoundPassage[]>();
    for (const each of found) {
      const of = asked[each.text];
      if (!of) continue;
      const list = byLetter.get(of.id) ?? [];
      list.push({ passage: of.passage, text: texts[each.text] ?? '', found: each.found });
      byLetter.set(of.id, list);
    }
    return byLetter;
  }
}

function asProblem(error: unknown): never {
  if (error instanceof TooSlow) throw new HttpProblem('too-slow', error.message);
  throw error;
}

interface Page {
  readonly places: readonly VolumePlace[];
  readonly found: ReadonlyMap<string, readonly FoundPassage[]>;
  readonly total: SearchAnswer['total'];
  readonly next: VolumePlace | undefined;
  readonly reached: boolean;
}

/** A page of what is found in an edition. @throws {HttpProblem} */
export async function searchVolume(
  house: Tools,
  searching: Searching,
  after: VolumePlace | undefined,
): Promise<SearchAnswer> {
  const search = await Search.of(house, searching);
  const few = await search.candidates.few();
  const page = few ? await pageOfFew(search, few, after) : await pageOfMany(search, after);
  const letters = await describe(house, search, searching, page);
  return {
    letters,
    total: page.total,
    next: page.next ? `${page.next.position}:${page.next.id}` : null,
    reached: page.reached,
  };
}

/** Of letters that are few enough, all are looked at, so that they can be counted. */
async function pageOfFew(
  search: Search,
  few: readonly VolumePlace[],
  after: VolumePlace | undefined,
): Promise<Page> {
  const found = await search.inLetters(few.map(({ id }) => id));
  const holding = few.filter(({ id }) => found.has(id));
  const behind = holding.filter((place) => isBehind(place, after));
  const places = behind.slice(0, pageLength);
  const hits = [...found.values()].flat().reduce((sum, passage) => sum + passage.found.length, 0);
  const next = behind.length > places.length ? places.at(-1) : undefined;
  return { places, found, total: { letters: holding.length, hits }, next, reached: true };
}

/** Of many, as many are looked at as make a page, as long as there is time. */
async function pageOfMany(search: Search, after: VolumePlace | undefined): Promise<Page> {
  const places: VolumePlace[] = [];
  const found = new Map<string, readonly FoundPassage[]>();
  const until = Date.now() + longest;
  let last = after;
  let size = pageLength + 1;
  for (;;) {
    const candidates = await search.candidates.next(last, size);
    const here = await search.inLetters(candidates.map(({ id }) => id));
    for (const place of candidates) {
      const passages = here.get(place.id);
      if (passages && places.length === pageLength)
        return { places, found, total: null, next: places.at(-1), reached: true };
      if (!passages) continue;
      places.push(place);
      found.set(place.id, passages);
    }
    last = candidates.at(-1) ?? last;
    if (candidates.length < size) return { places, found, total: null, next: undefined, reached: true };
    if (Date.now() > until) return { places, found, total: null, next: last, reached: false };
    size = Math.min(size * 2, 400);
  }
}

async function describe(
  house: Tools,
  search: Search,
  searching: Searching,
  page: Page,
): Promise<SearchLetter[]> {
  const rows = await house.prisma.letter.findMany({
    where: { id: { in: page.places.map(({ id }) => id) } },
    select: {
      id: true,
      version: true,
      kind: true,
      stage: true,
      metadata: true,
      calendar: { select: { number: true, numberSupplied: true } },
      source: searching.words !== undefined,
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const letters: SearchLetter[] = [];
  for (const { id } of page.places) {
    const row = byId.get(id);
    if (!row) continue;
    const { letter, volume } = storedMetadata(row.metadata);
    const number = row.calendar?.number;
    const passages = row.source === undefined ? undefined : readPassages(row.source);
    const found = passages ? await search.inSource(id, passages) : (page.found.get(id) ?? []);
    const hits = found.flatMap((each) => hitsOf(each, searching.search, passages));
    letters.push({
      id,
      version: row.version,
      kind: row.kind,
      number:
        typeof number === 'string' ? { text: number, supplied: row.calendar?.numberSupplied === true } : null,
      title: volume ? frontMatterTitle : (letter.title?.text ?? letter.headerTitle ?? id),
      stage: isStage(row.stage) ? row.stage : 'transcription',
      hits: hits.slice(0, mostShown),
      more: Math.max(0, hits.length - mostShown),
    });
  }
  return letters;
}

function hitsOf(
  { passage, text, found }: FoundPassage,
  search: SearchFor,
  passages?: readonly Passage[],
): SearchHit[] {
  const { place, area, label } = passage;
  const reading = passages?.[place]?.[search.reading];
  return found.map(({ from, to, words }) => ({
    place,
    area,
    label,
    from,
    to,
    before: before(text, from),
    words: text.slice(from, to),
    after: behind(text, to),
    replaced: words === undefined || !reading ? null : replacedHit(area, reading, { from, to }, words),
  }));
}

/** How what was found is replaced, or why it is not. */
export function replacedHit(
  area: StoredPassage['area'],
  reading: Reading,
  stretch: { readonly from: number; readonly to: number },
  words: string,
): NonNullable<SearchHit['replaced']> {
  if (area === 'metadata')
    return { words, crosses: false, cannot: 'It is changed in the form of the letter.' };
  const plan = planReplacement(reading, stretch, words);
  return plan.can
    ? { words, crosses: plan.crosses, cannot: plan.edits.length === 0 ? 'It reads so already.' : null }
    : {
        words,
        crosses: true,
        cannot: `It would leave “${plan.emptied}” without words. Replace it at the desk.`,
      };
}

function before(text: string, from: number): string {
  if (from <= around) return text.slice(0, from);
  return `…${text.slice(from - around, from).replace(/^\S*\s/, '')}`;
}

function behind(text: string, to: number): string {
  if (text.length - to <= around) return text.slice(to);
  return `${text.slice(to, to + around).replace(/\s\S*$/, '')}…`;
}
