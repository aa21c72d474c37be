/** What the edition as it was published last, which is no release, is called in addresses. */
export const workingName = 'working';

/** Where a release stands for good, or the working edition once there are releases; with a slash at its end. */
export function releaseAddress(name: string): string {
  return `/edition/r/${name}/`;
}
