/** One stretch of character data that has become another: all else of the source is as it was. */
export interface TextChange {
  readonly start: number;
  /** The end of the stretch as it was. */
  readonly oldEnd: number;
  /** The end of the stretch as it is now. */
  readonly newEnd: number;
}

const markup = /[<>&]/;

/**
 * The change that leads from one source to another, where it is certain that nothing but text has changed: both then
 * have the same elements with the same attributes. Undefined where it is not certain; both must be well-formed.
 */
export function textChange(before: string, after: string): TextChange | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  const change = { start, oldEnd: before.length - same, newEnd: after.length - same };
  if (markup.test(before.slice(start, change.oldEnd)) || markup.test(after.slice(start, change.newEnd))) {
    return undefined;
  }
  // With these, what has changed may have ended a comment, an instruction or a CDATA section sooner or later than before.
  if (after.slice(change.newEnd, change.newEnd + 2).includes('>')) return undefined;
  return isInText(before, start) ? change : undefined;
}

const tag = /^<\/?[^\s<>/'"=!?]+(?:\s+[^\s<>/'"=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/;

/** Whether the last tag before the offset has ended there; within a comment, an instruction or CDATA, if it looks so. */
function isInText(source: string, offset: number): boolean {
  if (offset === 0) return false;
  const last = source.lastIndexOf('<', offset - 1);
  return last >= 0 && tag.test(source.slice(last, offset));
}
