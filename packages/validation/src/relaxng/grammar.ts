import type { Derivatives } from './derivatives.js';
import type { ElementPattern, Pattern } from './pattern.js';

/** A RELAX NG grammar, simplified and ready to be asked. */
export interface Grammar {
  readonly start: Pattern;
  /** Every element pattern of the grammar, for words about elements that stand in the wrong place. */
  readonly elements: readonly ElementPattern[];
  readonly derivatives: Derivatives;
}
