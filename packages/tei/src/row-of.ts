import type { ElementRow } from './element-row.js';
import { elements } from './elements/index.js';

const byName: ReadonlyMap<string, ElementRow> = new Map(elements.map((row) => [row.name, row]));

/** The row of a TEI element, or `undefined` when the table does not know the name. */
export function rowOf(name: string): ElementRow | undefined {
  return byName.get(name);
}
