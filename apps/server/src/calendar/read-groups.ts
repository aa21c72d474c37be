import type { Pool } from 'pg';
import type { CalendarFilter, CalendarSummary } from '../contract/calendar.js';
import type { Onlooker } from '../stages/visible-letters.js';
import { type FilteredLetters, filteredLetters } from './calendar-filter.js';

/** So many headings are given; a volume whose years change more often has none. */
const mostGroups = 2_000;

/** The lines of a year, or one enclosure, which stands in the year of its letter whatever its own. */
interface Counted {
  readonly year: string | null;
  readonly count: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly first: number;
  readonly last: number;
  readonly firstNumber: string | null;
  readonly lastNumber: string | null;
}

/**
 * The letters that a filter shows, by year, as they follow one another in the volume. Where no year comes back, which is so in
 * almost every volume, they are counted by year, which takes a third of the time of going from line to line. Their numbers are
 * asked for in the same question, for between two the letters may get other places.
 */
export async function readGroups(
  pool: Pool,
  editionId: string,
  filter: CalendarFilter,
  person: Onlooker,
): Promise<CalendarSummary['groups']> {
  const letters = filteredLetters(editionId, filter, person);
  const { from, where, values } = letters;
  const { rows } = await pool.query<Counted>(
    `SELECT counted.*, ${numberAt('counted.first')} AS "firstNumber", ${numberAt('counted.last')} AS "lastNumber"
     FROM (
       SELECT CASE WHEN line."enclosedIn" IS NULL THEN COALESCE(left(line."dateWhen", 4), '') END AS year,
         count(*)::int AS count, min(line."dateWhen" COLLATE "C") AS "from", max(line."dateWhen" COLLATE "C") AS "to",
         min(line.place) AS first, max(line.place) AS last
       FROM ${from} WHERE ${where}
       GROUP BY 1, CASE WHEN line."enclosedIn" IS NOT NULL THEN line.place END
     ) AS counted`,
    [...values],
  );
  const years = inOrder(rows);
  if (years === undefined) return readRuns(pool, letters);
  if (years.length > mostGroups) return [];
  return years.map(({ year, count, from: begins, to, firstNumber, lastNumber }) => ({
    year: year ?? '',
    count,
    numbers: { first: firstNumber, last: lastNumber },
    dates: { first: begins, last: to },
  }));
}

/** The number of the letter at a place, of the edition that is the first value. */
function numberAt(place: string): string {
  return `(SELECT number FROM calendar_line WHERE "editionId" = $1 AND place = ${place} LIMIT 1)`;
}

/** The years one behind the other, with the enclosures that stand in them; undefined where one comes back, or an enclosure stands before all. */
function inOrder(counted: readonly Counted[]): Counted[] | undefined {
  const years: Counted[] = [];
  for (const next of counted.toSorted((one, other) => one.first - other.first)) {
    const before = years.at(-1);
    if (next.year !== null) {
      if (before && next.first <= before.last) return undefined;
      years.push(next);
    } else if (before)
      years[years.length - 1] = {
        ...before,
        count: before.count + next.count,
        from: outer(before.from, next.from, -1),
        to: outer(before.to, next.to, 1),
        ...(next.last > before.last && { last: next.last, lastNumber: next.lastNumber }),
      };
    else return undefined;
  }
  return years;
}

/** The earlier of two dates, or with 1 the later; ISO dates are in the order of their characters. */
function outer(one: string | null, other: string | null, sign: 1 | -1): string | null {
  if (one === null || other === null) return one ?? other;
  return (one < other ? -1 : 1) === sign ? one : other;
}

/** The same of a volume whose years come back, or that begins with an enclosure: line after line. */
async function readRuns(
  pool: Pool,
  { from, where, values }: FilteredLetters,
): Promise<CalendarSummary['groups']> {
  const { rows } = await pool.query<{
    year: string;
    count: number;
    first: string | null;
    last: string | null;
    from: string | null;
    to: string | null;
  }>(
    `SELECT years.year, years.count, years."from", years."to",
       ${numberAt('years.first')} AS first, ${numberAt('years.last')} AS last
     FROM (
     SELECT turn, COALESCE(min(year) FILTER (WHERE begins = 1), '') AS year, count(*)::int AS count, min("dateWhen") AS "from", max("dateWhen") AS "to",
       min(place) AS first, max(place) AS last
     FROM (
       SELECT *, sum(begins) OVER (ORDER BY place, id) AS turn
       FROM (
         SELECT line.place, line."letterId" AS id, line."dateWhen", COALESCE(left(line."dateWhen", 4), '') AS year,
           CASE WHEN line."enclosedIn" IS NOT NULL OR left(line."dateWhen", 4) IS NOT DISTINCT FROM
             lag(left(line."dateWhen", 4)) OVER (ORDER BY line.place, line."letterId") THEN 0 ELSE 1 END AS begins
         FROM ${from} WHERE ${where}
       ) AS dated
     ) AS turned
     GROUP BY turn ORDER BY turn LIMIT ${mostGroups + 1}
     ) AS years ORDER BY years.turn`,
    [...values],
  );
  if (rows.length > mostGroups) return [];
  return rows.map(({ year, count, first, last, from: begins, to }) => ({
    year,
    count,
    numbers: { first, last },
    dates: { first: begins, last: to },
  }));
}
