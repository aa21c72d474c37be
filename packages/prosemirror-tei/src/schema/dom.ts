import type { Mark, Node } from 'prosemirror-model';
import { type Attributes, noAttributes } from './attributes.js';

/** The DOM attribute that shows a TEI attribute: `xml:id` becomes `data-att-xml-id`. For style sheets and tests. */
export function attributeForDom(name: string): string {
  return `data-att-${name.replaceAll(':', '-').toLowerCase()}`;
}

/** The DOM attributes of an element of the text: its name, its instance, its attributes one by one and as JSON. */
export function elementDom(held: Node | Mark, more: Record<string, string> = {}): Record<string, string> {
  const attrs: Attributes = held.attrs.attrs ?? noAttributes;
  const dom: Record<string, string> = { 'data-tei': String(held.attrs.name), ...more };
  for (const [name, value] of Object.entries(attrs)) {
    if (!name.startsWith('xmlns')) dom[attributeForDom(name)] = value;
  }
  // So that it is divided, and read aloud, by the rules of its own language.
  if (attrs['xml:lang']) dom.lang = attrs['xml:lang'];
  dom['data-instance'] = String(held.attrs.id);
  if (Object.keys(attrs).length > 0) dom['data-attributes'] = JSON.stringify(attrs);
  return dom;
}

/** The DOM attributes of a node that carries its source unopened. */
export function opaqueDom(node: Node): Record<string, string> {
  return {
    'data-tei-opaque': String(node.attrs.kind),
    'data-source': String(node.attrs.source),
    contenteditable: 'false',
  };
}

/** Reads {@link elementDom} back; false where the element is none of ours. The instance id is made anew by `fresh`; an
 * `xml:id` that the document has already is the business of whoever pastes. */
export function readElementDom(dom: Element, fresh: () => string): Record<string, unknown> | false {
  const name = dom.getAttribute('data-tei');
  if (!name) return false;
  return { id: fresh(), name, attrs: readAttributes(dom.getAttribute('data-attributes')) };
}

function readAttributes(json: string | null): Attributes {
  if (!json) return noAttributes;
  const read: unknown = JSON.parse(json);
  if (typeof read !== 'object' || read === null) return noAttributes;
  const attrs: Record<string, string> = {};
  for (const [name, value] of Object.entries(read)) {
    if (typeof value === 'string') attrs[name] = value;
  }
  return attrs;
}
