/** Names that a misspelt one may have been meant for. */
export interface NearestNames {
  /** As near as each other; none where no name is near. */
  readonly names: readonly string[];
  /** Whether they are among those that may stand at the place. */
  readonly here: boolean;
}

/** More than these can hardly all have been meant. */
const most = 3;

/**
 * The names nearest to a misspelt one: those that may stand at the place if any of them is near enough, else those that
 * are known at all. Case does not count, nor does a prefix that is missing; otherwise one change is let pass for each
 * three letters, and none in a name of fewer than four.
 */
export function nearestNames(
  name: string,
  allowedHere: readonly string[],
  known: readonly string[],
): NearestNames {
  const here = nearest(name, allowedHere);
  return here.length > 0 ? { names: here, here: true } : { names: nearest(name, known), here: false };
}

function nearest(name: string, candidates: readonly string[]): readonly string[] {
  const written = name.toLowerCase();
  let least = written.length < 4 ? 0 : Math.floor(written.length / 3);
  let found: string[] = [];
  for (const candidate of new Set(candidates)) {
    const other = candidate.toLowerCase();
    const distance = other.endsWith(`:${written}`) ? 0 : changesBetween(written, other, least);
    if (distance > least) continue;
    if (distance < least) found = [];
    least = distance;
    found.push(candidate);
  }
  return found.length > most ? [] : found;
}

/** How many letters must be put in, taken out, exchanged or changed (Damerau–Levenshtein); more than `limit` is not counted out. */
function changesBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let changes = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        changes = Math.min(changes, (before[j - 2] ?? 0) + 1);
      next.push(changes);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
