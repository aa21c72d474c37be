import type { SefNode } from '../refuse-escapes.js';

/** An expression of a compiled stylesheet as SaxonJS evaluates it: with what it has prepared of it. */
export interface Expression extends Omit<SefNode, 'C'> {
  C?: Expression[];
  /** What it is to the expression that it stands in. */
  role?: string | undefined;
  readonly as?: string;
  readonly card?: string;
  readonly to?: string;
  readonly val?: string;
  readonly nodeTest?: string;
  readonly slot?: string;
  readonly bSlot?: string;
  readonly coId?: string;
  readonly flags?: string;
  parentNode?: object;
  ELAB?: unknown;
  PUSH?: unknown;
}

/** The operand at that place. */
export const operand = ({ C }: Expression, at = 0): Expression | undefined => C?.[at];

export const isCall = ({ N, name }: Expression, of: string): boolean => N === 'fn' && name === of;
