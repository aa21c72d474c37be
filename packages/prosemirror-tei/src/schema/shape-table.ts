import { type ElementRow, elements, mayContain, type Shape } from '@chancery/tei';

/** What the document model has to know about an element, folded out of the element table. */
export interface ElementShape {
  readonly shape: Shape;
  /** Whether running text may stand directly in it. */
  readonly holdsText: boolean;
}

/** The shape of an element by its TEI name; undefined for one that the table does not know. */
export type ShapeTable = (name: string) => ElementShape | undefined;

/** Folds rows of the element table into a {@link ShapeTable}. */
export function shapeTable(
  rows: readonly ElementRow[],
  holdsText: (name: string) => boolean = (name) => mayContain(name, '#text'),
): ShapeTable {
  const shapes = new Map<string, ElementShape>();
  for (const row of rows) shapes.set(row.name, { shape: row.shape, holdsText: holdsText(row.name) });
  return (name) => shapes.get(name);
}

/** The shapes of the whole element table. */
export const teiShapes: ShapeTable = shapeTable(elements);
