import type { CalendarFilter } from '../contract/calendar.js';
import { plainWords } from '../indexing/plain-words.js';
import { type Onlooker, visibleLetters } from '../stages/visible-letters.js';

/** The tables and the condition of a query over the letters of one edition, with its values. */
export interface FilteredLetters {
  /** `line` is the line of the calendar, `letter` the letter, `assignment` and `holder` who has it at its stage. */
  readonly from: string;
  readonly where: string;
  readonly values: readonly unknown[];
}

const joins = {
  letter: ' JOIN letter ON letter.id = line."letterId"',
  assignment:
    ' LEFT JOIN assignment ON assignment."letterId" = letter.id AND assignment.stage = letter.stage' +
    ' LEFT JOIN "user" AS holder ON holder.id = assignment."userId"',
} as const;

/**
 * The letters that a filter shows of those that somebody may see. Tables that nothing needs are left out: lines are then found in an index alone.
 *
 * @param needs the tables that the query itself speaks of
 */
export function filteredLetters(
  editionId: string,
  filter: CalendarFilter,
  person: Onlooker,
  needs: { readonly letter?: boolean; readonly assignment?: boolean } = {},
): FilteredLetters {
  const values: unknown[] = [editionId];
  const conditions = ['line."editionId" = $1'];
  const value = (given: unknown) => `$${values.push(given)}`;
  for (const word of plainWords(filter.words).split(/\s+/u).filter(Boolean)) {
    const pattern = value(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(
      `(line.words LIKE ${pattern} OR lower('no. ' || line.number || ' [' || line.number || ']') LIKE ${pattern})`,
    );
  }
  if (filter.stage !== undefined) conditions.push(`letter.stage = ${value(filter.stage)}`);
  if (filter.findings === 'true') conditions.push('(letter."errorCount" > 0 OR letter."warningCount" > 0)');
  if (filter.mine === 'true') conditions.push(`assignment."userId" = ${value(person.id)}`);
  const visible = visibleLetters(person, { id: 'line."letterId"', stage: 'letter.stage' }, value);
  if (visible !== undefined) conditions.push(visible);
  const assignment = needs.assignment === true || filter.mine === 'true';
  const letter =
    assignment ||
    needs.letter === true ||
    filter.stage !== undefined ||
    filter.findings === 'true' ||
    visible?.includes('letter.stage') === true;
  return {
    from: `calendar_line AS line${letter ? joins.letter : ''}${assignment ? joins.assignment : ''}`,
    where: conditions.join(' AND '),
    values,
  };
}
