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
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  if (same > 0 && isLowSurrogate(before.charCodeAt(before.length - same))) same -= 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
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
