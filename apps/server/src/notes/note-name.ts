/** A note by its edition, its file and its id there. */
export interface NoteName {
  readonly editionId: string;
  readonly letterId: string;
  readonly noteId: string;
}
