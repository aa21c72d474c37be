import { attributeOf, elementOf, elementOfMark } from '@chancery/prosemirror-tei';
import type { ReferenceKind } from '@chancery/tei';
import type { Mark, Node } from 'prosemirror-model';

/** A reference with its place in the document. */
export interface PlacedReference {
  readonly from: number;
  readonly to: number;
  readonly kind: ReferenceKind;
  /** As the letter has it: `b.xml#p2`, `volume-one/493`. */
  readonly written: string;
  readonly words: string;
  /** Its words are generated from what it leads to. */
  readonly isGenerated: boolean;
}

/** The references of a letter in order: as `readReferences` of @chancery/tei has them. */
export function referencesIn(doc: Node): PlacedReference[] {
  const found: PlacedReference[] = [];
  let last: Mark | undefined;
  doc.descendants((node, from) => {
    if (elementOf(node) === 'teiHeader') return false;
    const to = from + node.nodeSize;
    const mark = node.marks.find((each) => elementOfMark(each) === 'ref');
    const before = found.at(-1);
    if (elementOf(node) === 'ptr') {
      const reference = referenceOf(node, from, to, '', true);
      if (reference) found.push(reference);
    } else if (mark && last && mark.eq(last) && before && before.to === from) {
      found[found.length - 1] = { ...before, to, words: before.words + (node.text ?? '') };
    } else if (mark) {
      const reference = referenceOf(mark, from, to, node.text ?? '', false);
      if (reference) found.push(reference);
    }
    if (node.isInline) last = mark;
    return true;
  });
  return found;
}

function referenceOf(
  owner: Node | Mark,
  from: number,
  to: number,
  words: string,
  isGenerated: boolean,
): PlacedReference | undefined {
  const type = attributeOf(owner, 'type');
  const target = attributeOf(owner, 'target').trim().split(/\s+/)[0] ?? '';
  const cRef = attributeOf(owner, 'cRef');
  if (type === 'endnote' || /^[a-z][a-z0-9+.-]*:/i.test(target) || (target === '' && cRef === ''))
    return undefined;
  const kind = target === '' ? 'elsewhere' : type === 'note' || type === 'page' ? type : 'letter';
  return { from, to, kind, written: target === '' ? cRef : target, words, isGenerated };
}
