import type { DataPattern, ValuePattern } from './pattern.js';

/** XML white space at the edges gone, runs of it one space: XML Schema Part 2 §4.3.6, `collapse`. */
export function collapse(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

const zone = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
const year = '-?(?:[1-9]\\d{3,}|0\\d{3})';
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
const time = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const nameStart =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const nameRest = `${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040`;
const colonless = (range: string): string => range.replace(':', '');
const ncName = `[${colonless(nameStart)}][${colonless(nameRest)}]*`;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

/** What the strings of each datatype look like: XML Schema Part 2 §3, and RFC 3987 for `anyURI` as loosely as XML Schema takes it. */
const lexical: Readonly<Record<string, RegExp>> = {
  anyURI: /^[^\s<>"{}|\\^`]*$/u,
  base64Binary: /^[A-Za-z0-9+/= ]*$/u,
  boolean: /^(?:true|false|0|1)$/u,
  byte: /^[+-]?\d+$/u,
  date: whole(`${year}-${month}-${day}${zone}`),
  dateTime: whole(`${year}-${month}-${day}T${time}${zone}`),
  decimal: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u,
  double: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/u,
  duration: /^-?P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?!$)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/u,
  float: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/u,
  gDay: whole(`---${day}${zone}`),
  gMonth: whole(`--${month}${zone}`),
  gMonthDay: whole(`--${month}-${day}${zone}`),
  gYear: whole(`${year}${zone}`),
  gYearMonth: whole(`${year}-${month}${zone}`),
  ID: whole(ncName),
  IDREF: whole(ncName),
  IDREFS: whole(`${ncName}(?: ${ncName})*`),
  int: /^[+-]?\d+$/u,
  integer: /^[+-]?\d+$/u,
  language: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/u,
  long: /^[+-]?\d+$/u,
  Name: whole(`[${nameStart}][${nameRest}]*`),
  NCName: whole(ncName),
  negativeInteger: /^-0*[1-9]\d*$/u,
  NMTOKEN: whole(`[${nameRest}]+`),
  NMTOKENS: whole(`[${nameRest}]+(?: [${nameRest}]+)*`),
  nonNegativeInteger: /^(?:\+?\d+|-0+)$/u,
  nonPositiveInteger: /^(?:-\d+|\+?0+)$/u,
  positiveInteger: /^\+?0*[1-9]\d*$/u,
  QName: whole(`(?:${ncName}:)?${ncName}`),
  short: /^[+-]?\d+$/u,
  time: whole(`${time}${zone}`),
  unsignedByte: /^\+?\d+$/u,
  unsignedInt: /^\+?\d+$/u,
  unsignedLong: /^\+?\d+$/u,
  unsignedShort: /^\+?\d+$/u,
};

/** Words for an editor, with an example where that says more. */
const described: Readonly<Record<string, string>> = {
  anyURI: 'a reference, such as #stalin or volume.xml#stalin',
  boolean: 'true or false',
  date: 'a date, such as 1941-11-04',
  dateTime: 'a date with time, such as 1941-11-04T09:30:00Z',
  decimal: 'a number',
  double: 'a number',
  duration: 'a length of time, such as P3D for three days',
  gDay: 'a day alone, such as ---04',
  gMonth: 'a month alone, such as --11',
  gMonthDay: 'a day of the year, such as --11-04',
  gYear: 'a year, such as 1941',
  gYearMonth: 'a month of a year, such as 1941-11',
  ID: 'an identifier: a letter first, then letters, digits, hyphens and full stops, without spaces',
  integer: 'a whole number',
  int: 'a whole number',
  language: 'a language tag, such as en or de-AT',
  Name: 'a name without spaces, beginning with a letter',
  NCName: 'a name without spaces or colons, beginning with a letter',
  NMTOKEN: 'one word of letters, digits, hyphens and full stops',
  nonNegativeInteger: 'a whole number, 0 or more',
  positiveInteger: 'a whole number, 1 or more',
  string: 'any text',
  time: 'a time of day, such as 09:30:00',
  token: 'any text',
};

function isLeapYear(value: number): boolean {
  return (value % 4 === 0 && value % 100 !== 0) || value % 400 === 0;
}

/** Whether the day exists in its month: XML Schema Part 2 §3.2.9.1. February 29 is allowed where no year is given. */
function dayExists(type: string, text: string): boolean {
  const parts =
    type === 'gMonthDay' ? /^--(\d\d)-(\d\d)/.exec(text) : /^(?:(-?\d+)-)?(\d\d)-(\d\d)/.exec(text);
  if (parts === null) return true;
  const [yearText, monthText, dayText] =
    type === 'gMonthDay' ? [undefined, parts[1], parts[2]] : [parts[1], parts[2], parts[3]];
  const lengths = [
    31,
    yearText === undefined || isLeapYear(Number(yearText)) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return Number(dayText) <= (lengths[Number(monthText) - 1] ?? 31);
}

/**
 * XML Schema's regular expressions (Part 2, appendix F) match the whole string and know `\i` and `\c`. Other set
 * subtractions have no counterpart here; an expression that cannot be translated accepts everything.
 */
function schemaExpression(source: string): RegExp | undefined {
  const named = source
    .replaceAll('[\\i-[:]]', `[${colonless(nameStart)}]`)
    .replaceAll('[\\c-[:]]', `[${colonless(nameRest)}]`);
  if (named.includes('-[')) return undefined;
  const translated = named
    .replace(/\[(?:[^\]\\]|\\.)*\]/gu, (set) => set.replaceAll('\\i', nameStart).replaceAll('\\c', nameRest))
    .replaceAll('\\i', `[${nameStart}]`)
    .replaceAll('\\c', `[${nameRest}]`)
    // An escaped hyphen is allowed anywhere there, here in sets only.
    .replace(/\[(?:[^\]\\]|\\.)*\]|\\-/gu, (part) => (part === '\\-' ? '-' : part));
  try {
    return new RegExp(`^(?:${translated})$`, 'u');
  } catch {
    return undefined;
  }
}

