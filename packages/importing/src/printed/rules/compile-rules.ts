import { SettingsError } from '../settings/settings-error.js';
import type { Rule, RuleName, RuleSettings } from './rule.js';
import { rules } from './rules.js';

/** The rules as an import uses them. */
export interface CompiledRules {
  /** The first pattern of a line rule that fits the words. */
  match(name: RuleName, words: string): RegExpExecArray | undefined;
  /** Every place within the words where a rule fits, in order; where two patterns fit at one place, the first holds. */
  matchAll(name: RuleName, words: string): RegExpExecArray[];
}

/** A file of rules that cannot be used; the message says which rule, and what to do. */
export class RuleError extends SettingsError {
  override readonly name = 'RuleError';
}

/**
 * Told when one of the settings' own patterns begins to be tried, and when none is any more, so that whoever waits can say which
 * of them takes so long.
 */
export type PatternWatch = (rule: RuleName | undefined, pattern: number) => void;

/** Longer lines are running text: no rule of lines is tried on them, so that a careless pattern cannot take long. */
const longestLine = 400;
const longestPattern = 1_000;

/**
 * Makes the rules ready for use, with the settings' patterns in place of the usual ones.
 *
 * @throws {RuleError} for a pattern that is no regular expression, or lacks a group that its rule needs
 */
export function compileRules(settings: RuleSettings = {}, watch?: PatternWatch): CompiledRules {
  const compiled = new Map(
    rules.map((rule) => [
      rule.name,
      (settings[rule.name] ?? rule.patterns).map((text) => compile(rule, text)),
    ]),
  );
  const patternsOf = function* (name: RuleName) {
    const tell = settings[name] === undefined ? undefined : watch;
    try {
      for (const [index, pattern] of (compiled.get(name) ?? []).entries()) {
        tell?.(name, index);
        yield pattern;
      }
    } finally {
      tell?.(undefined, 0);
    }
  };
  return {
    match(name, words) {
      if (words.length > longestLine) return undefined;
      for (const pattern of patternsOf(name)) {
        pattern.lastIndex = 0;
        const found = pattern.exec(words);
        if (found) return found;
      }
      return undefined;
    },
    matchAll(name, words) {
      const found: RegExpExecArray[] = [];
      for (const pattern of patternsOf(name)) found.push(...words.matchAll(pattern));
      found.sort((one, other) => one.index - other.index);
      let end = 0;
      return found.filter((match) => {
        if (match.index < end || match[0] === '') return false;
        end = match.index + match[0].length;
        return true;
      });
    },
  };
}

function compile({ name, label, needs }: Rule, text: string): RegExp {
  if (text.length > longestPattern)
    throw new RuleError(
      `A pattern of the rule “${name}” (${label}) has ${text.length} characters; at most ${longestPattern} are taken. Divide it into several.`,
      [name, text],
    );
  for (const group of needs)
    if (!text.includes(`(?<${group}>`))
      throw new RuleError(
        `The pattern ${text} of the rule “${name}” (${label}) does not say where the ${group} stands. Put it into (?<${group}>…).`,
        [name, text],
      );
  try {
    return new RegExp(text, 'gu');
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error);
    throw new RuleError(`A pattern of the rule “${name}” (${label}) is no regular expression: ${reason}.`, [
      name,
      text,
    ]);
  }
}
