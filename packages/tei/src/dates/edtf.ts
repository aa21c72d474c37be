import type { LetterDate } from '../header/letter-metadata.js';

/** What a date says of a day, as TEI's attributes have it. */
export type DateSaying = Pick<
  LetterDate,
  'when' | 'notBefore' | 'notAfter' | 'isSpan' | 'cert' | 'precision'
>;

/** A date that is written otherwise than EDTF has it, or that no calendar has; the message says which and what to do. */
export class ImpossibleDate extends Error {
  override readonly name = 'ImpossibleDate';
}

const howTo =
  'Write a date as 1941-08-04, 1941-08 or 1941; with ? where it is uncertain, ~ where it is approximate; a range as 1941-08-04/1941-08-07; one day within limits as [1941-08-04..1941-08-07]; XXXX where it is unknown.';

/**
 * Reads a date in the Extended Date/Time Format, level 1 (ISO 8601-2), and its “one of a set” for a day within limits.
 *
 * | EDTF | TEI |
 * |-|-|
 * | `1941-08-04`, `1941-08`, `1941`, `1941-08-XX` | `@when` |
 * | `194X` | `@notBefore`, `@notAfter` |
 * | `?` | `@cert="low"` |
 * | `~` | `@precision="low"` |
 * | `%` | both |
 * | `a/b`, `a/..`, `../b` | `@from`, `@to` |
 * | `[a..b]`, `[a..]`, `[..b]` | `@notBefore`, `@notAfter` |
 * | `XXXX` | `@cert="unknown"`, and no value |
 *
 * @throws {ImpossibleDate}
 */
export function fromEdtf(written: string): DateSaying {
  const text = written.trim().replaceAll('–', '/').toUpperCase();
  if (/^X{4}(?:-XX){0,2}$/.test(text)) return { cert: 'unknown' };
  const doubt = /[?~%]$/.exec(text)?.[0];
  const plain = doubt === undefined ? text : text.slice(0, -1);
  const sure = {
    ...(doubt === '?' || doubt === '%' ? { cert: 'low' } : {}),
    ...(doubt === '~' || doubt === '%' ? { precision: 'low' } : {}),
  };
  const [, first, last] = /^\[(.*?)\.\.(.*)\]$/.exec(plain) ?? [];
  if (first !== undefined && last !== undefined) return { ...limits(first, last), ...sure };
  if (plain.includes('/')) return { ...interval(plain), ...sure };
  const decade = /^(-?\d{2,3})(X{1,2})$/.exec(plain);
  if (decade?.[1] && decade[2] && plain.replace('-', '').length === 4) {
    const [stem, open] = [decade[1], decade[2]];
    return {
      notBefore: stem + open.replaceAll('X', '0'),
      notAfter: stem + open.replaceAll('X', '9'),
      ...sure,
    };
  }
  return { when: day(plain), ...sure };
}

function interval(text: string): DateSaying {
  // Each end may be in doubt: then the whole is.
  const [from = '', to = '', more] = text.split('/').map((end) => end.replace(/[?~%]$/, ''));
  if (more !== undefined) throw new ImpossibleDate(howTo);
  const doubts = text.match(/[?~%](?=\/|$)/g)?.join('') ?? '';
  return {
    ...limits(from, to),
    isSpan: true,
    ...(/[?%]/.test(doubts) ? { cert: 'low' } : {}),
    ...(/[~%]/.test(doubts) ? { precision: 'low' } : {}),
  };
}

function limits(first: string, last: string): DateSaying {
  const isOpen = (end: string) => end === '' || end === '..';
  if (isOpen(first) && isOpen(last)) throw new ImpossibleDate(howTo);
  const notBefore = isOpen(first) ? undefined : day(first);
  const notAfter = isOpen(last) ? undefined : day(last);
  if (notBefore !== undefined && notAfter !== undefined && isAfter(notBefore, notAfter))
    throw new ImpossibleDate(`${notBefore} lies after ${notAfter}. The earlier date comes first.`);
  return { notBefore, notAfter };
}

/** Whether one date is certainly later than another. */
export function isAfter(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return !one.startsWith('-') && one.slice(0, length) > other.slice(0, length);
}

function day(text: string): string {
  const known = text.replace(/(?:-XX){1,2}$/, '');
  const [, year, month, date] = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(known) ?? [];
  if (year === undefined) throw new ImpossibleDate(howTo);
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12))
    throw new ImpossibleDate(`There is no month ${month}: ${known}. ${howTo}`);
  if (date !== undefined) {
    const last = new Date(Date.UTC(2000, Number(month), 0)).getUTCDate();
    const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
    const days = month === '02' && !isLeap ? 28 : last;
    if (Number(date) < 1 || Number(date) > days)
      throw new ImpossibleDate(`There was no ${known}: that month had ${days} days.`);
  }
  return known;
}

/** The date in the Extended Date/Time Format; the empty string for one without a value. */
export function toEdtf({ when, notBefore, notAfter, isSpan, cert, precision }: DateSaying): string {
  const uncertain = cert === 'low' || cert === 'medium';
  const sign = uncertain && precision === 'low' ? '%' : uncertain ? '?' : precision === 'low' ? '~' : '';
  if (when !== undefined) return when + sign;
  if (notBefore === undefined && notAfter === undefined) return cert === 'unknown' ? 'XXXX' : '';
  return isSpan
    ? `${notBefore ?? '..'}/${notAfter ?? '..'}${sign}`
    : `[${notBefore ?? ''}..${notAfter ?? ''}]${sign}`;
}
