import { Node } from 'prosemirror-model';
import { Mapping, type Step, type Transform } from 'prosemirror-transform';
import { isSpace } from '../from-tei/white-space.js';
import type { OpenLetter } from '../open-letter.js';
import { findInstance } from '../steps/find-instance.js';
import { SetAttributesStep } from '../steps/set-attributes-step.js';
import { UnwrapStep } from '../steps/unwrap-step.js';
import { WrapStep } from '../steps/wrap-step.js';

/** A part of a source, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The spans of the source that an edit may write anew, worked out from the positions of its steps and the map of the letter,
 * not from what the engine has written: what the steps replace, from the end of the token before to the beginning of the
 * token after; the far end tag of an element that is joined or cut; the tag of an empty element that is filled, and the tags of
 * one that is emptied; the tag whose attributes are set; and the white space that adjoins any of these.
 */
export function editedSpans(letter: OpenLetter, edit: Transform): Span[] {
  const spans: Span[] = [];
  edit.steps.forEach((step, index) => {
    const doc = edit.docs[index] ?? letter.doc;
    const before = new Mapping(edit.mapping.maps.slice(0, index)).invert();
    for (const { from, to } of touched(step, doc)) {
      const range = { from: before.map(from, -1), to: before.map(to, 1) };
      const empty = edit.mapping.map(range.from, -1) === edit.mapping.map(range.to, 1);
      spans.push(...spansOf(letter, range, empty));
    }
  });
  const slid = slidRange(letter.doc, edit);
  if (slid) spans.push(between(letter, slid.from, slid.to));
  return merged(spans.map((span) => withWhiteSpace(letter.source, span)));
}

/**
 * Where a source differs from the former one outside of the spans: the offset in the former source of the first part that has
 * not stayed as it was. Undefined when nothing has changed outside.
 */
export function changedOutside(before: string, after: string, spans: readonly Span[]): number | undefined {
  let kept = 0;
  let at = 0;
  for (const [index, { from, to }] of spans.entries()) {
    const part = before.slice(kept, from);
    // What stands before the first span has not moved; between two spans it has moved by an unknown length.
    const found = index === 0 ? (after.startsWith(part) ? 0 : -1) : after.indexOf(part, at);
    if (found < 0) return kept;
    at = found + part.length;
    kept = to;
  }
  const rest = before.slice(kept);
  if (spans.length === 0) return before === after ? undefined : 0;
  return after.length - rest.length >= at && after.endsWith(rest) ? undefined : kept;
}

/** Which of two equal characters side by side was typed or deleted, nobody can tell from the documents. */
function slidRange(doc: Node, edit: Transform): Range | undefined {
  const [only, ...others] = edit.steps.flatMap((step) => touched(step, doc));
  const from = doc.content.findDiffStart(edit.doc.content);
  if (!only || others.length > 0 || from === null || from <= only.from) return undefined;
  const to = from + only.to - only.from;
  return to <= doc.content.size && doc.resolve(from).sameParent(doc.resolve(only.from))
    ? { from, to }
    : undefined;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The ranges of `doc` that a step replaces, or whose edges or tags it changes. */
function touched(step: Step, doc: Node): Range[] {
  if (step instanceof WrapStep || step instanceof UnwrapStep) return [point(step.from), point(step.to)];
  if (step instanceof SetAttributesStep) {
    const found = findInstance(doc, step.id);
    if (!found) return [];
    return [found.held instanceof Node ? { from: found.from, to: found.from + 1 } : point(found.from)];
  }
  const ranges: Range[] = [];
  step.getMap().forEach((from, to) => {
    ranges.push({ from, to });
  });
  return ranges;
}

function point(at: number): Range {
  return { from: at, to: at };
}

function spansOf(letter: OpenLetter, { from, to }: Range, empty: boolean): Span[] {
  const { doc, map } = letter;
  const spans = [between(letter, from, to)];
  const $to = doc.resolve(to);
  for (let depth = $to.depth; depth > doc.resolve(from).sharedDepth(to); depth -= 1) {
    const end = $to.end(depth);
    spans.push({ from: map.starts[end] ?? 0, to: map.ends[end] ?? 0 });
  }
  if (empty) spans.push(...emptied(letter, from, to));
  return spans;
}

function between({ map, source }: OpenLetter, from: number, to: number): Span {
  const raw = (at: number) => source.slice(map.starts[at], map.ends[at]);
  let left = from - 1;
  while (left >= 0 && map.starts[left] === map.ends[left]) left -= 1;
  const filled = raw(left).endsWith('/>') && map.starts[left + 1] === map.ends[left + 1];
  const start = left < 0 ? 0 : filled ? map.starts[left] : map.ends[left];
  // A bracket may become `]]>` with what follows: then that is written as a reference.
  const end = raw(to) === '>' ? map.ends[to] : map.starts[to];
  return { from: start ?? 0, to: end ?? source.length };
}

/** The tags of the element that has lost all it held. */
function emptied({ doc, map }: OpenLetter, from: number, to: number): Span[] {
  let start = from;
  let end = to;
  for (let $at = doc.resolve(start); $at.depth > 0; $at = doc.resolve(start)) {
    if (start !== $at.start() || end !== $at.end()) return [];
    start = $at.before();
    end = $at.after();
    if ($at.parent.attrs.name) return [{ from: map.starts[start] ?? 0, to: map.ends[end - 1] ?? 0 }];
  }
  return [];
}

function withWhiteSpace(source: string, { from, to }: Span): Span {
  let start = from;
  let end = to;
  while (start > 0 && isSpace(source.charCodeAt(start - 1))) start -= 1;
  while (end < source.length && isSpace(source.charCodeAt(end))) end += 1;
  return { from: start, to: end };
}

/** In order, those that touch as one. */
function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = found.at(-1);
    if (last && span.from <= last.to)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else found.push(span);
  }
  return found;
}
