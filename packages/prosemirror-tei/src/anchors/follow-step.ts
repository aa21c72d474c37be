import type { Step } from 'prosemirror-transform';
import { type Anchor, longestAnchor } from './anchor.js';
import { findAgain, findMoved } from './find-again.js';
import { changesOf, type TokenChange } from './step-changes.js';
import { isStructure } from './tokens.js';

/**
 * The anchors after a step that a client made.
 *
 * What is typed inside of a passage belongs to it, what is typed at its edges does not. A passage that is taken away is
 * gone until it stands at its place again, as an undo or whoever types it anew brings it back, or until the client that
 * took it away puts it in somewhere else: cut and pasted, dragged. Nothing but the steps is needed: an anchor knows its own
 * words.
 *
 * An anchor that the step does not concern is the same object.
 */
export function followStep(anchors: readonly Anchor[], step: Step, by: string): readonly Anchor[] {
  const changes = changesOf(step);
  if (changes.length === 0) return anchors;
  return anchors.map((anchor) => changes.reduce((now, change) => followChange(now, change, by), anchor));
}

function followChange(anchor: Anchor, change: TokenChange, by: string): Anchor {
  const left = change.end > change.start ? withoutRange(anchor, change, by) : anchor;
  return change.text === '' ? left : withText(left, change, by);
}

function withoutRange(anchor: Anchor, { start, end }: TokenChange, by: string): Anchor {
  const { from, text, before, after, caret } = anchor;
  const to = from + text.length;
  if (end <= from) return { ...anchor, from: from - (end - start) };
  if (start >= to) return anchor;
  const first = Math.max(start, from) - from;
  const last = Math.min(end, to) - from;
  const lost = text.slice(first, last);
  const rest = {
    ...anchor,
    from: Math.min(from, start),
    text: text.slice(0, first) + text.slice(last),
    ...(caret === undefined || anchor.gone
      ? {}
      : { caret: caret <= first ? caret : Math.max(first, caret - lost.length) }),
  };
  if (anchor.gone) return rest;
  if (rest.text === '')
    return {
      ...rest,
      ...(caret === undefined ? {} : { caret }),
      gone: { text, by, size: end - start, offset: from - start },
    };
  if (first === 0) return { ...rest, before: shortened(before + lost, 'end') };
  return last === text.length ? { ...rest, after: shortened(lost + after, 'start') } : rest;
}

function withText(anchor: Anchor, { start, text: brought }: TokenChange, by: string): Anchor {
  const { from, text, caret, gone, whole } = anchor;
  const offset = start - from;
  if (gone) return withTextWhileGone(anchor, offset, brought, by);
  if (offset < 0) return { ...anchor, from: from + brought.length };
  if (offset > text.length) return anchor;
  if (offset === 0) {
    const { before } = anchor;
    const known = commonEnd(before, brought, whole);
    return {
      ...anchor,
      from: from + brought.length - known,
      ...(known === 0
        ? {}
        : { text: brought.slice(-known) + text, before: before.slice(0, before.length - known) }),
      ...(known === 0 || caret === undefined ? {} : { caret: caret + known }),
    };
  }
  if (offset === text.length) {
    const { after } = anchor;
    const known = commonStart(after, brought, whole);
    if (known === 0) return anchor;
    return { ...anchor, text: text + brought.slice(0, known), after: after.slice(known) };
  }
  return {
    ...anchor,
    text: (text.slice(0, offset) + brought + text.slice(offset)).slice(0, 2 * longestAnchor),
    ...(caret === undefined || caret <= offset ? {} : { caret: caret + brought.length }),
  };
}

function withTextWhileGone(anchor: Anchor, offset: number, brought: string, by: string): Anchor {
  const { from, text } = anchor;
  if (offset < 0 || offset > text.length) {
    const there = from + offset;
    const moved = findMoved(anchor, brought, by, there);
    return moved ?? (offset < 0 ? { ...anchor, from: from + brought.length } : anchor);
  }
  const now = { ...anchor, text: text.slice(0, offset) + brought + text.slice(offset) };
  const back = findAgain(now);
  if (back) return back;
  // Much else has come to its place: it is looked for among what comes next.
  return now.text.length > 2 * longestAnchor ? { ...now, text: '' } : now;
}

/** What is lost is kept for an undo, and of much only what is next to the passage. */
function shortened(lost: string, kept: 'start' | 'end'): string {
  return kept === 'start' ? lost.slice(0, longestAnchor) : lost.slice(-longestAnchor);
}

/** How much of what is brought to the end of a passage is what it has lost there. */
function commonStart(lost: string, brought: string, whole = false): number {
  const most = Math.min(lost.length, brought.length);
  let same = 0;
  while (same < most && lost[same] === brought[same]) same += 1;
  return whole || !isStructure(lost.slice(0, same)) ? same : 0;
}

/** How much of what is brought to the beginning of a passage is what it has lost there. */
function commonEnd(lost: string, brought: string, whole = false): number {
  const most = Math.min(lost.length, brought.length);
  let same = 0;
  while (same < most && lost.at(-1 - same) === brought.at(-1 - same)) same += 1;
  return whole || !isStructure(lost.slice(lost.length - same)) ? same : 0;
}
