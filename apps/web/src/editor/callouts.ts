import { attributeOf, elementOf } from '@chancery/prosemirror-tei';
import { countedBy, fixedLabel, noteLabels, noteRule } from '@chancery/tei';
import type { Node } from 'prosemirror-model';
import { type EndnoteOrder, labelsOf } from './endnote-order.js';

/** A place in the text that calls a note. */
export interface Callout {
  pos: number;
  node: Node;
  /** `endnote` calls a note of the volume; the others are the notes themselves, at the foot of the page. */
  kind: 'endnote' | 'footnote' | 'textual';
  /** The `xml:id` of the endnote that is called; empty for other notes. */
  target: string;
  /** The label to print; `?` when the volume has no such note. */
  figure: string;
}

type Found = Omit<Callout, 'figure'> & { readonly inBack: boolean; readonly label: string | undefined };

/**
 * The callouts of a letter in order. Endnotes bear the labels that they have in the volume; page footnotes are counted
 * through the letter, as the desk has no pages, and textual notes too, unless the volume numbers them through.
 */
export function callouts(doc: Node, order: EndnoteOrder): Callout[] {
  const found = calls(doc);
  const labels = endnotesIn(found, order);
  const own = new Map(
    (['footnote', 'textual'] as const).flatMap((series) => {
      const rule = noteRule(order.rules, series);
      const labelled = (back?: boolean) =>
        found
          .filter(({ kind, inBack }) => kind === series && inBack === (back ?? inBack))
          .map(({ pos, label }) => ({ id: String(pos), label: fixedLabel(rule, label) }));
      const before = order.counted[series];
      if (!before?.between) return [...noteLabels(rule.style, labelled(), before)];
      const fixed = [...before.fixed, ...labelled().flatMap(({ label }) => label ?? [])];
      const free = labelled(false).filter(({ label }) => label === undefined).length + before.between;
      const behind = { counted: countedBy(rule.style, free, fixed), fixed };
      const front = noteLabels(rule.style, labelled(false), { ...before, fixed });
      return [...front, ...noteLabels(rule.style, labelled(true), behind)];
    }),
  );
  return found.map(({ inBack: _, label: __, ...callout }) => ({
    ...callout,
    figure: (callout.kind === 'endnote' ? labels.get(callout.target) : own.get(String(callout.pos))) ?? '?',
  }));
}

/** The labels that the endnotes of the volume bear with the callouts of a letter as it is now. */
export function endnoteFigures(doc: Node, order: EndnoteOrder): ReadonlyMap<string, string> {
  return endnotesIn(calls(doc), order);
}

function endnotesIn(found: readonly Found[], order: EndnoteOrder): ReadonlyMap<string, string> {
  const called = (back: boolean) =>
    found.flatMap(({ kind, target, inBack }) => (kind === 'endnote' && inBack === back ? target : []));
  return labelsOf(order, called(false), called(true));
}

function calls(doc: Node): Found[] {
  const found: Found[] = [];
  // Where the back matter that the walk is in ends.
  let backEnd = 0;
  doc.descendants((node, pos) => {
    const name = elementOf(node);
    if (name === 'teiHeader') return false;
    if (name === 'back') backEnd = pos + node.nodeSize;
    const place = { pos, node, inBack: pos < backEnd };
    if (name === 'ptr' && attributeOf(node, 'type') === 'endnote') {
      const target = attributeOf(node, 'target').replace(/^.*#/u, '');
      found.push({ ...place, kind: 'endnote', target, label: undefined });
    }
    if (name === 'note' && node.isInline) {
      const kind = attributeOf(node, 'type') === 'textual' ? 'textual' : 'footnote';
      found.push({ ...place, kind, target: '', label: attributeOf(node, 'n') });
    }
    return true;
  });
  return found;
}
