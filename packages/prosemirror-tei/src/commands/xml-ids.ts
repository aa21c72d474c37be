import { attributesOf, rowOf } from '@chancery/tei';
import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { type Attributes, noAttributes } from '../schema/attributes.js';
import { schema } from '../schema/schema.js';

/** Every `xml:id` of a document, those in what is carried unopened with it; of all but one node of it, where its place is given. */
export function xmlIdsIn(doc: Node, but?: number): Set<string> {
  const ids = new Set<string>();
  doc.descendants((node, pos) => {
    if (pos === but) return false;
    for (const held of [node, ...node.marks]) {
      const id: unknown = held.attrs.attrs?.['xml:id'];
      if (typeof id === 'string') ids.add(id);
    }
    const { source } = node.attrs;
    if (typeof source === 'string')
      for (const [, , id] of source.matchAll(/xml:id\s*=\s*(["'])([^"']*)\1/g)) if (id) ids.add(id);
    return true;
  });
  return ids;
}

/** New names for elements of one kind, which no element of the document bears: `persName-1`, `persName-2`, … */
export function newXmlIds(doc: Node, name: string, count: number): string[] {
  const taken = xmlIdsIn(doc);
  const ids: string[] = [];
  for (let number = 1; ids.length < count; number += 1) {
    const id = `${name}-${number}`;
    if (!taken.has(id)) ids.push(id);
  }
  return ids;
}

/** A name like another's that is not taken: `a` becomes `a-2`, and `a-2` becomes `a-3`. The new name is then taken. */
export function likeXmlId(id: string, taken: Set<string>): string {
  const [, stem = id, number = '1'] = /^(.*?)(?:-(\d{1,6}))?$/.exec(id) ?? [];
  let next = Number(number) + 1;
  while (taken.has(`${stem}-${next}`)) next += 1;
  const found = `${stem}-${next}`;
  taken.add(found);
  return found;
}

/** The attributes of an element whose name, or what it points to, is another: pointers to what was renamed lead to the new names. */
export function renamedIn(held: Node | Mark, renamed: ReadonlyMap<string, string>): Attributes {
  const attrs: Attributes = held.attrs.attrs ?? noAttributes;
  if (Object.keys(attrs).length === 0) return attrs;
  const row = rowOf(String(held.attrs.name));
  const rows = row ? attributesOf(row) : undefined;
  const next: Record<string, string> = {};
  for (const [attribute, value] of Object.entries(attrs)) {
    const type = rows?.find((each) => each.name === attribute)?.type;
    if (attribute === 'xml:id') next[attribute] = renamed.get(value) ?? value;
    else if (type === 'teidata.pointer' || type === undefined)
      next[attribute] = value.replace(/(^|\s)#(\S+)/g, (whole, space, id) =>
        renamed.has(id) ? `${space}#${renamed.get(id)}` : whole,
      );
    else next[attribute] = value;
  }
  return next;
}

/** The same in what is carried unopened. */
export function renamedInSource(source: string, renamed: ReadonlyMap<string, string>): string {
  return source.replace(
    /(xml:id\s*=\s*)(["'])([^"']*)\2/g,
    (_, name, quote, id) => `${name}${quote}${renamed.get(id) ?? id}${quote}`,
  );
}

/** A piece whose elements have other attributes of their nodes and marks; what is carried unopened, and the words, by functions of their own. */
export function withAttributes(
  fragment: Fragment,
  of: {
    readonly held: (held: Node | Mark) => Record<string, unknown>;
    readonly source: (source: string) => string;
    readonly text: (text: string) => string;
  },
): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    const marks = node.marks.map((mark) => mark.type.create(of.held(mark)));
    const { source, name } = node.attrs;
    if (node.isText) {
      const text = of.text(node.text ?? '');
      if (text !== '') nodes.push(schema.text(text, marks));
    } else if (typeof source === 'string')
      nodes.push(node.type.create({ ...node.attrs, source: of.source(source) }, null, marks));
    else {
      const content = withAttributes(node.content, of);
      nodes.push(
        typeof name === 'string'
          ? node.type.create(of.held(node), content, marks)
          : node.copy(content).mark(marks),
      );
    }
  });
  return Fragment.fromArray(nodes);
}
