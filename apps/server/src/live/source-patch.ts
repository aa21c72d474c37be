import { changedStretch } from '@chancery/xml';
import { z } from 'zod';

/** What an edit did to a source: from `start` to `end` of what was there, in UTF-16 units, stands `text`. */
export const sourcePatch = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: z.string(),
});

export type SourcePatch = z.infer<typeof sourcePatch>;

/** The one patch that makes one source the other; both halves of a character outside of the basic plane go together. */
export function patchBetween(before: string, after: string): SourcePatch {
  let { start, oldEnd, newEnd } = changedStretch(before, after);
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  if (oldEnd < before.length && isLowSurrogate(before.charCodeAt(oldEnd))) {
    oldEnd += 1;
    newEnd += 1;
  }
  return { start, end: oldEnd, text: after.slice(start, newEnd) };
}

/** A source after a patch. */
export function patchedWith(source: string, { start, end, text }: SourcePatch): string {
  return source.slice(0, start) + text + source.slice(end);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
