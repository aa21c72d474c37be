import { history, isHistoryTransaction } from 'prosemirror-history';
import { type EditorState, Plugin, type SelectionBookmark, type Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';

declare module 'prosemirror-transform' {
  interface Mapping {
    /** Says that the map at one place undoes that at another. `prosemirror-collab` lives by it; the types are silent of it. */
    setMirror(at: number, other: number): void;
    /** The place of the map that undoes the one at this place. */
    getMirror(at: number): number | undefined;
  }
}

/** The meta-data of what was received: how it comes about step by step. */
const byDetour = 'chancery.detour';

/**
 * The undo history of an editor whose letter others write at too: that of `prosemirror-history`. It follows one's own
 * changes to where they came to stand behind those of others. What of a change did not come to stand, because somebody else
 * had made it already, is theirs to undo.
 */
export function undoHistory(config?: Parameters<typeof history>[0]): Plugin {
  const { spec } = history(config);
  const { state: field } = spec;
  if (!field) throw new TypeError('A history without a past.');
  return new Plugin({
    ...spec,
    state: {
      init: field.init,
      apply(tr: Transaction, past: Past, before: EditorState, after: EditorState): Past {
        const follow = (each: Transaction): Past => {
          const next = field.apply.call(this, each, past, before, after);
          keepMoves(past.done, next.done, each);
          keepMoves(past.undone, next.undone, each);
          return next;
        };
        const way: Transaction | undefined = tr.getMeta(byDetour);
        if (way) {
          const next = follow(way);
          keepBeginnings(past.done, next.done, way);
          keepBeginnings(past.undone, next.undone, way);
          // What is done next would go on with what is not there any more, and could not be taken back.
          return next.done.eventCount < past.done.eventCount ? { ...next, prevTime: 0 } : next;
        }
        const cause: Transaction | undefined = tr.getMeta('appendedTransaction');
        if (!cause || !isHistoryTransaction(cause) || !tr.docChanged) return follow(tr);
        // What is added to an undoing is undone with it. The other side has to know of it too, step by step.
        const moved = follow(tr);
        const aside = follow(sameSteps(before, tr));
        return moved.done === past.done ? { ...moved, done: aside.done } : { ...moved, undone: aside.undone };
      },
    },
  });
}

/** The state of `prosemirror-history`, as far as it is touched here. */
interface Past {
  readonly done: Branch;
  readonly undone: Branch;
  /** When something was last done, which what is done soon after goes on with; 0 for what begins anew. */
  readonly prevTime: number;
}

interface Branch {
  readonly items: { readonly length: number; get(index: number): Item };
  eventCount: number;
}

/** A step to be taken back; with a selection it begins what is taken back at once, down to the next one that has one. */
interface Item {
  readonly step?: Step;
  selection?: SelectionBookmark;
  /** How many items before this one the one stands that it undoes. */
  mirrorOffset?: number;
}

/**
 * Tells a branch that was told what the document came by what of it was moved: its own changes are then found where they are
 * now. `after` was made this moment, and is nobody else's yet.
 */
function keepMoves(before: Branch, after: Branch, { mapping }: Transaction): void {
  const { length } = after.items;
  if (length - before.items.length !== mapping.maps.length) return;
  for (let index = mapping.maps.length - 1; index > 0; index -= 1) {
    const mirror = mapping.getMirror(index);
    const item = after.items.get(length - mapping.maps.length + index);
    if (mirror !== undefined && mirror < index && !item.step) item.mirrorOffset = index - mirror;
  }
}

/**
 * Where the first step of several that are taken back at once did not come to stand, the next one that did is the first
 * now: they would be taken back with what was done before them. `after` was made this moment, and is nobody else's yet.
 */
function keepBeginnings(before: Branch, after: Branch, way: Transaction): void {
  if (before === after) return;
  const { mapping } = way;
  const count = Math.min(before.items.length, Number(way.getMeta('rebased')));
  const itemAt = (branch: Branch, fromEnd: number) => branch.items.get(branch.items.length - fromEnd);
  const standing: number[] = [];
  for (let left = count; left > 0; left -= 1)
    if (mapping.getMirror(left - 1) !== undefined) standing.push(left);
  let begun: { selection: SelectionBookmark; from: number } | undefined;
  for (let left = count; left > 0; left -= 1) {
    const { selection } = itemAt(before, left);
    const at = mapping.getMirror(left - 1);
    if (selection) begun = at === undefined ? { selection, from: left } : undefined;
    if (at === undefined || !begun) continue;
    const item = itemAt(after, standing.length - standing.indexOf(left));
    if (!item.step) continue;
    item.selection = begun.selection.map(mapping.slice(begun.from, at));
    after.eventCount += 1;
    begun = undefined;
  }
}

function sameSteps(before: EditorState, { steps, mapping }: Transaction): Transaction {
  const tr = before.tr.setMeta('addToHistory', false);
  for (const step of steps) tr.step(step);
  for (const index of steps.keys()) {
    const mirror = mapping.getMirror(index);
    if (mirror !== undefined && mirror < index) tr.mapping.setMirror(mirror, index);
  }
  return tr;
}

/** Lets the undo history go by the detour, where there is one. */
export function alongDetour(tr: Transaction, way: Transaction | undefined): Transaction {
  return way ? tr.setMeta(byDetour, way) : tr;
}

/**
 * From one's own document to that which others have made of it, over the one that both follow: takes back what waits, in
 * `tr` as it is, takes the steps of others, and then one's own again as they were moved, each with the place among all that
 * wait of the first that it stands for. Undefined where a step cannot be taken back to what it was made in: there is no such
 * way then, and the history has to follow by where the text came to stand.
 */
export function detour(
  tr: Transaction,
  takenBack: readonly Step[],
  others: readonly Step[],
  moved: readonly { readonly step: Step; readonly first: number }[],
): Transaction | undefined {
  const all = [...takenBack.toReversed(), ...others, ...moved.map(({ step }) => step)];
  if (!all.every((step) => isTaken(tr, step))) return undefined;
  for (const [index, { first }] of moved.entries())
    tr.mapping.setMirror(takenBack.length - 1 - first, takenBack.length + others.length + index);
  return tr.setMeta('rebased', takenBack.length).setMeta('addToHistory', false);
}

function isTaken(tr: Transaction, step: Step): boolean {
  try {
    return !tr.maybeStep(step).failed;
  } catch (error) {
    // It is for a place that is not there.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
