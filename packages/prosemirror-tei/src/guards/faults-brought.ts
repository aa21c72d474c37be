import {
  type AttributeRow,
  attributeAllows,
  attributesOf,
  contentAllows,
  judgeChildren,
  rowOf,
} from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import { changedRegion } from '../to-tei/changed-region.js';
import { aLabel, beginning, type Fault, incomplete, misplaced } from './fault.js';
import { misheld } from './misheld.js';
import { type HeldElement, readElements } from './read-elements.js';

/**
 * What an edit would make wrong by the element table: each fault in the document after it that the one before did not
 * have. Empty where an editor's command may go ahead. A letter that was wrong
 * before may stay as wrong as it was; what an element that the table does not know holds is not judged. What has come to stand where
 * it cannot be written is a fault too: a gap between two paragraphs of a list, for one.
 *
 * Only elements that the edit has touched are looked at.
 */
export function faultsBrought(before: Node, after: Node): Fault[] {
  const region = changedRegion(before, after);
  if (!region) return [];
  const old = { from: region.from, to: region.oldTo };
  const now = { from: region.from, to: region.newTo };
  const former = count([...faults(before, old), ...misheld(before, old)]);
  const brought: Fault[] = [];
  for (const fault of [...faults(after, now), ...misheld(after, now)]) {
    const left = former.get(fault.line) ?? 0;
    if (left === 0) brought.push(fault);
    else former.set(fault.line, left - 1);
  }
  return brought;
}

function count(all: readonly Fault[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { line } of all) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function faults(doc: Node, range: { readonly from: number; readonly to: number }): Fault[] {
  const found: Fault[] = [];
  const root = doc.firstChild;
  if (!root) return found;
  for (const each of readElements(doc, 0, range)) if (each !== '#text') judge(each, found);
  return found;
}

function judge(element: HeldElement, found: Fault[]): void {
  const attributes = attributesByName(element.name);
  const { children } = element;
  if (attributes === undefined || children === undefined) return;
  judgeAttributes(element, attributes, found);
  judgeContent(element.name, children, found);
  for (const child of children) if (child !== '#text') judge(child, found);
}

function judgeAttributes(
  { name, attrs }: HeldElement,
  known: ReadonlyMap<string, AttributeRow>,
  found: Fault[],
): void {
  for (const [attribute, value] of Object.entries(attrs)) {
    if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) continue;
    const row = known.get(attribute);
    if (row && attributeAllows(row, value)) continue;
    const words = row
      ? `“${value}” is no value that “${attribute}” of ${aLabel(name)} may have.`
      : `${beginning(name)} does not bear “${attribute}”.`;
    found.push({ line: `<${name} ${attribute}="${value}">`, words });
  }
  for (const row of known.values()) {
    if (!row.required || attrs[row.name] !== undefined) continue;
    found.push({
      line: `<${name}> without ${row.name}`,
      words: `${beginning(name)} must say “${row.name}”.`,
    });
  }
}

/**
 * Children that the table does not allow where they stand are passed over, and the rest is judged without them. Words
 * that may not stand in an element are one fault, however many runs of them there are. Both as the schema's check has it.
 */
function judgeContent(name: string, children: NonNullable<HeldElement['children']>, found: Fault[]): void {
  const names = children.map((child) => (child === '#text' ? child : child.name));
  if (contentAllows(name, names)) return;
  const judged = judgeChildren(name, names);
  let words = false;
  for (const { child, after } of judged?.misplaced ?? []) {
    if (child !== '#text' || !words) found.push(misplaced(name, child, after));
    words ||= child === '#text';
  }
  if (judged && !judged.expected.mayEnd) found.push(incomplete(name, judged.expected.names));
}

const known = new Map<string, ReadonlyMap<string, AttributeRow>>();

function attributesByName(name: string): ReadonlyMap<string, AttributeRow> | undefined {
  const row = rowOf(name);
  if (row === undefined) return undefined;
  let attributes = known.get(name);
  if (attributes === undefined) {
    attributes = new Map(attributesOf(row).map((each) => [each.name, each]));
    known.set(name, attributes);
  }
  return attributes;
}
