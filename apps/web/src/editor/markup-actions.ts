import { elements, type Shape, type ToolbarGroup, type ToolbarItem, toolbar } from '@chancery/tei';

/** Something that the toolbar, the chord and the palette can do with an element at the caret. */
export interface MarkupAction extends ToolbarItem {
  readonly group: ToolbarGroup;
}

/** The shapes that can be made of what is at the caret; whole containers are not begun from the toolbar. */
const shapes: readonly Shape[] = ['phrase', 'leaf', 'inline', 'textblock'];

/** All mark-up that the element table puts into the toolbar, in its order. */
export const markupActions: readonly MarkupAction[] = toolbar(elements)
  .flatMap(({ group, items }) => items.map((item) => ({ ...item, group })))
  .filter(({ row }) => shapes.includes(row.shape));
