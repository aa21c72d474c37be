import { describeData } from './datatypes.js';
import type { Pattern } from './pattern.js';

/** The values that a pattern of text lists, and its datatypes in words. */
export function describeValues(pattern: Pattern): {
  values: readonly string[];
  words: readonly string[];
} {
  switch (pattern.kind) {
    case 'value':
      return { values: [pattern.value], words: [] };
    case 'data':
      return { values: [], words: [describeData(pattern)] };
    case 'list': {
      const inner = describeValues(pattern.body);
      const several = pattern.body.kind === 'oneOrMore' || pattern.body.kind === 'group';
      return several
        ? {
            values: inner.values,
            words: inner.words.map((each) => `${each} (several with spaces between)`),
          }
        : inner;
    }
    case 'oneOrMore':
      return describeValues(pattern.body);
    case 'choice':
    case 'group':
    case 'interleave': {
      const [left, right] = [describeValues(pattern.left), describeValues(pattern.right)];
      return {
        values: unique([...left.values, ...right.values]),
        words: unique([...left.words, ...right.words]),
      };
    }
    default:
      return { values: [], words: [] };
  }
}

/** Datatypes that may all be written, in words; TEI's dates are a dozen types, of which an editor needs three. */
export function inOneSentence(words: readonly string[]): string | undefined {
  const described = unique(words);
  if (described.length === 0) return undefined;
  const isDate = described.some((each) => each.startsWith('a date, such as'));
  if (isDate && described.length > 2) return 'a date in figures, such as 1941-11-04, 1941-11 or 1941';
  return described.join(', or ');
}

/** Each of the values once, in the order of first mention. */
export function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
