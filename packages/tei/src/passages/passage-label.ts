import { childElements, type XmlElement } from '@chancery/xml';
import { ancestor, attribute } from '../header/element-tree.js';
import { rowOf } from '../row-of.js';

/** What a passage is called among others: “paragraph 3”, “page footnote 1”, “sent: person”. */
export function passageLabel(element: XmlElement): string {
  const note = element.localName === 'note' ? element : ancestor(element, 'note');
  const inHeader = ancestor(element, 'teiHeader') !== undefined;
  if (note && !inHeader) return [nameOf(note), attribute(note, 'n')].filter(Boolean).join(' ');
  const { parent } = element;
  if (element.localName === 'p' && parent?.localName === 'div') {
    const paragraphs = childElements(parent).filter(({ localName }) => localName === 'p');
    return `paragraph ${paragraphs.indexOf(element) + 1}`;
  }
  const action = inHeader ? attribute(ancestor(element, 'correspAction'), 'type') : undefined;
  return action === undefined ? nameOf(element) : `${action}: ${nameOf(element)}`;
}

function nameOf(element: XmlElement): string {
  const row = rowOf(element.localName);
  const kind = row?.kinds?.[attribute(element, 'type') ?? ''];
  return (kind ?? (row?.gutter?.name || (row?.label ?? element.localName))).toLowerCase();
}
