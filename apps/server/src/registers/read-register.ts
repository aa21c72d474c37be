import { createHash } from 'node:crypto';
import { printedNumber, type RegisterKind, type RegisterRecord } from '@chancery/tei';
import { may } from '@chancery/workflow';
import type { Pool } from 'pg';
import type { EntryAnswer, NamesAnswer, RegisterAnswer } from '../contract/register.js';
import { HttpProblem } from '../errors/http-problem.js';
import { plainWords } from '../indexing/plain-words.js';
import { type Onlooker, visibleLetters } from '../stages/visible-letters.js';

/** How many entries a page of a register holds. */
const pageSize = 100;
/** How many of its uses an entry is shown with. */
const usesShown = 500;
/** How many names are shown that nobody has said the bearer of. */
const namesShown = 60;

/** By which a change is known to be upon what the person saw. */
export function entryRevision(entry: RegisterRecord): string {
  const { kind, id, names, dates, description, authorityIds } = entry;
  const facts = [
    kind,
    id,
    names,
    dates ?? '',
    description ?? '',
    authorityIds.map((each) => [each.authority, each.id]),
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}

interface Asked {
  readonly editionId: string;
  readonly kind: RegisterKind;
  readonly person: Onlooker;
}

/** The condition under which somebody is shown a use; its values come behind those of the query. */
function shownUses(person: Onlooker, values: unknown[]): string {
  const letter = {
    id: 'use."letterId"',
    stage: '(SELECT stage FROM letter WHERE letter.id = use."letterId")',
  };
  return visibleLetters(person, letter, (given) => `$${values.push(given)}`) ?? 'true';
}

/** A page of a register: the entries that hold the filter's words, by name, behind the one that is asked for. */
export async function readRegister(
  pool: Pool,
  { editionId, kind, person, filter, after }: Asked & { readonly filter: string; readonly after: string },
): Promise<RegisterAnswer> {
  const patterns = plainWords(filter)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const [sort = '', id = ''] = after.split('\n');
  const values: unknown[] = [editionId, kind, patterns, sort, id, pageSize + 1];
  const entries = pool.query<RegisterAnswer['entries'][number] & { sort: string }>(
    `SELECT entry.id, entry.name, entry.sort, facts->>'dates' AS dates, facts->>'description' AS description,
       used.uses, used.letters
     FROM (SELECT * FROM register_entry
       WHERE "editionId" = $1 AND kind = $2 AND words LIKE ALL ($3) AND (sort, id) > ($4, $5)
       ORDER BY sort, id LIMIT $6) AS entry
     CROSS JOIN LATERAL (SELECT COUNT(*)::int AS uses, COUNT(DISTINCT "letterId")::int AS letters
       FROM name_use AS use
       WHERE use."editionId" = entry."editionId" AND use.path = entry.path AND use.target = entry.id
         AND ${shownUses(person, values)}
     ) AS used ORDER BY entry.sort, entry.id`,
    values,
  );
  const counted = pool.query<{ total: number }>(
    `SELECT COUNT(*)::int AS total FROM register_entry WHERE "editionId" = $1 AND kind = $2 AND words LIKE ALL ($3)`,
    [editionId, kind, patterns],
  );
  const [{ rows }, { rows: totals }, names] = await Promise.all([
    entries,
    counted,
    after === '' ? unidentified(pool, { editionId, kind, person }, patterns) : [],
  ]);
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    mayEdit: may(person.role, 'edit-registers'),
    total: totals[0]?.total ?? 0,
    entries: shown.map(({ sort: _, ...entry }) => entry),
    next: last ? `${last.sort}\n${last.id}` : null,
    unidentified: names,
  };
}

/** By what an entry may be meant: it has the name among its own, or the same words stand for it elsewhere. */
const suggestion = `
  SELECT entry.id, entry.name, entry.facts->>'description' AS description,
    (entry.facts->'names' ? asked.words)::int AS by_name
  FROM register_entry AS entry
  WHERE entry."editionId" = $1 AND entry.kind = $2 AND (
    entry.facts->'names' ? asked.words
    OR EXISTS (SELECT FROM name_use AS known WHERE known."editionId" = $1 AND known.kind = $2
      AND known.words = asked.words AND known.path = entry.path AND known.target = entry.id))
  ORDER BY by_name DESC, entry.sort`;

/** Names that nobody has said the bearer of, the most frequent first. */
async function unidentified(
  pool: Pool,
  { editionId, kind, person }: Asked,
  patterns: readonly string[],
): Promise<RegisterAnswer['unidentified']> {
  const values: unknown[] = [editionId, kind, patterns, namesShown];
  const { rows } = await pool.query<RegisterAnswer['unidentified'][number]>(
    `SELECT asked.words, asked.uses, COALESCE(by_name.name, elsewhere.name) AS suggested
     FROM (SELECT words, COUNT(*)::int AS uses FROM name_use AS use
       WHERE "editionId" = $1 AND kind = $2 AND written IS NULL AND words <> '' AND lower(words) LIKE ALL ($3)
         AND ${shownUses(person, values)}
       GROUP BY words ORDER BY COUNT(*) DESC, words LIMIT $4) AS asked
     LEFT JOIN (SELECT DISTINCT name FROM register_entry WHERE "editionId" = $1 AND kind = $2) AS by_name
       ON by_name.name = asked.words
     LEFT JOIN LATERAL (SELECT entry.name FROM name_use AS known
       JOIN register_entry AS entry ON entry."editionId" = known."editionId" AND entry.path = known.path AND entry.id = known.target
       WHERE known."editionId" = $1 AND known.kind = $2 AND known.words = asked.words AND known.target IS NOT NULL
       LIMIT 1) AS elsewhere ON TRUE
     ORDER BY asked.uses DESC, asked.words`,
    values,
  );
  return rows;
}

