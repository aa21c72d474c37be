import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { changedRegion } from '../to-tei/changed-region.js';
import { describeNode } from './describe-node.js';
import { xmlIdsIn } from './xml-ids.js';

const most = 4;

/** What there is one of beside the text, whatever it says: a header that says something else is the header still. */
const beside = /^<(?:[^\s:>]+:)?(teiHeader|facsimile)\b/;

/**
 * What an edit of this window took away beside words, in a sentence: notes, breaks, gaps, comments, and names (`xml:id`)
 * that something still points to. Undefined where words alone went.
 */
export function goneWith(tr: Transaction): string | undefined {
  if (!tr.docChanged || tr.getMeta('rebased') !== undefined || tr.getMeta('history$') !== undefined)
    return undefined;
  const region = changedRegion(tr.before, tr.doc);
  if (!region || region.oldTo <= region.from) return undefined;
  const left = special(tr.doc, region.from, region.newTo);
  const gone: string[] = [];
  for (const [key, words] of special(tr.before, region.from, region.oldTo))
    if (!left.has(key)) gone.push(words);
  const lost = lostTargets(tr.before, tr.doc, region.from, region.oldTo);
  if (gone.length === 0 && lost.length === 0) return undefined;
  const named = gone.length > most ? [...gone.slice(0, most), `${gone.length - most} more`] : gone;
  const parts = [
    ...(named.length > 0 ? [`Deleted: ${named.join(', ')}.`] : []),
    ...lost.map((id) => `Something still points to “${id}”, which is gone.`),
  ];
  return `${parts.join(' ')} Undo brings ${gone.length + lost.length > 1 ? 'them' : 'it'} back.`;
}

/** What stands in the text and is not words, by what tells it from others. */
function special(doc: Node, from: number, to: number): Map<string, string> {
  const found = new Map<string, string>();
  doc.nodesBetween(from, Math.min(to, doc.content.size), (node, pos) => {
    if (pos < from || pos + node.nodeSize > to || node.isText) return;
    const carried = node.type.name === 'opaque' || node.type.name === 'opaqueBlock';
    if (!carried && !node.isInline) return;
    if (node.attrs.name === 'lb') return;
    const source = String(node.attrs.source);
    const said = beside.exec(source)?.[1] ?? source;
    const key = carried ? `${said} ${count(found, said)}` : String(node.attrs.id);
    found.set(key, describeNode(node));
  });
  return found;
}

function count(found: ReadonlyMap<string, string>, source: string): number {
  return [...found.keys()].filter((key) => key.startsWith(`${source} `)).length;
}

/** The names that went with their elements, and that others still point to. */
function lostTargets(before: Node, after: Node, from: number, to: number): string[] {
  const ids = new Set<string>();
  before.nodesBetween(from, Math.min(to, before.content.size), (node) => {
    for (const held of [node, ...node.marks]) {
      const id: unknown = held.attrs.attrs?.['xml:id'];
      if (typeof id === 'string') ids.add(id);
    }
  });
  if (ids.size === 0) return [];
  for (const id of xmlIdsIn(after)) ids.delete(id);
  if (ids.size === 0) return [];
  const pointed = new Set<string>();
  after.descendants((node) => {
    for (const held of [node, ...node.marks])
      for (const value of Object.values(held.attrs.attrs ?? {}))
        for (const token of String(value).split(/\s+/))
          if (ids.has(token.slice(1)) && token.startsWith('#')) pointed.add(token.slice(1));
  });
  return [...pointed];
}
