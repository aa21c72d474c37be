import { readSourceLines } from '../reading/read-source-lines.js';
import { compileRules, type PatternWatch } from './compile-rules.js';
import type { Rule, RuleName, RuleSettings } from './rule.js';
import { rules } from './rules.js';

/** A place of the source that a rule fits. */
export interface RuleMatch {
  /** Counted from 1. */
  readonly line: number;
  /** In UTF-16 units of the source. */
  readonly start: number;
  readonly end: number;
  /** The words that fit. */
  readonly words: string;
  /** What the named groups of the pattern hold. */
  readonly groups: Readonly<Record<string, string>>;
}

/** What a rule fits in a source, whatever the other rules make of it. */
export interface TriedRule extends Pick<Rule, 'name' | 'label' | 'gloss'> {
  readonly matches: readonly RuleMatch[];
}

/**
 * Tries rules on a source: for each, every place that it fits, with its line. An import may use fewer of them, since a rule
 * counts only where it can: a page number is none within the text.
 *
 * @param names only these rules; otherwise all
 * @param watch told before each use of a pattern of the settings
 * @throws {RuleError} for settings that cannot be used
 */
export function tryRules(
  source: string,
  settings: RuleSettings = {},
  names: readonly RuleName[] = rules.map(({ name }) => name),
  watch?: PatternWatch,
): TriedRule[] {
  const compiled = compileRules(settings, watch);
  const lines = readSourceLines(source).filter(({ kind }) => kind === 'text');
  return rules
    .filter(({ name }) => names.includes(name))
    .map(({ name, label, gloss, scope }) => ({
      name,
      label,
      gloss,
      matches: lines.flatMap((line) => {
        const found =
          scope === 'within' ? compiled.matchAll(name, line.plain) : [compiled.match(name, line.plain)];
        return found.flatMap((match) => {
          if (!match) return [];
          const start = line.at[match.index] ?? line.start;
          const last = line.at[match.index + match[0].length - 1];
          const groups = Object.entries(match.groups ?? {}).filter(([, words]) => words !== undefined);
          return [
            {
              line: line.number,
              start,
              end: last === undefined ? start : last + 1,
              words: match[0],
              groups: Object.fromEntries(groups),
            },
          ];
        });
      }),
    }));
}
