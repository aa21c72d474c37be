/** Thrown when what is to be said of a letter has no place in its file that could be changed without touching more. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
}