/** Some of the places where names stand, and how many there are. */
interface Uses {
  readonly total: number;
  readonly uses: EntryAnswer['uses'];
}

/**
 * Where names stand, in the order of the volume, its own file first. The file and the letters are asked by themselves, so that the
 * calendar's index can give the order, and what is shown is fetched for those alone that are.
 *
 * @param where the condition on `use`, of the edition that is the first of its values
 */
async function usesOf(pool: Pool, where: string, values: readonly unknown[]): Promise<Uses> {
  const [{ rows }, counted] = await Promise.all([
    pool.query<EntryAnswer['uses'][number] & { supplied: boolean | null }>(
      `WITH picked AS (
         (SELECT use."letterId", use.place, -1 AS at
          FROM letter AS front JOIN name_use AS use ON use."letterId" = front.id
          WHERE front."editionId" = $1 AND front.kind = 'front' AND ${where}
          ORDER BY use.place LIMIT ${usesShown})
         UNION ALL
         (SELECT use."letterId", use.place, line.place AS at
          FROM calendar_line AS line JOIN name_use AS use ON use."letterId" = line."letterId"
          WHERE line."editionId" = $1 AND ${where}
          ORDER BY line.place, line."letterId", use.place LIMIT ${usesShown})
         ORDER BY at, "letterId", place LIMIT ${usesShown}
       )
       SELECT use."letterId", use.place, line.number, line."numberSupplied" AS supplied, COALESCE(line.title, '') AS title, use.words, use.context,
         use."isInHeader"
       FROM picked JOIN name_use AS use USING ("letterId", place)
       LEFT JOIN calendar_line AS line ON line."letterId" = use."letterId"
       ORDER BY picked.at, use."letterId", use.place`,
      [...values],
    ),
    pool.query<{ total: number }>(`SELECT COUNT(*)::int AS total FROM name_use AS use WHERE ${where}`, [
      ...values,
    ]),
  ]);
  const uses = rows.map(({ supplied, number, ...use }) => ({
    ...use,
    number: number === null ? null : printedNumber({ text: number, supplied: supplied === true }),
  }));
  return { total: counted.rows[0]?.total ?? 0, uses };
}

/** Where a name stands of which nobody has said whose it is, with the entries that may be meant. */
export async function readNames(
  pool: Pool,
  { editionId, kind, person, words }: Asked & { readonly words: string },
): Promise<NamesAnswer> {
  const values: unknown[] = [editionId, kind, words];
  const shown = shownUses(person, values);
  const uses = await usesOf(
    pool,
    `use."editionId" = $1 AND use.kind = $2 AND use.words = $3 AND use.written IS NULL AND ${shown}`,
    values,
  );
  const suggested = await pool.query<NamesAnswer['suggested'][number]>(
    `SELECT entry.id, entry.name, entry.description FROM (SELECT $3::text AS words) AS asked
     CROSS JOIN LATERAL (${suggestion} LIMIT 5) AS entry`,
    [editionId, kind, words],
  );
  return {
    mayEdit: may(person.role, 'edit-registers'),
    ...uses,
    suggested: suggested.rows,
  };
}

/**
 * An entry with where its names stand.
 *
 * @throws {HttpProblem} `not-found` when the register has it not
 */
export async function readEntry(
  pool: Pool,
  { editionId, kind, person, entryId }: Asked & { readonly entryId: string },
): Promise<EntryAnswer> {
  const found = await pool.query<{ facts: RegisterRecord; path: string }>(
    `SELECT facts, path FROM register_entry WHERE "editionId" = $1 AND kind = $2 AND id = $3 LIMIT 1`,
    [editionId, kind, entryId],
  );
  const [entry] = found.rows;
  if (!entry) throw new HttpProblem('not-found', 'The register has no such entry any more.');
  const values: unknown[] = [editionId, entry.path, entryId];
  const shown = shownUses(person, values);
  const uses = await usesOf(
    pool,
    `use."editionId" = $1 AND use.path = $2 AND use.target = $3 AND ${shown}`,
    values,
  );
  const merges = await pool.query<{ id: string; name: string }>(
    `SELECT id, "from"->'names'->>0 AS name FROM register_merge
     WHERE "editionId" = $1 AND "into"->>'id' = $2 ORDER BY "createdAt" DESC LIMIT 20`,
    [editionId, entryId],
  );
  const { names, dates, description, authorityIds } = entry.facts;
  return {
    kind,
    id: entryId,
    revision: entryRevision(entry.facts),
    mayEdit: may(person.role, 'edit-registers'),
    facts: {
      names: [...names],
      ...(dates === undefined ? {} : { dates }),
      ...(description === undefined ? {} : { description }),
      authorityIds: [...authorityIds],
    },
    ...uses,
    merges: merges.rows,
  };
}
