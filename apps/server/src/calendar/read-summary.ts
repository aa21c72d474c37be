import { may, stages } from '@chancery/workflow';
import type { Pool } from 'pg';
import type { CalendarFilter, CalendarSummary } from '../contract/calendar.js';
import { HttpProblem } from '../errors/http-problem.js';
import { stageOf } from '../stages/standing.js';
import { type Onlooker, seesAll, visibleLetters } from '../stages/visible-letters.js';
import { filteredLetters } from './calendar-filter.js';
import { readGroups } from './read-groups.js';

/** The calendar as a whole, for a person of a role. */
export async function readSummary(
  pool: Pool,
  editionId: string,
  filter: CalendarFilter,
  person: Onlooker,
): Promise<CalendarSummary> {
  const [edition, front, counts, groups, ends, toMend, shown] = await Promise.all([
    pool.query<{ title: string }>('SELECT title FROM edition WHERE id = $1', [editionId]),
    readFront(pool, editionId, person),
    countLetters(pool, editionId, filter, person),
    // What holds certain words is a list of its own, and has no headings.
    filter.words.trim() === '' ? readGroups(pool, editionId, filter, person) : [],
    pool.query<{ letters: number; first: string | null; last: string | null }>(
      `SELECT count(*)::int AS letters,
         (SELECT number FROM calendar_line WHERE "editionId" = $1 AND number IS NOT NULL ORDER BY place LIMIT 1) AS first,
         (SELECT number FROM calendar_line WHERE "editionId" = $1 AND number IS NOT NULL ORDER BY place DESC LIMIT 1) AS last
       FROM calendar_line WHERE "editionId" = $1`,
      [editionId],
    ),
    pool.query<{ id: string; path: string; line: number | null; message: string | null; updatedAt: Date }>(
      `SELECT id, path, line, message, "updatedAt" FROM file_to_mend
       WHERE "editionId" = $1 AND "letterId" IS NULL ORDER BY path`,
      [editionId],
    ),
    countShown(pool, editionId, person),
  ]);
  const title = edition.rows[0]?.title;
  const { role } = person;
  if (title === undefined || role === undefined) throw new HttpProblem('not-found');
  const { letters = 0, first = null, last = null } = ends.rows[0] ?? {};
  return {
    id: editionId,
    title,
    role,
    may: {
      assign: may(role, 'assign-letters'),
      publish: may(role, 'publish-edition'),
      manageMembers: may(role, 'manage-members'),
      readLog: may(role, 'read-log'),
    },
    letters: shown ?? letters,
    numbers: { first, last },
    ...counts,
    groups,
    front,
    toMend: toMend.rows.map((file) => ({ ...file, updatedAt: file.updatedAt.toISOString() })),
  };
}

/** How many letters somebody may see; undefined for those who see all. */
async function countShown(pool: Pool, editionId: string, person: Onlooker): Promise<number | undefined> {
  if (seesAll(person)) return undefined;
  const { from, where, values } = filteredLetters(
    editionId,
    { words: '', mine: 'false', findings: 'false' },
    person,
  );
  const { rows } = await pool.query<{ letters: number }>(
    `SELECT count(*)::int AS letters FROM ${from} WHERE ${where}`,
    [...values],
  );
  return rows[0]?.letters ?? 0;
}

