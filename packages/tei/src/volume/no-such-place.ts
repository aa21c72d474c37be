/** Thrown when a document is to be put where it cannot stand: within itself, or beside one that is not there. */
export class NoSuchPlace extends Error {
  override readonly name = 'NoSuchPlace';
}
