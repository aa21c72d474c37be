import type { AttributeType } from './attribute-type.js';
import type { AttributeRow } from './element-row.js';

const word = /^[^\p{C}\p{Z}]+$/u;
const number = /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|-?INF|NaN|-?\d+\/-?\d+)$/;
const isoDate = /^[0-9.,DHMPRSTWYZ/:+-]+$/;
const point = '-?\\d+(?:\\.\\d+)?,-?\\d+(?:\\.\\d+)?';
const points = new RegExp(`^${point}(?: ${point}){2,}$`);
const zone = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
const year = '-?(?:[1-9]\\d{3,}|0\\d{3})';
const time = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const w3cDate = new RegExp(
  `^(?:${year}(?:-${month}(?:-${day}(?:T${time})?)?)?|--${month}(?:-${day})?|---${day}|${time})${zone}$`,
);

const tests: Readonly<Record<AttributeType, (value: string) => boolean>> = {
  ID: (value) => /^[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u.test(value),
  languageTag: (value) => /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(value),
  points: (value) => points.test(value),
  token: () => true,
  'teidata.certainty': (value) => /^(?:high|medium|low|unknown)$/.test(value) || isProbability(value),
  'teidata.count': (value) => /^\+?\d+$/.test(value),
  'teidata.duration.iso': (value) => isoDate.test(value),
  'teidata.duration.w3c': (value) =>
    /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/.test(value),
  'teidata.enumerated': (value) => word.test(value),
  'teidata.language': (value) => /^(?:[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*)?$/.test(value),
  'teidata.name': (value) => /^[\p{L}_:][\p{L}\p{N}\p{M}._:·-]*$/u.test(value),
  'teidata.numeric': (value) => number.test(value),
  'teidata.outputMeasurement': (value) =>
    /^[-+]?\d+(?:\.\d+)?(?:%|cm|mm|in|pt|pc|px|em|ex|ch|rem|vw|vh|vmin|vmax)$/.test(value),
  'teidata.pointer': (value) => /^[^ \t\n\r<>"{}|\\^`]+$/.test(value),
  'teidata.prefix': (value) => /^[a-z][a-z0-9+.-]*$/.test(value),
  'teidata.probability': isProbability,
  'teidata.temporal.iso': (value) => isoDate.test(value) || isW3cDate(value),
  'teidata.temporal.w3c': isW3cDate,
  'teidata.text': () => true,
  'teidata.truthValue': (value) => /^(?:true|false|1|0)$/.test(value),
  'teidata.version': (value) => /^\d+(?:\.\d+){0,2}$/.test(value),
  'teidata.versionNumber': (value) => /^\d+[a-z]*\d*(?:\.\d+[a-z]*\d*){0,3}$/.test(value),
  'teidata.word': (value) => word.test(value),
  'teidata.xmlName': (value) => /^[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u.test(value),
  'teidata.xTruthValue': (value) => /^(?:true|false|1|0|unknown|inapplicable)$/.test(value),
};

/**
 * Whether `value` is legal for the attribute, as `letters.rng` would judge it. Pointers are only checked for
 * characters that no reference may hold; whether they lead anywhere is another question.
 */
export function attributeAllows(attribute: AttributeRow, value: string): boolean {
  const collapsed = value.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
  const tokens = attribute.many ? collapsed.split(' ') : [collapsed];
  return tokens.every((token) => {
    if (attribute.values !== undefined && Object.hasOwn(attribute.values, token)) return true;
    return attribute.closed !== true && tests[attribute.type](token);
  });
}

function isProbability(value: string): boolean {
  return /^\+?(?:0?\.\d+|[01](?:\.\d*)?)$/.test(value) && Number(value) <= 1;
}

function isW3cDate(value: string): boolean {
  if (!w3cDate.test(value)) return false;
  const [, years, months, days] = /^(-?\d{4,})-(\d\d)-(\d\d)/.exec(value) ?? [];
  return days === undefined || Number(days) <= daysIn(Number(years), Number(months));
}

/** Days in a month of the proleptic Gregorian calendar, in which XML Schema counts. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