async function countLetters(
  pool: Pool,
  editionId: string,
  filter: CalendarFilter,
  person: Onlooker,
): Promise<Pick<CalendarSummary, 'stages' | 'mine' | 'withFindings'>> {
  const { stage: _stage, ...rest } = filter;
  const { from, where, values } = isOfAll(rest, person)
    ? { from: 'letter', where: `letter."editionId" = $1 AND letter.kind <> 'front'`, values: [editionId] }
    : filteredLetters(editionId, rest, person, { letter: true });
  const [byStage, mine] = await Promise.all([
    pool.query<{ stage: string; letters: number; findings: number }>(
      `SELECT letter.stage, count(*)::int AS letters,
         count(*) FILTER (WHERE letter."errorCount" > 0 OR letter."warningCount" > 0)::int AS findings
       FROM ${from} WHERE ${where} GROUP BY letter.stage`,
      [...values],
    ),
    pool.query<{ letters: number }>(
      `SELECT count(*)::int AS letters FROM ${from}
       JOIN assignment AS mine
         ON mine."letterId" = letter.id AND mine.stage = letter.stage AND mine."userId" = $${values.length + 1}
       WHERE ${where}`,
      [...values, person.id],
    ),
  ]);
  const counted = new Map(byStage.rows.map((row) => [stageOf(row.stage), row.letters]));
  return {
    stages: Object.fromEntries(stages.map((stage) => [stage, counted.get(stage) ?? 0])) as Record<
      (typeof stages)[number],
      number
    >,
    mine: mine.rows[0]?.letters ?? 0,
    withFindings: byStage.rows.reduce((all, { findings }) => all + findings, 0),
  };
}

/** Whether nothing is left out: then the letters are counted without their lines. */
function isOfAll({ words, mine, findings }: Omit<CalendarFilter, 'stage'>, person: Onlooker): boolean {
  return seesAll(person) && words.trim() === '' && mine === 'false' && findings === 'false';
}

/** Of the volume's own file its title to everybody, and its pieces to whoever may see them: what the calendar shows: its other metadata, of thousands of letters and notes, stay where they are. */
async function readFront(pool: Pool, editionId: string, person: Onlooker): Promise<CalendarSummary['front']> {
  const values: unknown[] = [editionId];
  const value = (given: unknown) => `$${values.push(given)}`;
  const visible = visibleLetters(person, { id: 'read.id', stage: 'read.stage' }, value) ?? 'true';
  const { rows } = await pool.query<{
    id: string;
    stage: string;
    errorCount: number | null;
    warningCount: number | null;
    updatedAt: Date;
    title: string | null;
    subtitle: string | null;
    volume: string | null;
    titlePage: { type?: string; lines: string[] }[] | null;
    pieces: { id?: string; kind?: string; title?: string }[] | null;
    notes: number | null;
    wanting: number;
    firstId: string | null;
    visible: boolean;
  }>(
    `SELECT id, stage, "errorCount", "warningCount", "updatedAt", said->>'title' AS title, said->>'subtitle' AS subtitle,
       said->>'volume' AS volume, said->'titlePage' AS "titlePage", said->'front' AS pieces,
       jsonb_array_length(notes) AS notes, notes->0->>'id' AS "firstId", ${visible} AS visible,
       (SELECT count(*)::int FROM jsonb_array_elements(notes) AS note WHERE NOT note ? 'text') AS wanting
     FROM (
       SELECT *, COALESCE(said->'endnotes', '[]') AS notes
       FROM (SELECT letter.*, COALESCE(summary.said, letter.metadata->'volume') AS said
         FROM letter LEFT JOIN volume_summary AS summary ON summary."editionId" = letter."editionId"
         WHERE letter."editionId" = $1 AND position < 0 AND kind = 'front') AS file
     ) AS read
     LIMIT 1`,
    values,
  );
  const [file] = rows;
  if (!file) return null;
  return {
    fileId: file.id,
    stage: stageOf(file.stage),
    findings: file.errorCount === null ? null : { errors: file.errorCount, warnings: file.warningCount ?? 0 },
    updatedAt: file.updatedAt.toISOString(),
    title: file.title ?? '',
    subtitle: file.subtitle,
    volume: file.volume,
    titlePage: file.visible ? (file.titlePage ?? []) : [],
    pieces: file.visible ? (file.pieces ?? []) : [],
    endnotes: file.visible
      ? { count: file.notes ?? 0, wanting: file.wanting, firstId: file.firstId }
      : { count: 0, wanting: 0, firstId: null },
  };
}
