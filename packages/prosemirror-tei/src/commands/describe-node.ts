import type { Node } from 'prosemirror-model';
import { elementLabel } from '../places/element-label.js';
import type { Attributes } from '../schema/attributes.js';

const kinds: Readonly<Record<string, string>> = {
  comment: 'Comment',
  pi: 'Processing instruction',
  entity: 'Entity reference',
  character: 'Character reference',
  cdata: 'CDATA section',
};

const longest = 40;

/** What something that stands in the text is, for people: “Page break 12”, “Note “See No. 4.””, “Comment “check!””. */
export function describeNode(node: Node): string {
  if (node.type.name === 'opaque' || node.type.name === 'opaqueBlock') {
    const source = String(node.attrs.source).replace(/^<!--\s*|\s*-->$/g, '');
    return `${kinds[String(node.attrs.kind)] ?? 'Markup'} “${shortened(source)}”`;
  }
  const name = String(node.attrs.name);
  const attrs: Attributes = node.attrs.attrs ?? {};
  const label = elementLabel(name, attrs.type ?? '');
  const text = node.textContent === '' ? '' : ` “${shortened(node.textContent)}”`;
  const which =
    attrs.n ??
    attrs.reason ??
    attrs.target?.replace(/^[^#]*#/, '') ??
    (text === '' ? attrs['xml:id'] : undefined);
  return `${label}${which === undefined ? '' : ` ${shortened(which)}`}${text}`;
}

function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > longest ? `${flat.slice(0, longest - 1)}…` : flat;
}
