/** Where the encoding guide stands: the server gives it out beside the desk, as a page of its own. */
const guide = '/encoding-guide.html';

/** The address of the encoding guide, or of what it says of one element. */
export function guidePlace(element?: string): string {
  return element === undefined ? guide : `${guide}#${element}`;
}
