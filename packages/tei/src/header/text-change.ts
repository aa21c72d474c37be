import { type ChangedStretch, changedStretch } from '@chancery/xml';

const markup = /[<>&]/;

/**
 * The stretch of character data in which two sources differ, where it is certain that nothing but text has changed: both then
 * have the same elements with the same attributes. Undefined where it is not certain; both must be well-formed.
 */
export function textChange(before: string, after: string): ChangedStretch | undefined {
  const change = changedStretch(before, after);
  const { start } = change;
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
