import type { Node, ResolvedPos } from 'prosemirror-model';
import { TextSelection, type Transaction } from 'prosemirror-state';
import type { Attributes } from '../schema/attributes.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { type GuardedCommand, guarded } from './guarded.js';

interface Place {
  readonly table: Node;
  /** Where the table begins. */
  readonly pos: number;
  readonly row: Node;
  readonly rowPos: number;
  /** The columns, from 0, that lie before the cell of the caret. */
  readonly column: number;
}

const outside = 'Put the caret into a table.';

/** Adds a row below the caret's, with as many cells; the caret goes into its first cell. */
export const addRow: GuardedCommand = guarded((state) => {
  const place = placeIn(state.selection.$from);
  if (!place) return outside;
  const { row, rowPos } = place;
  const width = row.children.reduce((sum, cell) => sum + spanOf(cell), 0);
  const cells = Array.from({ length: Math.max(1, width) }, emptyCell);
  const at = rowPos + row.nodeSize;
  const tr = state.tr.insert(at, schema.node('container', { id: freshId(), name: 'row', attrs: {} }, cells));
  counted(tr, place, { rows: 1 });
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
});

/** Adds a column to the right of the caret's. */
export const addColumn: GuardedCommand = guarded((state) => {
  const place = placeIn(state.selection.$from);
  if (!place) return outside;
  const tr = state.tr;
  for (const { cell, pos } of cellsOfColumn(place))
    tr.insert(tr.mapping.map(pos + cell.nodeSize), emptyCell());
  return counted(tr, place, { cols: 1 });
});

/** Takes the caret's row away; with its last row the table. */
export const removeRow: GuardedCommand = guarded((state) => {
  const place = placeIn(state.selection.$from);
  if (!place) return outside;
  const { table, pos, row, rowPos } = place;
  const rows = table.children.filter((child) => child.attrs.name === 'row');
  if (rows.length === 1) return state.tr.delete(pos, pos + table.nodeSize);
  const tr = counted(state.tr.delete(rowPos, rowPos + row.nodeSize), place, { rows: -1 });
  return tr.setSelection(TextSelection.near(tr.doc.resolve(rowPos), -1));
});

/** Takes the caret's column away; with its last column the table. */
export const removeColumn: GuardedCommand = guarded((state) => {
  const place = placeIn(state.selection.$from);
  if (!place) return outside;
  const { table, pos, row } = place;
  if (row.childCount === 1) return state.tr.delete(pos, pos + table.nodeSize);
  const tr = state.tr;
  for (const { cell, pos: at } of cellsOfColumn(place)) {
    const from = tr.mapping.map(at);
    tr.delete(from, from + cell.nodeSize);
  }
  return counted(tr, place, { cols: -1 });
});

function placeIn($from: ResolvedPos): Place | undefined {
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    const row = $from.node(depth);
    const table = $from.node(depth - 1);
    if (row.attrs.name !== 'row' || table.attrs.name !== 'table') continue;
    const before = row.children.slice(0, $from.index(depth));
    const column = before.reduce((sum, cell) => sum + spanOf(cell), 0);
    return { table, pos: $from.before(depth - 1), row, rowPos: $from.before(depth), column };
  }
  return undefined;
}

/** In each row the cell that covers the caret's column; none of a row that is too short. */
function cellsOfColumn({ table, pos, column }: Place): { cell: Node; pos: number }[] {
  const found: { cell: Node; pos: number }[] = [];
  table.forEach((row, offset) => {
    let left = 0;
    row.forEach((cell, inRow) => {
      if (left <= column && column < left + spanOf(cell))
        found.push({ cell, pos: pos + 1 + offset + 1 + inRow });
      left += spanOf(cell);
    });
  });
  return found;
}

function attrsOf(node: Node): Attributes {
  return node.attrs.attrs ?? {};
}

function spanOf(cell: Node): number {
  if (cell.attrs.name !== 'cell') return 0;
  return Math.max(1, Number.parseInt(attrsOf(cell).cols ?? '1', 10) || 1);
}

function emptyCell(): Node {
  return schema.node('either', { id: freshId(), name: 'cell', attrs: {} }, schema.node('anonymous'));
}

/** A table that says how many rows and columns it has goes on saying so rightly. */
function counted(
  tr: Transaction,
  { table, pos }: Place,
  change: { rows?: number; cols?: number },
): Transaction {
  const attrs: Record<string, string> = { ...attrsOf(table) };
  for (const [name, by] of Object.entries(change)) {
    const said = Number.parseInt(attrs[name] ?? '', 10);
    if (said > 0) attrs[name] = String(said + by);
  }
  return tr.setNodeMarkup(pos, undefined, { ...table.attrs, attrs });
}
