/** What is looked for in a text, as the thread that finds it needs it. */
export interface Expression {
  /** A regular expression (ECMA-262) with the flags `g` and `u`, and `i` where capitals do not matter. */
  readonly pattern: string;
  readonly flags: string;
  /** Whether it is for texts whose accents are taken off. */
  readonly bare: boolean;
}
