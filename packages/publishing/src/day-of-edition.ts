import { readPublication } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { TeiFile } from './edition-source.js';
import type { OrderedEdition } from './order-edition.js';
import { faultOf } from './read-once.js';

/**
 * When an edition went out or was last changed: as told, else as the volume says, else as the latest of its documents does.
 * Undefined where none of them says it: a day that nobody named would be wrong in every catalogue.
 *
 * @param released the day that is told: `2026-12-01`
 * @returns a year, a month or a day
 */
export function dayOfEdition({ volume, documents }: OrderedEdition, released?: string): string | undefined {
  const own = datePart(released) ?? dayOf(volume);
  if (own !== undefined) return own;
  const days = documents.flatMap(({ file }) => (file && dayOf(file)) ?? []);
  return days.sort().at(-1);
}

function dayOf(file: TeiFile): string | undefined {
  const { source } = file;
  return mayTellDay(source) && faultOf(file) === undefined
    ? datePart(readPublication(parseTree(source)).date)
    : undefined;
}

/** Whether it can tell the day: most letters do not, and need not be read for it. */
function mayTellDay(source: string): boolean {
  const statement = 'publicationStmt';
  const told = source.slice(source.indexOf(statement), source.lastIndexOf(statement));
  return told.includes('date') || source.includes('revisionDesc');
}

/** A year, month or day of a date that may say more, such as the time of the day; undefined for another form. */
export function datePart(value: string | undefined): string | undefined {
  const [, part] =
    /^(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:T.*)?$/.exec(value ?? '') ?? [];
  if (part === undefined || part.startsWith('0000')) return undefined;
  return part.length < 10 || wholeDay(part) !== undefined ? part : undefined;
}

/** The date, where it is a day that there was. */
export function wholeDay(date: string | undefined): string | undefined {
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date) ? date : undefined;
}

/** The first moment of a year, a month or a day, as RFC 3339 writes it. */
export function firstMoment(date: string): string {
  const [year, month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}
