import { type ElementRow, elements, type Shape, type ToolbarGroup } from '@chancery/tei';

/** Something that the toolbar, the chord and the palette can do with an element at the caret. */
export interface MarkupAction {
  /** The element's name. */
  name: string;
  label: string;
  /** One sentence: what it is for. */
  gloss: string;
  /** The key after Ctrl M. */
  key: string | undefined;
  group: ToolbarGroup;
  attributes: Readonly<Record<string, string>>;
  row: ElementRow;
}

const groups: readonly ToolbarGroup[] = ['structure', 'notes', 'names', 'editorial', 'appearance'];

/** The shapes that can be made of what is at the caret; whole containers are not begun from the toolbar. */
const shapes: readonly Shape[] = ['phrase', 'leaf', 'inline', 'textblock'];

/** All mark-up that the element table puts into the toolbar, in its order. */
export const markupActions: readonly MarkupAction[] = elements
  .flatMap((row) => (row.toolbar && shapes.includes(row.shape) ? [{ row, toolbar: row.toolbar }] : []))
  .sort(
    (a, b) =>
      groups.indexOf(a.toolbar.group) - groups.indexOf(b.toolbar.group) || a.toolbar.order - b.toolbar.order,
  )
  .map(({ row, toolbar }) => ({
    name: row.name,
    label: toolbar.label ?? row.label,
    gloss: row.gloss,
    key: row.shortcut,
    group: toolbar.group,
    attributes: toolbar.attributes ?? {},
    row,
  }));
