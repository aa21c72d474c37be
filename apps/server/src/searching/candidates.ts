import type { PassageArea } from '@chancery/tei';
import type { Pool } from 'pg';
import type { SearchFor } from '../contract/search.js';
import { type Onlooker, visibleLetters } from '../stages/visible-letters.js';
import type { Query, Required } from './query.js';
import { wordIn } from './search-index.js';

/** A place in the order of the volume; its own file stands at -1. */
export interface VolumePlace {
  readonly position: number;
  readonly id: string;
}

/** Which letters are asked. */
export interface Selection {
  readonly editionId: string;
  /** Who asks. */
  readonly person: Onlooker;
  readonly search: SearchFor;
}

/** Up to how many parts of letters are counted, and put in order after they are found. */
export const mostCounted = 1_000;

/** Words that a part of a word may stand for, before it is held to stand for too many to help. */
const mostWords = 400;

/** Finds letters that may hold what is searched for, by the tables of words. */
export class Candidates {
  readonly #pool: Pool;
  readonly #where: string;
  readonly #values: unknown[];
  readonly #column: 'written' | 'emended';
  /** Null where every letter has to be looked at. */
  readonly tsquery: string | null;

  private constructor(pool: Pool, selection: Selection, tsquery: string | null) {
    this.#pool = pool;
    this.tsquery = tsquery;
    const { editionId, person, search } = selection;
    this.#column = search.reading;
    this.#values = [editionId];
    const where = [`l."editionId" = $1`];
    const parameter = (value: unknown) => `$${this.#values.push(value)}`;
    const and = (condition: (parameter: string) => string, value: unknown) =>
      where.push(condition(parameter(value)));
    if (search.stages.length > 0) and((value) => `l.stage = ANY(${value})`, search.stages);
    const visible = visibleLetters(person, { id: 'l.id', stage: 'l.stage' }, parameter);
    if (visible !== undefined) where.push(visible);
    const day = `l.metadata->'letter'->'date'->>'when'`;
    if (search.from !== undefined) and((value) => `${day} >= ${value}`, search.from);
    if (search.until !== undefined) and((value) => `left(${day}, 10) <= ${value}`, search.until);
    if (search.person !== undefined) {
      const names = `concat(l.metadata->'letter'->'senders', l.metadata->'letter'->'addressees')`;
      and((value) => `strpos(lower(${names}), lower(${value})) > 0`, search.person);
    }
    this.#where = where.join(' AND ');
  }

  static async of(pool: Pool, query: Query, selection: Selection): Promise<Candidates> {
    const areas = selection.search.in;
    const tsquery = query.exactly?.(areas) ?? (await required(pool, query, selection.editionId, areas));
    return new Candidates(pool, selection, tsquery);
  }

  /** All letters that may hold it, in order; undefined when they are too many to be put in order. */
  async few(): Promise<VolumePlace[] | undefined> {
    if (this.tsquery === null) return undefined;
    const { rows } = await this.#pool.query<VolumePlace>(
      `SELECT l.id, COALESCE(line.place, -1) AS position FROM search_part s JOIN letter l ON l.id = s."letterId"
       LEFT JOIN calendar_line line ON line."letterId" = l.id
       WHERE ${this.#where} AND s.${this.#column} @@ $${this.#values.length + 1}::tsquery LIMIT ${mostCounted + 1}`,
      [...this.#values, this.tsquery],
    );
    if (rows.length > mostCounted) return undefined;
    const byId = new Map(rows.map((row) => [row.id, row]));
    return [...byId.values()].sort(inOrder);
  }

  /** The next letters that may hold it, in order. */
  async next(after: VolumePlace | undefined, count: number): Promise<VolumePlace[]> {
    const values = [...this.#values, after?.position ?? -2, after?.id ?? '', this.tsquery];
    const first = this.#values.length + 1;
    const wanted = `${this.#where} AND ($${first + 2}::tsquery IS NULL OR EXISTS (
      SELECT 1 FROM (SELECT s.${this.#column} AS words FROM search_part s WHERE s."letterId" = l.id OFFSET 0) part
      WHERE part.words @@ $${first + 2}::tsquery))`;
    // `OFFSET 0` keeps the planner from asking the index of words, which names far too many letters.
    const { rows } = await this.#pool.query<VolumePlace>(
      `(SELECT l.id, -1 AS position FROM letter l
         WHERE l.position < 0 AND l.kind = 'front' AND (-1, l.id) > ($${first}, $${first + 1}) AND ${wanted})
       UNION ALL
       (SELECT l.id, line.place AS position FROM calendar_line line JOIN letter l ON l.id = line."letterId"
         WHERE line."editionId" = $1 AND (line.place, line."letterId") > ($${first}, $${first + 1}) AND ${wanted}
         ORDER BY line.place, line."letterId" LIMIT ${count})
       ORDER BY position, id LIMIT ${count}`,
      values,
    );
    return rows;
  }
}

function inOrder(one: VolumePlace, other: VolumePlace): number {
  return one.position - other.position || (one.id < other.id ? -1 : 1);
}

/** Whether a place comes behind another. */
export function isBehind(place: VolumePlace, after: VolumePlace | undefined): boolean {
  return after === undefined || inOrder(after, place) < 0;
}

async function required(
  pool: Pool,
  query: Query,
  editionId: string,
  areas: readonly PassageArea[],
): Promise<string | null> {
  const alternatives: string[] = [];
  for (const words of query.required) {
    const all: string[] = [];
    for (const word of words) {
      const any = await standsFor(pool, editionId, word);
      if (any === undefined) continue;
      // Nothing in the edition holds it: a word that is nowhere.
      if (any.length === 0) all.push(`''`);
      else all.push(`(${any.map((each) => wordIn(areas, each, '')).join(' | ')})`);
    }
    if (all.length === 0) return null;
    if (!all.includes(`''`)) alternatives.push(all.join(' & '));
  }
  if (query.required.length === 0) return null;
  return alternatives.length === 0 ? `'\u0001'` : alternatives.map((each) => `(${each})`).join(' | ');
}

/** The words of the edition that a required word may be a part of; undefined when they are too many. */
async function standsFor(
  pool: Pool,
  editionId: string,
  { word, openBefore, openBehind }: Required,
): Promise<string[] | undefined> {
  if (!openBefore && !openBehind) return [word];
  const { rows } = await pool.query<{ word: string }>(
    `SELECT word FROM search_word WHERE "editionId" = $1 AND word LIKE $2 LIMIT ${mostWords + 1}`,
    [editionId, `${openBefore ? '%' : ''}${word}${openBehind ? '%' : ''}`],
  );
  return rows.length > mostWords ? undefined : rows.map((row) => row.word);
}
