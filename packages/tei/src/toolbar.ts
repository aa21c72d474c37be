import type { ElementRow, ToolbarGroup } from './element-row.js';

/** One button of the desk's toolbar. */
export interface ToolbarItem {
  /** The element that the button makes. */
  readonly name: string;
  readonly row: ElementRow;
  readonly label: string;
  /** One sentence for the tooltip. */
  readonly gloss: string;
  /** Some characters for the button, drawn as the mark is drawn in the text. */
  readonly sign: string;
  /** Attributes that the button sets. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The key after Ctrl M, lower case. */
  readonly shortcut?: string;
}

export interface ToolbarSection {
  readonly group: ToolbarGroup;
  readonly label: string;
  readonly items: readonly ToolbarItem[];
}

const groups: readonly (readonly [ToolbarGroup, string])[] = [
  ['structure', 'Structure'],
  ['notes', 'Notes'],
  ['names', 'Names and dates'],
  ['editorial', 'Editing'],
  ['appearance', 'Appearance'],
];

/** The toolbar in order, folded out of the rows that have an entry in it. Groups without a button are left out. */
export function toolbar(elements: readonly ElementRow[]): readonly ToolbarSection[] {
  return groups
    .map(([group, label]) => ({ group, label, items: itemsOf(group, elements) }))
    .filter((section) => section.items.length > 0);
}

function itemsOf(group: ToolbarGroup, elements: readonly ElementRow[]): readonly ToolbarItem[] {
  return elements
    .flatMap((row) => (row.toolbar?.group === group ? [{ row, entry: row.toolbar }] : []))
    .sort((one, other) => one.entry.order - other.entry.order)
    .map(({ row, entry }) => ({
      name: row.name,
      row,
      label: entry.label ?? row.label,
      gloss: row.gloss,
      sign: entry.sign ?? row.label.slice(0, 3),
      attributes: entry.attributes ?? {},
      ...(row.shortcut === undefined ? {} : { shortcut: row.shortcut }),
    }));
}
