import type { AttributeType } from '../attribute-type.js';
import { type MarkupElement, markup } from '../markup.js';

const word = '[^\\p{C}\\p{Z}]+';
const point = '-?[0-9]+(\\.[0-9]+)?,-?[0-9]+(\\.[0-9]+)?';
const isoDate = '[0-9.,DHMPRSTWYZ/:+\\-]+';

/**
 * Each datatype of the table as a RELAX NG pattern that takes the same values as TEI P5's (Guidelines, 1.4.2
 * Datatype Specifications). Where TEI's own has alternatives of which one includes another, such as double and decimal, the
 * narrower is left out: libxml2 follows every alternative that fits, and its time grows as the product.
 */
export const datatypes: Readonly<Record<AttributeType, MarkupElement>> = {
  ID: data('ID'),
  languageTag: data('language'),
  points: data('token', { pattern: `${point}( ${point}){2,}` }),
  token: data('token'),
  'teidata.certainty': choiceOf(probability(), ...['high', 'medium', 'low', 'unknown'].map(literal)),
  'teidata.count': data('nonNegativeInteger'),
  'teidata.duration.iso': data('token', { pattern: isoDate }),
  'teidata.duration.w3c': data('duration'),
  'teidata.enumerated': data('token', { pattern: word }),
  'teidata.language': choiceOf(data('language'), literal('')),
  'teidata.name': data('Name'),
  'teidata.numeric': choiceOf(data('double'), data('token', { pattern: '(\\-?[\\d]+/\\-?[\\d]+)' })),
  'teidata.outputMeasurement': data('token', {
    pattern: '[\\-+]?\\d+(\\.\\d+)?(%|cm|mm|in|pt|pc|px|em|ex|ch|rem|vw|vh|vmin|vmax)',
  }),
  'teidata.pointer': data('anyURI', { pattern: '\\S+' }),
  'teidata.prefix': data('token', { pattern: '[a-z][a-z0-9\\+\\.\\-]*' }),
  'teidata.probability': probability(),
  'teidata.temporal.iso': data('token', { pattern: isoDate }),
  'teidata.temporal.w3c': choiceOf(...w3cDates()),
  'teidata.text': data('string'),
  'teidata.truthValue': data('boolean'),
  'teidata.version': data('token', { pattern: '[\\d]+(\\.[\\d]+){0,2}' }),
  'teidata.versionNumber': data('token', { pattern: '[\\d]+[a-z]*[\\d]*(\\.[\\d]+[a-z]*[\\d]*){0,3}' }),
  'teidata.word': data('token', { pattern: word }),
  'teidata.xTruthValue': choiceOf(data('boolean'), literal('unknown'), literal('inapplicable')),
  'teidata.xmlName': data('NCName'),
};

function data(type: string, parameters: Readonly<Record<string, string>> = {}): MarkupElement {
  const limits = Object.entries(parameters).map(([name, value]) => markup('param', { name }, value));
  return markup('data', { type }, ...limits);
}

function literal(value: string): MarkupElement {
  return value === '' ? markup('value', {}) : markup('value', {}, value);
}

function choiceOf(...patterns: readonly MarkupElement[]): MarkupElement {
  return markup('choice', {}, ...patterns);
}

function probability(): MarkupElement {
  return data('double', { minInclusive: '0', maxInclusive: '1' });
}

function w3cDates(): readonly MarkupElement[] {
  return ['date', 'gYear', 'gMonth', 'gDay', 'gYearMonth', 'gMonthDay', 'time', 'dateTime'].map((type) =>
    data(type),
  );
}
