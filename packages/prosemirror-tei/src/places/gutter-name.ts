import { rowOf } from '@chancery/tei';
import { elementLabel } from './element-label.js';

/** A textblock of a letter, as the gutter needs to know it. */
export interface BlockPlace {
  /** The element's name; empty for bare text in a container. */
  name: string;
  /** Its `type`; empty when it has none. */
  type: string;
  /** The names of the elements around it, innermost first. */
  around: readonly string[];
  /** Its count among the paragraphs of its division, from 1; for `p` only. */
  paragraph?: number;
}

/**
 * What a block is called in the gutter: “salutation”, “signature”, the number of a paragraph. Empty for blocks that
 * say themselves what they are. Bare text is called after the element that holds it.
 */
export function gutterName({ name, type, around, paragraph }: BlockPlace): string {
  if (paragraph !== undefined) return String(paragraph);
  const [bearer = '', ...outer] = name === '' ? around : [name, ...around];
  const row = rowOf(bearer);
  const kind = row?.kinds?.[type];
  if (!row || kind !== undefined) return kind?.toLowerCase() ?? '';
  const within = outer.map((each) => row.gutter?.within?.[each]).find((each) => each !== undefined);
  return within ?? row.gutter?.name ?? elementLabel(bearer).toLowerCase();
}
