import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';
import type { Required } from './query.js';
import { wordsOf } from './words-of.js';

/**
 * Words that whatever a regular expression matches must hold, so that a search need not look at every letter: any of the
 * lists, each with all of its words. None where nothing can be said.
 *
 * @param pattern a valid regular expression with the flag `u`
 */
export function requiredWords(pattern: string): readonly (readonly Required[])[] {
  const alternatives = parseRegExpLiteral(new RegExp(pattern, 'u')).pattern.alternatives.map((alternative) =>
    literalsOf(alternative).flatMap(partsOf),
  );
  return alternatives.every((words) => words.length > 0) ? alternatives : [];
}

/** The stretches of characters that an alternative cannot do without. */
function literalsOf({ elements }: AST.Alternative): string[] {
  const found: string[] = [];
  let now = '';
  const part = () => {
    if (now !== '') found.push(now);
    now = '';
  };
  for (const element of elements) {
    if (element.type === 'Character') now += String.fromCodePoint(element.value);
    else if (isSingle(element)) {
      part();
      const [only] = element.alternatives;
      if (only) found.push(...literalsOf(only));
    } else part();
  }
  part();
  return found;
}

function isSingle(element: AST.Element): element is AST.Group | AST.CapturingGroup {
  return (element.type === 'Group' || element.type === 'CapturingGroup') && element.alternatives.length === 1;
}

/** What stands beside a stretch is not known: its first and last words may be parts of longer ones. */
function partsOf(literal: string): Required[] {
  const words = wordsOf(literal);
  return words.map((word, index) => ({
    word,
    openBefore: index === 0 && /^[\p{L}\p{N}\p{M}]/u.test(literal),
    openBehind: index === words.length - 1 && /[\p{L}\p{N}\p{M}]$/u.test(literal),
  }));
}
