import { may } from '@chancery/workflow';
import type { Pool } from 'pg';
import type { Surroundings, Targets, VolumeLine } from '../contract/volume-line.js';
import { plainWords } from '../indexing/plain-words.js';
import { stageOf } from '../stages/standing.js';
import { type Onlooker, visibleLetters } from '../stages/visible-letters.js';
import { filteredLetters } from './calendar-filter.js';

/** Whoever sees few letters sees those that are theirs. */
const asTheirs = { assigned: true, transcribed: true };

/** How many letters and places are offered for what was typed. */
const mostOffered = 40;

interface Row {
  id: string;
  name: string;
  path: string;
  kind: string;
  number: string | null;
  numberSupplied: boolean | null;
  enclosedIn: string | null;
  title: string | null;
  titleSupplied: boolean | null;
  dateType: string | null;
  datePrinted: string | null;
  dateWhen: string | null;
  incipit: string | null;
  stage: string;
}

const columns = `letter.id, letter.name, letter.path, letter.kind, letter.stage, line.number, line."numberSupplied",
  line."enclosedIn", line.title, line."titleSupplied", line."dateType", line."datePrinted", line."dateWhen", line.incipit`;

/** The volume's own file has no line of the calendar. */
function lineOf(row: Row): VolumeLine {
  return {
    id: row.id,
    name: row.name,
    path: row.path,
    kind: row.kind,
    number: row.number === null ? null : { text: row.number, supplied: row.numberSupplied === true },
    enclosedIn: row.enclosedIn,
    title: { text: row.title ?? row.name, supplied: row.titleSupplied === true },
    date:
      row.dateType === null
        ? null
        : { type: row.dateType, printed: row.datePrinted ?? '', when: row.dateWhen ?? '' },
    incipit: row.incipit ?? '',
    stage: stageOf(row.stage),
  };
}

/** What stands around a letter, of what somebody may see; what it refers to has its line whether they may open it or not. */
export async function readSurroundings(
  pool: Pool,
  letterId: string,
  person: Onlooker,
): Promise<Surroundings> {
  const [own, referred] = await Promise.all([
    pool.query<Row & { editionId: string; place: number | null }>(
      `SELECT ${columns}, letter."editionId", line.place FROM letter
       LEFT JOIN calendar_line AS line ON line."letterId" = letter.id WHERE letter.id = $1`,
      [letterId],
    ),
    pool.query<Row>(
      `SELECT ${columns} FROM (
         SELECT by_path.id FROM letter_reference AS reference
         JOIN letter AS by_path ON by_path."editionId" = reference."editionId" AND by_path.path = reference.path
         WHERE reference."letterId" = $1
         UNION SELECT by_name.id FROM letter_reference AS reference
         JOIN letter AS by_name ON by_name."editionId" = reference."editionId" AND by_name.name = reference.name
         WHERE reference."letterId" = $1
       ) AS target
       JOIN letter ON letter.id = target.id LEFT JOIN calendar_line AS line ON line."letterId" = letter.id`,
      [letterId],
    ),
  ]);
  const [here] = own.rows;
  const inVolume = here !== undefined && (here.place !== null || here.kind === 'front');
  if (!inVolume) return { line: null, previous: null, next: null, referred: referred.rows.map(lineOf) };
  const place = here.place ?? -1;
  const [previous, next] = await Promise.all([
    here.kind === 'front' ? undefined : neighbour(pool, { ...here, place }, person, 'previous'),
    neighbour(pool, { ...here, place }, person, 'next'),
  ]);
  const before =
    previous ?? (here.kind === 'front' ? undefined : await volumeFile(pool, here.editionId, person));
  return {
    line: lineOf(here),
    previous: before ?? null,
    next: next ?? null,
    referred: referred.rows.map(lineOf),
  };
}

