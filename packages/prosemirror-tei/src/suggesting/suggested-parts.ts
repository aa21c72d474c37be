import { attributesOf, rowOf } from '@chancery/tei';
import { simplifyChanges } from 'prosemirror-changeset';
import type { Node } from 'prosemirror-model';
import { Mapping, type Step } from 'prosemirror-transform';
import { describeNode } from '../commands/describe-node.js';
import { labelOf } from '../guards/fault.js';
import { findInstance } from '../steps/find-instance.js';
import { SuggestedSpans, type TouchedSpan } from './suggested-spans.js';

/** One place that a suggestion would change, as it is shown. */
export interface SuggestedPart {
  /** Where it is in the document without the suggestion. */
  readonly from: number;
  readonly to: number;
  /** The words that would go, and those that would come. */
  readonly removed: string;
  readonly inserted: string;
  /** What would become of marks, attributes and paragraphs, in a word or two: “person”, “two paragraphs”. Empty for words alone. */
  readonly label: string;
}

/** What a suggestion would change in a document, place by place, from the top down. */
export function suggestedParts(doc: Node, steps: readonly Step[]): readonly SuggestedPart[] {
  let after = doc;
  for (const step of steps) after = step.apply(after).doc ?? after;
  const spans = SuggestedSpans.upon(doc).add(steps, () => '', after);
  const changes = simplifyChanges(spans.changes, after);
  const parts = changes.flatMap((change) => wordsPart(doc, after, change));
  const back = new Mapping(steps.map((step) => step.getMap())).invert();
  for (const span of spans.touched) {
    const label = touchedLabel(span, doc, after);
    if (label === undefined) continue;
    const [from, to] = [back.map(span.from, 1), back.map(span.to, -1)];
    const within = parts.findIndex((part) => part.from <= from && to <= part.to);
    const part = parts[within];
    if (part) parts[within] = { ...part, label: both(part.label, label) };
    else if (from < to) parts.push({ from, to, removed: '', inserted: '', label });
  }
  return parts.sort((a, b) => a.from - b.from);
}

interface Replaced {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

function wordsPart(doc: Node, after: Node, { fromA, toA, fromB, toB }: Replaced): SuggestedPart[] {
  const gone = tagsIn(doc, fromA, toA);
  const come = tagsIn(after, fromB, toB);
  const label = structureLabel(gone, come);
  const removed = wordsIn(doc, fromA, toA);
  const inserted = wordsIn(after, fromB, toB);
  if (label === undefined && removed === '' && inserted === '') return [];
  // Where an element begins that was put around others, all that it holds is the place.
  const around = gone.opened.length > gone.closed.length ? gone : undefined;
  const inside = come.opened.length > come.closed.length ? come : undefined;
  const to = inside ? toA + ((inside.end ?? toB) - toB) : (around?.end ?? toA);
  const place = { from: fromA, to: Math.min(Math.max(to, toA), doc.content.size) };
  if (label === undefined) return [{ ...place, removed, inserted, label: '' }];
  return [{ ...place, removed: removed.trim(), inserted: inserted.trim(), label }];
}

/** The tags of elements that stand in a range, without those of elements of running text. */
interface Tags {
  readonly opened: readonly string[];
  readonly closed: readonly string[];
  /** Where the first element ends that begins in the range and does not end in it. */
  readonly end: number | undefined;
}

function tagsIn(doc: Node, from: number, to: number): Tags {
  const opened: string[] = [];
  const closed: string[] = [];
  let end: number | undefined;
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.isText || node.isLeaf) return;
    const close = pos + node.nodeSize - 1;
    const name = String(node.attrs.name ?? '');
    if (pos >= from && pos < to) {
      opened.push(name);
      if (close >= to) end ??= close + 1;
    }
    if (close >= from && close < to) closed.push(name);
  });
  return { opened, closed, end };
}

/** What becomes of paragraphs and the like; undefined where words alone change, or where another part of the change says it. */
function structureLabel(gone: Tags, come: Tags): string | undefined {
  const [was] = named(gone.opened);
  const [is] = named(come.opened);
  if (was !== undefined && is !== undefined) return is === was ? undefined : labelOf(is);
  if (is !== undefined) {
    // An end and a beginning: what was one has become two.
    const split = come.end !== undefined && come.closed.length >= come.opened.length;
    return split ? `two ${plural(labelOf(is))}` : labelOf(is);
  }
  if (was === undefined) return undefined;
  const joined = gone.end !== undefined && gone.closed.length >= gone.opened.length;
  return joined ? `one ${labelOf(was)}` : `no ${labelOf(was)}`;
}

function named(names: readonly string[]): readonly string[] {
  return names.filter((name) => name !== '');
}

function plural(label: string): string {
  return /(?:s|x|ch|sh)$/.test(label) ? `${label}es` : `${label.replace(/([^aeiou])y$/, '$1ie')}s`;
}

function wordsIn(doc: Node, from: number, to: number): string {
  // Read from the element that holds it all: a note in running text is no paragraph that words would have to be parted from.
  const $from = doc.resolve(from);
  const depth = $from.sharedDepth(to);
  const start = $from.start(depth);
  return $from.node(depth).textBetween(from - start, to - start, ' ', (leaf) => `[${describeNode(leaf)}]`);
}

function touchedLabel({ kind, name, id }: TouchedSpan, doc: Node, after: Node): string | undefined {
  if (kind === 'wrap') return labelOf(name);
  if (kind === 'unwrap') return `no ${labelOf(name)}`;
  const was = findInstance(doc, id)?.attrs ?? {};
  const is = findInstance(after, id)?.attrs ?? {};
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (attribute) => was[attribute] !== is[attribute],
  );
  if (changed.length === 0) return undefined;
  const said = changed.map((attribute) => attributeWords(name, attribute, is[attribute]));
  return `${labelOf(name)}: ${said.join(', ')}`;
}

/** “identified as beaverbrook”: what a pointer points to is said without the file that it is in. */
function attributeWords(name: string, attribute: string, value: string | undefined): string {
  const row = rowOf(name);
  const known = row && attributesOf(row).find((each) => each.name === attribute);
  const label = known?.label?.toLowerCase() ?? attribute;
  if (value === undefined) return `${label} taken away`;
  return `${label} ${known?.type === 'teidata.pointer' ? value.replaceAll(/[^\s#]*#/g, '') : value}`;
}

function both(one: string, other: string): string {
  return one === '' ? other : `${one}, ${other}`;
}
