/** Orders numbers of releases: 1.9 stands before 1.10. */
export function compareNumbers(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}

/** The latest of these releases: the one with the highest number. */
export function latestOf<Release extends { readonly number: string }>(
  releases: readonly Release[],
): Release | undefined {
  return releases.toSorted((one, other) => compareNumbers(other.number, one.number))[0];
}