async function neighbour(
  pool: Pool,
  here: { readonly id: string; readonly editionId: string; readonly place: number },
  person: Onlooker,
  way: 'previous' | 'next',
): Promise<VolumeLine | undefined> {
  const values: unknown[] = [here.editionId, here.place, here.id];
  const value = (given: unknown) => `$${values.push(given)}`;
  const visible = visibleLetters(person, { id: 'letter.id', stage: 'letter.stage' }, value) ?? 'true';
  const [than, order] = way === 'next' ? ['>', 'ASC'] : ['<', 'DESC'];
  const { rows } = await pool.query<Row>(
    `SELECT ${columns} FROM calendar_line AS line JOIN letter ON letter.id = line."letterId"
     WHERE line."editionId" = $1 AND (line.place, line."letterId") ${than} ($2, $3) AND ${visible}
     ORDER BY line.place ${order}, line."letterId" ${order} LIMIT 1`,
    values,
  );
  return rows[0] && lineOf(rows[0]);
}

async function volumeFile(pool: Pool, editionId: string, person: Onlooker): Promise<VolumeLine | undefined> {
  const values: unknown[] = [editionId];
  const value = (given: unknown) => `$${values.push(given)}`;
  const visible = visibleLetters(person, { id: 'letter.id', stage: 'letter.stage' }, value) ?? 'true';
  const { rows } = await pool.query<Row>(
    `SELECT ${columns} FROM letter LEFT JOIN calendar_line AS line ON line."letterId" = letter.id
     WHERE letter."editionId" = $1 AND letter.position < 0 AND letter.kind = 'front' AND ${visible}`,
    values,
  );
  return rows[0] && lineOf(rows[0]);
}

/**
 * The letters whose lines hold all words that were typed, and the notes and pages in them that may be referred to. Whoever types a
 * figure means the letter of that number: it stands first.
 */
export async function findTargets(
  pool: Pool,
  editionId: string,
  typed: string,
  person: Onlooker,
): Promise<Targets> {
  const filter = { words: typed, mine: 'false', findings: 'false' } as const;
  const { from, where, values } = filteredLetters(editionId, filter, person, { letter: true });
  const number =
    plainWords(typed)
      .split(/\s+/u)
      .find((word) => /^\[?\d+\w*\]?$/.test(word)) ?? '';
  const { rows } = await pool.query<Row>(
    `SELECT ${columns} FROM ${from} WHERE ${where}
     ORDER BY (line.number IS NOT DISTINCT FROM $${values.length + 1}) DESC, line.place, line."letterId" LIMIT ${mostOffered}`,
    [...values, number.replace(/[[\]]/g, '')],
  );
  const places = await findPlaces(pool, editionId, typed, person);
  return { letters: rows.map(lineOf), places };
}

async function findPlaces(
  pool: Pool,
  editionId: string,
  typed: string,
  person: Onlooker,
): Promise<Targets['places']> {
  const values: unknown[] = [editionId];
  const value = (given: unknown) => `$${values.push(given)}`;
  const visible = visibleLetters(person, { id: 'letter.id', stage: 'letter.stage' }, value) ?? 'true';
  const said = `lower(CASE anchor.element WHEN 'pb' THEN 'page ' ELSE 'note ' END || COALESCE(anchor.n, anchor.id)
    || ' in no. ' || COALESCE(line.number, '') || ' ' || COALESCE(line.words, ''))`;
  const words = plainWords(typed).split(/\s+/u).filter(Boolean);
  const conditions = words.map((word) => `${said} LIKE ${value(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`);
  interface Place extends Row {
    what: 'note' | 'page';
    anchorId: string;
    n: string | null;
    named: boolean;
  }
  const { rows } = await pool.query<Place>(
    `SELECT ${columns}, CASE anchor.element WHEN 'pb' THEN 'page' ELSE 'note' END AS what, anchor.id AS "anchorId", anchor.n, anchor.named
     FROM letter JOIN letter_anchor AS anchor ON anchor."letterId" = letter.id AND anchor.element IN ('note', 'pb')
     LEFT JOIN calendar_line AS line ON line."letterId" = letter.id
     WHERE letter."editionId" = $1 AND ${[visible, ...conditions].join(' AND ')}
     ORDER BY line.place NULLS FIRST, letter.id, anchor.id LIMIT ${mostOffered}`,
    values,
  );
  // To name a page is to edit its letter; whoever may not is not offered it.
  const mayName = ({ stage }: Row) => may(person.role, 'edit-letter', stageOf(stage), asTheirs);
  return rows.flatMap(({ what, anchorId, n, named, ...row }) =>
    named || mayName(row) ? [{ kind: what, id: anchorId, n, named, letter: lineOf(row) }] : [],
  );
}
