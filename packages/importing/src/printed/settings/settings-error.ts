import { lineAndColumn } from '@chancery/xml';

/** A mistake in a file that people have written for an import; the message says which, and what to do. */
export class SettingsError extends Error {
  override readonly name: string = 'SettingsError';
  constructor(
    message: string,
    /** The texts that lead to its place in the file, the outer one first: a rule's name and one of its patterns. */
    readonly path: readonly string[] = [],
    /** Where it is known at once. Counted from 1. */
    readonly line?: number,
  ) {
    super(message);
  }
}

/** The line of a file in JSON that an error is about; undefined where it is about all of it. Counted from 1. */
export function lineOfError(json: string, { path, line }: SettingsError): number | undefined {
  if (line !== undefined || path.length === 0) return line;
  let at = 0;
  for (const text of path) {
    const found = json.indexOf(JSON.stringify(text), at);
    if (found < 0) break;
    at = found;
  }
  return lineAndColumn(json, at).line;
}

/**
 * Reads JSON.
 *
 * @param called what the text is, at the beginning of a sentence: “The rules”
 * @param Refusal the error to throw
 */
export function readJson(json: string, called: string, Refusal: typeof SettingsError): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // V8 counts the units; at the end of the text it says nothing of the place.
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? json.length);
    const { line, column } = lineAndColumn(json, offset);
    const what = message.replace(/,? (?:in JSON )?at position.*$/s, '');
    throw new Refusal(`${called} are no JSON: ${what}, line ${line}, column ${column}.`, [], line);
  }
}
