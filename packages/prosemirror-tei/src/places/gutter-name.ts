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
  /** Those of the elements around it that begin with it, innermost first. */
  begins: readonly string[];
  /** Its count among the paragraphs of its division, from 1; for `p` only. */
  paragraph?: number;
}

/**
 * What a block is called in the gutter: “salutation”, “signature”, the number of a paragraph. Empty for blocks that
 * say themselves what they are. Bare text is called after the element that holds it with blocks beside it, and the
 * first block of a container that has a name for the gutter after that.
 */
export function gutterName(place: BlockPlace): string {
  const { name, around, begins, paragraph } = place;
  if (paragraph !== undefined) return String(paragraph);
  const own =
    name !== '' ? ownName(place) : rowOf(around[0] ?? '')?.shape === 'container' ? '' : bareName(around);
  return own || (begins.map((each) => rowOf(each)?.gutter?.name).find(Boolean) ?? '');
}

function bareName([bearer = '', ...outer]: readonly string[]): string {
  return ownName({ name: bearer, type: '', around: outer });
}

function ownName({ name, type, around }: Pick<BlockPlace, 'name' | 'type' | 'around'>): string {
  const row = rowOf(name);
  const kind = row?.kinds?.[type];
  if (!row || kind !== undefined) return kind?.toLowerCase() ?? '';
  const within = around.map((each) => row.gutter?.within?.[each]).find((each) => each !== undefined);
  return within ?? row.gutter?.name ?? elementLabel(name).toLowerCase();
}
