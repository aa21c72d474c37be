/** Where two texts differ, in UTF-16 units: before `start` and behind the ends they are the same. */
export interface ChangedStretch {
  readonly start: number;
  /** The end of the stretch in the text as it was. */
  readonly oldEnd: number;
  /** The end of the stretch in the text as it is now. */
  readonly newEnd: number;
}

/** How many units are held against each other at once: the engine compares pieces much faster than a loop does units. */
const piece = 4096;

/**
 * The one shortest stretch in which two texts differ, the last where it may lie in several places; empty at the end of texts
 * that are the same. It may begin or end within a character of two units.
 */
export function changedStretch(before: string, after: string): ChangedStretch {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + piece <= shorter && before.slice(start, start + piece) === after.slice(start, start + piece))
    start += piece;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let oldEnd = before.length;
  let newEnd = after.length;
  const least = shorter - start;
  while (
    before.length - oldEnd + piece <= least &&
    before.slice(oldEnd - piece, oldEnd) === after.slice(newEnd - piece, newEnd)
  ) {
    oldEnd -= piece;
    newEnd -= piece;
  }
  while (before.length - oldEnd < least && before.charCodeAt(oldEnd - 1) === after.charCodeAt(newEnd - 1)) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  return { start, oldEnd, newEnd };
}
