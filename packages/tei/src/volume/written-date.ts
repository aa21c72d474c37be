import type { LetterDate } from '../header/letter-metadata.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Value = Pick<LetterDate, 'when' | 'notBefore' | 'notAfter' | 'isSpan' | 'cert' | 'precision'>;

/**
 * A date in words, in the style of the house; the empty string for one without a value. What is not sure says so.
 *
 * @param style `day month year`, `year-month-day`, or `month day, year`, which is usual
 * @example
 * writtenDate({ when: '1941-08-04' });                              // 'August 4, 1941'
 * writtenDate({ notBefore: '1942-02', notAfter: '1942-04' });       // 'between February and April 1942'
 */
export function writtenDate(date: Value, style?: string): string {
  const { when, notBefore, notAfter, isSpan, cert, precision } = date;
  const doubt = cert === 'low' || cert === 'medium' ? ' (?)' : '';
  const about = precision === 'low' ? 'about ' : '';
  const written = (value: string) => about + inWords(value, style);
  if (when !== undefined) return written(when) + doubt;
  if (notBefore !== undefined && notAfter !== undefined) {
    const isOneYear = notBefore.slice(0, 4) === notAfter.slice(0, 4);
    const first = isOneYear && notBefore.length === 7 ? about + monthOf(notBefore) : written(notBefore);
    return isSpan
      ? `from ${first} to ${written(notAfter)}${doubt}`
      : `between ${first} and ${written(notAfter)}${doubt}`;
  }
  if (notBefore !== undefined) return `${isSpan ? 'from' : 'not before'} ${written(notBefore)}${doubt}`;
  if (notAfter !== undefined) return `${isSpan ? 'until' : 'not after'} ${written(notAfter)}${doubt}`;
  return '';
}

function inWords(value: string, style: string | undefined): string {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value) ?? [];
  if (year === undefined) return value;
  if (month === undefined) return year;
  if (style === 'year-month-day') return value;
  if (day === undefined) return `${monthOf(value)} ${year}`;
  const figure = String(Number(day));
  return style === 'day month year'
    ? `${figure} ${monthOf(value)} ${year}`
    : `${monthOf(value)} ${figure}, ${year}`;
}

/** The month of a date as TEI writes it: “August” for 1941-08-04; the empty string where it tells none. */
export function monthOf(value: string): string {
  return months[Number(/^-?\d{4}-(\d\d)/.exec(value)?.[1]) - 1] ?? '';
}
