import { elementOf, elementOfMark, type OpenLetter, positionAt } from '@chancery/prosemirror-tei';
import type { Finding, FixChange } from '@chancery/validation';
import type { Mark, Node } from 'prosemirror-model';
import type { PlacedFinding, Remedy } from './placed-finding.js';

/** Gives findings about a letter's source their places in its document, and their fixes in its terms. */
export function placeFindings(findings: readonly Finding[], letter: OpenLetter): PlacedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = `${finding.code} ${finding.path}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const remedies = finding.fix?.changes.map((change) => remedyOf(change, letter));
    return {
      ...finding,
      key: `${name} ${count}`,
      ...placeOf(finding, letter),
      ...(remedies?.every((remedy) => remedy !== undefined) ? { remedies } : {}),
    };
  });
}

/** A finding about an element, or about its start tag, is placed over the whole element, any other where it stands. */
function placeOf({ offset, endOffset }: Finding, letter: OpenLetter): { from?: number; to?: number } {
  if (offset === undefined) return {};
  const tag = letter.source.lastIndexOf('<', offset);
  const owner = letter.source.slice(tag, offset).includes('>') ? undefined : ownerAt(letter, tag);
  const from = positionAt(letter, owner ? tag : offset);
  if (isUnopened(letter.doc, from)) return {};
  if (owner) return { from, to: endOf(owner, from, letter.doc) };
  const to = endOffset === undefined ? from + 1 : positionAt(letter, endOffset);
  return { from, to: Math.min(Math.max(to, from + 1), letter.doc.content.size) };
}

/** Where the element of a node, or of a mark that begins at `from`, ends. */
function endOf(owner: Node | Mark, from: number, doc: Node): number {
  if ('nodeSize' in owner) return from + owner.nodeSize;
  let end = from;
  for (let node = doc.nodeAt(end); node && owner.isInSet(node.marks); node = doc.nodeAt(end))
    end += node.nodeSize;
  return end;
}

/** Whether the position lies outside the text: in the header, or before the root element. */
function isUnopened(doc: Node, pos: number): boolean {
  if (pos >= doc.content.size) return true;
  const node = doc.nodeAt(pos);
  return pos === 0 || node?.type.name === 'opaqueBlock' || node?.type.name === 'opaque';
}

function remedyOf(change: FixChange, letter: OpenLetter): Remedy | undefined {
  if (change.kind === 'rename') return change;
  const owner = ownerAt(letter, change.offset);
  if (!owner) return undefined;
  return {
    kind: 'attribute',
    id: String(owner.attrs.id),
    name: change.name,
    value: change.kind === 'set-attribute' ? change.value : null,
  };
}

/** The node or mark whose start tag stands at the offset. */
function ownerAt(letter: OpenLetter, offset: number): Node | Mark | undefined {
  const name = /^<([^\s/>]+)/u.exec(letter.source.slice(offset, offset + 80))?.[1];
  const pos = positionAt(letter, offset);
  const node = letter.doc.nodeAt(pos);
  if (name === undefined || !node || isUnopened(letter.doc, pos)) return undefined;
  return (
    node.marks.find((mark) => elementOfMark(mark) === name) ?? (elementOf(node) === name ? node : undefined)
  );
}