const expressions = new Map<string, RegExp | undefined>();

function withinParameter(text: string, name: string, value: string): boolean {
  switch (name) {
    case 'pattern': {
      if (!expressions.has(value)) expressions.set(value, schemaExpression(value));
      return expressions.get(value)?.test(text) ?? true;
    }
    case 'length':
      return [...text].length === Number(value);
    case 'minLength':
      return [...text].length >= Number(value);
    case 'maxLength':
      return [...text].length <= Number(value);
    case 'minInclusive':
      return Number.isNaN(Number(text)) || Number(text) >= Number(value);
    case 'maxInclusive':
      return Number.isNaN(Number(text)) || Number(text) <= Number(value);
    case 'minExclusive':
      return Number.isNaN(Number(text)) || Number(text) > Number(value);
    case 'maxExclusive':
      return Number.isNaN(Number(text)) || Number(text) < Number(value);
    default:
      return true;
  }
}

/**
 * Whether the string belongs to the datatype, its parameters included and its exception left out of account.
 * A datatype that is not known here accepts everything: this code explains verdicts and does not give them.
 */
export function dataAllows(pattern: DataPattern, text: string): boolean {
  const subject = pattern.type === 'string' ? text : collapse(text);
  const form = lexical[pattern.type];
  if (form !== undefined && !form.test(subject)) return false;
  if (/^(?:date|dateTime|gMonthDay)$/.test(pattern.type) && !dayExists(pattern.type, subject)) return false;
  return pattern.parameters.every(({ name, value }) => withinParameter(subject, name, value));
}

/** Whether the string is the value, compared as its datatype compares. */
export function valueEquals(pattern: ValuePattern, text: string): boolean {
  return pattern.type === 'string' ? text === pattern.value : collapse(text) === collapse(pattern.value);
}

/** The datatype in an editor's words. */
export function describeData(pattern: DataPattern): string {
  const expression = pattern.parameters.find((parameter) => parameter.name === 'pattern')?.value;
  if (expression === undefined) return described[pattern.type] ?? `a value of type ${pattern.type}`;
  if (expression === '\\S+' || expression === '[^\\s]+') return 'one or more characters without spaces';
  if (/^\[\^\\p\{C\}\\p\{Z\}\]\+$/.test(expression)) return 'one word without spaces';
  if (expression === '(\\-?[\\d]+/\\-?[\\d]+)') return 'a fraction, such as 3/4';
  return `text of the form ${expression}`;
}
