import type { Named } from './comment-parts.js';

/** A name that is being written after an at sign, and who it may be. */
export interface MentionQuery {
  /** Where the at sign stands. */
  readonly start: number;
  readonly matches: readonly Named[];
}

/** How many people are offered at once. */
const most = 8;

/** How much of a name may be written before it is taken for running text. */
const longest = 40;

/**
 * Who may be meant by what stands before the caret: those with a name of which a word begins so. Undefined where no name is
 * being written, or none is meant.
 */
export function mentionQuery(
  text: string,
  caret: number,
  people: readonly Named[],
): MentionQuery | undefined {
  const start = text.lastIndexOf('@', caret - 1);
  if (start === -1 || caret - start > longest) return undefined;
  // In an address of mail, the at sign stands behind a letter.
  if (start > 0 && /[\p{L}\p{N}]/u.test(text.charAt(start - 1))) return undefined;
  const written = text.slice(start + 1, caret).toLowerCase();
  if (/[\n@]|^\s/u.test(written)) return undefined;
  const matches = people.filter(({ name }) => begins(name.toLowerCase(), written)).slice(0, most);
  return matches.length > 0 ? { start, matches } : undefined;
}

function begins(name: string, written: string): boolean {
  return name.startsWith(written) || name.split(/\s+/u).some((word) => word.startsWith(written));
}

/** The text with the name in full, and where the caret goes on behind it. */
export function completeMention(
  text: string,
  caret: number,
  { start }: MentionQuery,
  { name }: Named,
): { text: string; caret: number } {
  const rest = text.slice(caret);
  const inserted = `@${name}${/^\s/u.test(rest) ? '' : ' '}`;
  return { text: text.slice(0, start) + inserted + rest, caret: start + `@${name} `.length };
}

/** The text without the space behind a name that was put in with it, where the sign just typed belongs to the name: “@Ada King?”. */
export function closeUp(
  text: string,
  caret: number,
  mentioned: readonly Named[],
): { text: string; caret: number } {
  const before = text.slice(0, caret - 1);
  const closes = /[.,;:!?)]/u.test(text.charAt(caret - 1));
  if (!closes || !mentioned.some(({ name }) => before.endsWith(`@${name} `))) return { text, caret };
  return { text: before.slice(0, -1) + text.slice(caret - 1), caret: caret - 1 };
}
