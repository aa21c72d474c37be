import { scan } from './context-matcher.js';
import type { Rule } from './schema.js';
import { variableNames } from './scope.js';

/**
 * All assertions of a rule, with the variables of the rule that they need, as one condition on the node. To begin an
 * evaluation costs more than most tests do: where this holds, as it does nearly everywhere, none of them has to be asked by itself.
 *
 * @returns undefined where there is nothing to be joined, or an expression is not whole and would be another one beside others
 */
export function keptTest({ assertions, variables }: Rule): string | undefined {
  if (assertions.length + variables.length < 2) return undefined;
  const needed = new Set(assertions.flatMap(({ test }) => variableNames(test)));
  const declared = variables
    .toReversed()
    .filter(({ name, value }) => {
      if (!needed.has(name)) return false;
      for (const each of variableNames(value)) needed.add(each);
      return true;
    })
    .toReversed();
  const expressions = [...declared.map(({ value }) => value), ...assertions.map(({ test }) => test)];
  if (!expressions.every(isWhole)) return undefined;
  const lets = declared.map(({ name, value }) => `let $${name} := (${value}) return `);
  const tests = assertions.map(({ kind, test }) => `${kind === 'assert' ? '' : 'not'}((${test}))`);
  return `${lets.join('')}${tests.join(' and ')}`;
}

/** Whether every bracket and string that is opened is closed. */
function isWhole(expression: string): boolean {
  let [least, last] = [0, -1];
  scan(`${expression} `, (index, depth) => {
    least = Math.min(least, depth);
    if (index === expression.length) last = depth;
  });
  return least === 0 && last === 0 && expression.trim() !== '';
}
