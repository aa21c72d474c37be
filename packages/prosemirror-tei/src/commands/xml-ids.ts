import type { Node } from 'prosemirror-model';

/** Every `xml:id` of a document, those in what is carried unopened with it. */
export function xmlIdsIn(doc: Node): Set<string> {
  const ids = new Set<string>();
  doc.descendants((node) => {
    for (const held of [node, ...node.marks]) {
      const id: unknown = held.attrs.attrs?.['xml:id'];
      if (typeof id === 'string') ids.add(id);
    }
    const { source } = node.attrs;
    if (typeof source === 'string')
      for (const [, , id] of source.matchAll(/xml:id\s*=\s*(["'])([^"']*)\1/g)) if (id) ids.add(id);
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
