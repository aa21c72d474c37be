import { stages } from '@chancery/workflow';
import type { Pool } from 'pg';
import type { CalendarLine, CalendarOrder, CalendarWindow } from '../contract/calendar.js';
import { stageOf } from '../stages/standing.js';
import type { Onlooker } from '../stages/visible-letters.js';
import { countDeadReferences } from '../volume/letter-references.js';
import { filteredLetters } from './calendar-filter.js';

const progress = `array_position(ARRAY[${stages.map((stage) => `'${stage}'`).join(', ')}], letter.stage)`;

/** What each order goes by, and the tables that it needs. What has no value stands last, whichever way it runs. */
const orders: Record<CalendarOrder, { by: string; letter?: true; assignment?: true }> = {
  place: { by: 'line.place' },
  date: { by: 'line."dateWhen"' },
  title: { by: 'line."titleSort"' },
  stage: { by: progress, letter: true },
  assigned: { by: 'lower(holder.name)', assignment: true },
  due: { by: 'assignment."dueOn"', assignment: true },
  findings: {
    by: 'NULLIF(letter."errorCount" * 100000 + letter."warningCount", 0)',
    letter: true,
  },
  change: { by: 'letter."updatedAt"', letter: true },
};

/** A part of the calendar. */
export async function readLines(
  pool: Pool,
  editionId: string,
  window: CalendarWindow,
  person: Onlooker,
): Promise<CalendarLine[]> {
  const { order, descending, offset, limit } = window;
  const { by, ...needs } = orders[order];
  const { from, where, values } = filteredLetters(editionId, window, person, needs);
  const way = descending === 'true' ? 'DESC' : 'ASC';
  const sorting = order === 'place' ? `line.place ${way}` : `${by} ${way} NULLS LAST, line.place`;
  const { rows } = await pool.query<Row>(
    `SELECT letter.id, line.number, line."numberSupplied", line."enclosedIn", line.title, line."titleSupplied",
       line."dateType", line."datePrinted", line."dateWhen", line.incipit, letter.stage, letter.touched,
       letter."errorCount", letter."warningCount", letter."updatedAt",
       assignment."userId", "user".name, to_char(assignment."dueOn", 'YYYY-MM-DD') AS "dueOn"
     FROM unnest(ARRAY(
       SELECT line."letterId" FROM ${from} WHERE ${where}
       ORDER BY ${sorting}, line."letterId" OFFSET $${values.length + 1} LIMIT $${values.length + 2}
     )) WITH ORDINALITY AS shown (id, turn)
     JOIN calendar_line AS line ON line."letterId" = shown.id
     JOIN letter ON letter.id = shown.id
     LEFT JOIN assignment ON assignment."letterId" = letter.id AND assignment.stage = letter.stage
     LEFT JOIN "user" ON "user".id = assignment."userId"
     ORDER BY shown.turn`,
    [...values, offset, limit],
  );
  const ids = rows.map(({ id }) => id);
  const dead = await countDeadReferences(pool, editionId, ids);
  return rows.map((row) => lineOf(row, dead.get(row.id) ?? 0));
}

interface Row {
  id: string;
  number: string | null;
  numberSupplied: boolean;
  enclosedIn: string | null;
  title: string;
  titleSupplied: boolean;
  dateType: string | null;
  datePrinted: string | null;
  dateWhen: string | null;
  incipit: string;
  stage: string;
  touched: number;
  errorCount: number | null;
  warningCount: number | null;
  updatedAt: Date;
  userId: string | null;
  name: string | null;
  dueOn: string | null;
}

/** @param dead how many references of the letter lead nowhere: each is an error */
function lineOf(row: Row, dead: number): CalendarLine {
  return {
    id: row.id,
    number: row.number === null ? null : { text: row.number, supplied: row.numberSupplied },
    enclosedIn: row.enclosedIn,
    title: { text: row.title, supplied: row.titleSupplied },
    date:
      row.dateType === null
        ? null
        : { type: row.dateType, printed: row.datePrinted ?? '', when: row.dateWhen ?? '' },
    incipit: row.incipit,
    stage: stageOf(row.stage),
    assigned: row.userId === null ? null : { id: row.userId, name: row.name ?? 'Somebody', dueOn: row.dueOn },
    findings:
      row.errorCount === null ? null : { errors: row.errorCount + dead, warnings: row.warningCount ?? 0 },
    touched: row.touched,
    updatedAt: row.updatedAt.toISOString(),
  };
}
