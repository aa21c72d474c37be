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
    return `paragraph ${numbersOf(parent).get(element)}`;
  }
  const action = inHeader ? attribute(ancestor(element, 'correspAction'), 'type') : undefined;
  return action === undefined ? nameOf(element) : `${action}: ${nameOf(element)}`;
}

const numbered = new WeakMap<XmlElement, ReadonlyMap<XmlElement, number>>();

/** The numbers of a division’s paragraphs, counted once for all of them. */
function numbersOf(division: XmlElement): ReadonlyMap<XmlElement, number> {
  const known = numbered.get(division);
  if (known) return known;
  const paragraphs = childElements(division).filter(({ localName }) => localName === 'p');
  const numbers = new Map(paragraphs.map((paragraph, index) => [paragraph, index + 1]));
  numbered.set(division, numbers);
  return numbers;
}

function nameOf(element: XmlElement): string {
  const row = rowOf(element.localName);
  const kind = row?.kinds?.[attribute(element, 'type') ?? ''];
  return (kind ?? (row?.gutter?.name || (row?.label ?? element.localName))).toLowerCase();
}
