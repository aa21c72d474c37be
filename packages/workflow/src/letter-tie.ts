/** What a letter is to somebody, beside their role in its edition. */
export interface LetterTie {
  /** Whether it is assigned to them, for whichever stage. */
  readonly assigned: boolean;
  /** Whether they have transcribed it, alone or as one of two. */
  readonly transcribed: boolean;
  /** Whether it is the volume's own file, which holds notes that others than its editors speak of. */
  readonly ofVolume?: boolean;
}

/** The tie of somebody whom nobody has given the letter. */
export const noTie: LetterTie = { assigned: false, transcribed: false };

/** The tie of somebody to whom the letter is assigned, and who has not transcribed it. */
export const asAssigned: LetterTie = { assigned: true, transcribed: false };
