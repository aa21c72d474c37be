import { readJson } from '../settings/settings-error.js';
import { RuleError } from './compile-rules.js';
import type { RuleName, RuleSettings } from './rule.js';
import { rules } from './rules.js';

/**
 * Reads settings from JSON: an object with the names of rules, each with a list of patterns.
 *
 * @example readRuleSettings('{ "number": ["^Letter (?<number>\\\\d+)$"] }')
 * @throws {RuleError} for what is no such object; the message says what to do
 */
export function readRuleSettings(json: string): RuleSettings {
  const read = readJson(json, 'The rules', RuleError);
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new RuleError(
      'The rules are to be an object, such as { "number": ["^Letter (?<number>\\\\d+)$"] }.',
    );
  const settings: Partial<Record<RuleName, readonly string[]>> = {};
  for (const [name, patterns] of Object.entries(read)) {
    const rule = rules.find((each) => each.name === name);
    if (!rule)
      throw new RuleError(
        `There is no rule “${name}”. There are ${rules.map((each) => each.name).join(', ')}.`,
        [name],
      );
    if (!Array.isArray(patterns) || !patterns.every((each): each is string => typeof each === 'string'))
      throw new RuleError(`The patterns of the rule “${name}” are to be a list of texts.`, [name]);
    settings[rule.name] = patterns;
  }
  return settings;
}
