import { fromEdtf, ImpossibleDate, monthOf } from '@chancery/tei';
import { figureLike, isWithin, readNumber } from './misread.js';

/** A date in words as the volume prints it, read into figures. */
export interface PrintedDay {
  /** ISO 8601: `1941-08-04`, `1941-08`, `1941`. */
  readonly when: string;
  /** The words as they should be, where OCR has misread some of them; else as they are. */
  readonly words: string;
  /** `as-printed` where every sign is what it should be, `read-over` where some had to be taken for others. */
  readonly certainty: 'as-printed' | 'read-over';
}

const months = Array.from({ length: 12 }, (_, index) =>
  monthOf(`2000-${String(index + 1).padStart(2, '0')}`),
);
const figure = `[${figureLike}]`;
const american = new RegExp(`^(\\p{L}{3,10})\\.?\\s+(${figure}{1,2})\\s*[,.]\\s*(${figure}{4})$`, 'u');
const british = new RegExp(`^(${figure}{1,2})\\s+(\\p{L}{3,10})\\.?,?\\s+(${figure}{4})$`, 'u');
const monthAlone = new RegExp(`^(\\p{L}{3,10})\\.?,?\\s+(${figure}{4})$`, 'u');

/**
 * Reads “August 4, 1941”, “4 August 1941” or “August 1941”, with figures taken for letters and a misread letter or two in the
 * month. Undefined for what is no date, or one that no calendar has.
 */
export function readPrintedDate(written: string): PrintedDay | undefined {
  const text = written.trim();
  const [, month, day, year] = american.exec(text) ?? [];
  if (month && day && year) return dateOf(text, month, day, year, (m, d, y) => `${m} ${d}, ${y}`);
  const [, first, second, third] = british.exec(text) ?? [];
  if (first && second && third) return dateOf(text, second, first, third, (m, d, y) => `${d} ${m} ${y}`);
  const [, only, of] = monthAlone.exec(text) ?? [];
  return only && of ? dateOf(text, only, undefined, of, (m, _, y) => `${m} ${y}`) : undefined;
}

function dateOf(
  text: string,
  month: string,
  day: string | undefined,
  year: string,
  write: (month: string, day: string, year: string) => string,
): PrintedDay | undefined {
  const index = monthIndex(month);
  const readYear = readNumber(year);
  const readDay = day === undefined ? undefined : readNumber(day);
  if (index < 0 || !readYear || (day !== undefined && !readDay)) return undefined;
  const when = [
    readYear.figures,
    String(index + 1).padStart(2, '0'),
    ...(readDay ? [String(readDay.value).padStart(2, '0')] : []),
  ].join('-');
  try {
    fromEdtf(when);
  } catch (error) {
    if (error instanceof ImpossibleDate) return undefined;
    throw error;
  }
  const name = months[index] ?? month;
  const isShort = month.length === 3 && name.startsWith(month);
  const isMisread =
    readYear.isMisread ||
    readDay?.isMisread === true ||
    (name !== month && !isShort && !isCapitals(month, name));
  return {
    when,
    words: isMisread ? write(name, readDay?.figures ?? '', readYear.figures) : text,
    certainty: isMisread ? 'read-over' : 'as-printed',
  };
}

function isCapitals(month: string, name: string): boolean {
  return month === name.toUpperCase();
}

function monthIndex(written: string): number {
  const lower = written.toLowerCase();
  const exact = months.findIndex(
    (name) => name.toLowerCase() === lower || name.toLowerCase().startsWith(lower),
  );
  if (exact >= 0) return exact;
  const near = months.flatMap((name, index) =>
    isWithin(name.toLowerCase(), lower, name.length > 5 ? 2 : 1) ? [index] : [],
  );
  return near.length === 1 ? (near[0] ?? -1) : -1;
}
