import type { AttributeRow } from './element-row.js';

/** Attributes that many elements share. See TEI Guidelines, 1.3.1 Attribute Classes. */
export interface AttributeClass {
  /** TEI's name: `att.global`. */
  readonly name: string;
  readonly gloss: string;
  /** Classes whose attributes this one brings with it. */
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeRow[];
}
