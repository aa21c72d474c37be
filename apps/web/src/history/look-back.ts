/** A look at former versions, in the place of the text. */
export type LookBack =
  /** Two versions against each other, the earlier one first. */
  | { readonly kind: 'comparison'; readonly from: number; readonly to: number }
  /** The letter as it grew, from a version on. */
  | { readonly kind: 'playback'; readonly at: number };
