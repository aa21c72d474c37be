import {
  attributeOf,
  elementLabel,
  elementOf,
  elementOfMark,
  gutterName,
  placedBlocks,
} from '@chancery/prosemirror-tei';
import type { Mark, Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';

/** An element around the caret. */
export interface CaretElement {
  name: string;
  label: string;
  /** The instance of the element, by which a step addresses it. */
  id: string;
  owner: Node | Mark;
}

/** Where the caret is. */
export interface Caret {
  /** In the words of the status bar: “Paragraph 2 › place name”. */
  place: string;
  /** The elements around it that are not the frame of every letter, outermost first. */
  elements: readonly CaretElement[];
  /** Whether nothing is selected. */
  empty: boolean;
}

/** Whether two descriptions say the same: typing on in a place makes another one at each key. */
export function isSameCaret(one: Caret, other: Caret): boolean {
  return (
    one.place === other.place &&
    one.empty === other.empty &&
    one.elements.length === other.elements.length &&
    one.elements.every((element, index) => isSameElement(element, other.elements[index]))
  );
}

function isSameElement(one: CaretElement, other: CaretElement | undefined): boolean {
  return (
    one.id === other?.id &&
    one.name === other.name &&
    one.label === other.label &&
    isNode(one.owner) === isNode(other.owner) &&
    (one.owner === other.owner || JSON.stringify(one.owner.attrs) === JSON.stringify(other.owner.attrs))
  );
}

const frame = new Set(['TEI', 'teiHeader', 'text', 'body', 'front', 'back', '']);

/** Describes where the selection begins. */
export function describeCaret(state: EditorState): Caret {
  const { $from, empty } = state.selection;
  const elements: CaretElement[] = [];
  for (let depth = 1; depth <= $from.depth; depth++) {
    const node = $from.node(depth);
    const name = elementOf(node);
    if (!frame.has(name))
      elements.push({
        name,
        label: elementLabel(name, attributeOf(node, 'type')),
        id: String(node.attrs.id),
        owner: node,
      });
  }
  for (const mark of marksAt(state)) {
    const name = elementOfMark(mark);
    elements.push({
      name,
      label: elementLabel(name, attributeOf(mark, 'type')),
      id: String(mark.attrs.id),
      owner: mark,
    });
  }
  const selected = 'node' in state.selection ? state.selection.node : undefined;
  if (isNode(selected)) {
    const name = elementOf(selected);
    if (name !== '')
      elements.push({
        name,
        label: elementLabel(name, attributeOf(selected, 'type')),
        id: String(selected.attrs.id),
        owner: selected,
      });
  }
  return { place: placeWords(state, elements), elements, empty };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeSize' in value;
}

/** The marks over the selection, or those that typing would take on. */
function marksAt(state: EditorState): readonly Mark[] {
  const { $from, from, to, empty } = state.selection;
  if (empty) return state.storedMarks ?? $from.marks();
  let common: readonly Mark[] | undefined;
  state.doc.nodesBetween(from, to, (node) => {
    if (node.isText) common = common ? common.filter((mark) => mark.isInSet(node.marks)) : node.marks;
  });
  return common ?? [];
}

function placeWords(state: EditorState, elements: readonly CaretElement[]): string {
  const { from } = state.selection;
  const [block] = placedBlocks(state.doc, from);
  const name = block ? gutterName(block) : '';
  const here = /^\d+$/u.test(name) ? `Paragraph ${name}` : name.charAt(0).toUpperCase() + name.slice(1);
  const blocks = elements.filter((each) => 'nodeSize' in each.owner && each.owner.isBlock);
  const inner = elements.filter((each) => !blocks.includes(each)).map((each) => each.label.toLowerCase());
  return [here || (blocks.at(-1)?.label ?? ''), ...inner].filter(Boolean).join(' › ');
}
