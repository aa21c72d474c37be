import { attributesOf } from '../attributes-of.js';
import type { AttributeRow, ElementRow } from '../element-row.js';

/**
 * Where an element tells why the copy is departed from: in its own attribute for it, where the TEI has one, or else by the kind of
 * evidence that the intervention rests on. The first is the one to be asked for.
 */
export function reasonAttributes(row: ElementRow): readonly AttributeRow[] {
  const attributes = attributesOf(row);
  return ['Reason', 'Evidence'].flatMap((wanted) => attributes.find(({ label }) => label === wanted) ?? []);
}
