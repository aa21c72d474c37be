/**
 * Which of the leaves is shown, from 0; -1 where there is none. Until one has been turned to, it is the leaf of the page that is followed:
 * another one before it would be fetched in vain.
 */
export function leafToShow({
  count,
  turnedTo,
  follows,
  place,
}: {
  readonly count: number;
  readonly turnedTo: number | undefined;
  /** Whether the picture follows the caret. */
  readonly follows: boolean;
  /** The leaf of the page that the caret is on; -1 where none is beside it. */
  readonly place: number;
}): number {
  return Math.min(turnedTo ?? (follows ? Math.max(place, 0) : 0), count - 1);
}
