let session: string | undefined;
let count = 0;

/**
 * An instance id for an element that an edit creates: unlike every id that any other client makes or that opening a
 * letter gives. The client that creates the element puts the id into its step, so all who apply the step agree on it.
 */
export function freshId(): string {
  if (session === undefined) {
    const random = crypto.getRandomValues(new Uint32Array(2));
    session = `${(random[0] ?? 0).toString(36)}${(random[1] ?? 0).toString(36)}`;
  }
  count += 1;
  return `${session}.${count.toString(36)}`;
}
