/** What two texts have in common at their beginning and, behind that, at their end, in UTF-16 units. */
export interface CommonEnds {
  readonly start: number;
  readonly end: number;
}

/** The longest common beginning and end of two texts; they never overlap, and never divide a character. */
export function commonEnds(before: string, after: string): CommonEnds {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  const most = shorter - start;
  while (
    end < most &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end += 1;
  }
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end -= 1;
  return { start, end };
}

/** Whether a UTF-16 unit is the first half of a character outside of the basic plane. */
export function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

/** Whether it is the second half of one. */
export function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
