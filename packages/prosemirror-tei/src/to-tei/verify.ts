import { checkWellFormed, escapeAttribute } from '@chancery/xml';
import type { Node, ResolvedPos } from 'prosemirror-model';
import { readTei } from '../from-tei/read-tei.js';
import { type Scope, sourceElements } from '../from-tei/source-elements.js';
import { type PartHolding, TeiReader } from '../from-tei/tei-reader.js';
import type { TokenMap } from '../from-tei/token-map.js';
import type { OpenLetter } from '../open-letter.js';
import { DocumentsDiffer, mapOnto } from '../same-document.js';
import type { Region } from './changed-region.js';
import { EditRefused } from './edit-refused.js';

/**
 * The proof: a patched source is well-formed and says what the edited document says. Gives the document's map.
 *
 * @throws {EditRefused} `not-well-formed` or `not-lossless`.
 */
export function verify(letter: OpenLetter, source: string, doc: Node, region?: Region): TokenMap {
  const part =
    region && source.length > letter.options.provedWhole ? changedPart(letter, doc, region) : undefined;
  if (part && region) return verifyPart(letter, source, doc, region, part);
  refuseMalformed(source);
  return proved(() => {
    const read = readTei(source, letter.options.shapes);
    return mapOnto(doc, read.doc, read.map);
  });
}

function refuseMalformed(source: string): void {
  const fault = checkWellFormed(source);
  if (fault)
    throw new EditRefused('not-well-formed', `${fault.message} (line ${fault.line}, column ${fault.column})`);
}

function proved(proof: () => TokenMap): TokenMap {
  try {
    return proof();
  } catch (error) {
    if (!(error instanceof DocumentsDiffer)) throw error;
    throw new EditRefused(
      'not-lossless',
      `The edit cannot be written as TEI without loss: ${error.message}.`,
    );
  }
}

interface Part {
  readonly node: Node;
  readonly pos: number;
  readonly holding: PartHolding;
  readonly scope: Scope;
  readonly preserve: boolean;
}

/** The smallest block whose tags lie outside of the region and whose shape does not hang on what it holds. */
function changedPart(letter: OpenLetter, doc: Node, region: Region): Part | undefined {
  const $from = doc.resolve(region.from);
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    const node = $from.node(depth);
    const pos = $from.before(depth);
    const holding = node.type.name;
    if (holding !== 'container' && holding !== 'either' && holding !== 'textblock') continue;
    if (letter.options.shapes(String(node.attrs.name))?.shape !== holding) continue;
    if (pos >= region.from || pos + node.nodeSize <= region.newTo) continue;
    return { node, pos, holding, ...contextOf($from, depth) };
  }
  return undefined;
}

function contextOf($from: ResolvedPos, depth: number): { scope: Scope; preserve: boolean } {
  const scope = new Map<string, string>();
  let preserve = false;
  for (let at = 1; at < depth; at += 1) {
    const node = $from.node(at);
    for (const held of [...node.marks, node]) {
      const attrs: Readonly<Record<string, string>> = held.attrs.attrs ?? {};
      for (const [name, value] of Object.entries(attrs)) {
        if (name === 'xmlns') scope.set('', value);
        else if (name.startsWith('xmlns:')) scope.set(name.slice(6), value);
        else if (name === 'xml:space') preserve = value === 'preserve';
      }
    }
  }
  return { scope, preserve };
}

function verifyPart(letter: OpenLetter, source: string, doc: Node, region: Region, part: Part): TokenMap {
  const { map } = letter;
  const size = part.node.nodeSize;
  const oldEnd = part.pos + size + region.oldTo - region.newTo;
  const shift = source.length - letter.source.length;
  const start = map.starts[part.pos] ?? 0;
  const end = (map.ends[oldEnd - 1] ?? 0) + shift;
  const cut = source.slice(start, end);
  refuseMalformed(inScope(source, cut, part.scope));
  const inner = proved(() => {
    const reader = new TeiReader(sourceElements(cut, part.scope), letter.options.shapes);
    const read = reader.readPart(part.holding, part.preserve);
    const wrapped = doc.type.create(null, read);
    return mapOnto(doc.type.create(null, part.node), wrapped, reader.map.finish());
  });
  const before = { starts: map.starts.subarray(0, part.pos), ends: map.ends.subarray(0, part.pos) };
  const after = { starts: map.starts.subarray(oldEnd), ends: map.ends.subarray(oldEnd) };
  return {
    starts: spliced(before.starts, inner.starts, start, after.starts, shift),
    ends: spliced(before.ends, inner.ends, start, after.ends, shift),
  };
}

function inScope(source: string, cut: string, scope: Scope): string {
  let tag = '<part';
  for (const [prefix, value] of scope) {
    if (value !== '' || prefix === '') tag += ` xmlns${prefix && ':'}${prefix}="${escapeAttribute(value)}"`;
  }
  const doctype = /<!DOCTYPE[\s\S]*?(?:\]\s*)?>/.exec(source.slice(0, 10_000))?.[0] ?? '';
  return `${doctype}${tag}>${cut}</part>`;
}

function spliced(
  before: Int32Array,
  inner: Int32Array,
  start: number,
  after: Int32Array,
  shift: number,
): Int32Array {
  const all = new Int32Array(before.length + inner.length + after.length);
  all.set(before);
  for (let at = 0; at < inner.length; at += 1) all[before.length + at] = (inner[at] ?? 0) + start;
  const from = before.length + inner.length;
  for (let at = 0; at < after.length; at += 1) all[from + at] = (after[at] ?? 0) + shift;
  return all;
}
