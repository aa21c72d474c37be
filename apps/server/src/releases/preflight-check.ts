import type { FoundPlace } from '../contract/found-place.js';
import type { PreflightCheck } from '../contract/release.js';

/** So many places of a check are listed; of the others it is told how many they are. */
const mostListed = 50;

/** What a check says, of what it has found. */
export function checked(
  check: Pick<PreflightCheck, 'code' | 'name'> & {
    /** What it is for a release when something is found. */
    readonly weight: 'warning' | 'error';
    readonly found: readonly FoundPlace[];
    /** What is said when nothing is found, and when something is. */
    readonly passed: string;
    readonly failed: string;
  },
): PreflightCheck {
  const { code, name, weight, found, passed, failed } = check;
  const isPassed = found.length === 0;
  return {
    code,
    name,
    state: isPassed ? 'passed' : weight,
    words: isPassed ? passed : failed,
    places: found.slice(0, mostListed),
    more: Math.max(0, found.length - mostListed),
  };
}

/** “1 note is not approved.”, “2 notes are not approved.” */
export function countWords(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
