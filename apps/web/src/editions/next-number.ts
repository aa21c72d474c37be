/** The number that a release is offered after these, the latest first: the first is 1.0, and after 1.2 comes 1.3. */
export function nextNumber([latest]: readonly string[]): string {
  const [major, minor] = (latest ?? '').split('.').map(Number);
  return major === undefined || minor === undefined ? '1.0' : `${major}.${minor + 1}`;
}
