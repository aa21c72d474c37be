import { history, isHistoryTransaction } from 'prosemirror-history';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';

declare module 'prosemirror-transform' {
  interface Mapping {
    /** Says that the map at one place undoes that at another; `prosemirror-collab` is given it, and its types are silent. */
    setMirror(at: number, other: number): void;
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
        const follow = (each: Transaction): Past => field.apply.call(this, each, past, before, after);
        const way: Transaction | undefined = tr.getMeta(byDetour);
        if (way) return follow(way);
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
  readonly done: object;
  readonly undone: object;
}

function sameSteps(before: EditorState, { steps }: Transaction): Transaction {
  const tr = before.tr.setMeta('addToHistory', false);
  for (const step of steps) tr.step(step);
  return tr;
}

/** Lets the undo history go by the detour. */
export function alongDetour(tr: Transaction, way: Transaction): Transaction {
  return tr.setMeta(byDetour, way);
}

/**
 * From one's own document to that which others have made of it, over the one that both follow: takes back what waits, in
 * `tr` as it is, takes the steps of others, and then one's own again as they were moved, each with the place among all that
 * wait of the first that it stands for.
 */
export function detour(
  tr: Transaction,
  takenBack: readonly Step[],
  others: readonly Step[],
  moved: readonly { readonly step: Step; readonly first: number }[],
): Transaction {
  for (const step of [...takenBack.toReversed(), ...others]) tr.step(step);
  for (const { step, first } of moved) {
    tr.step(step);
    tr.mapping.setMirror(takenBack.length - 1 - first, tr.steps.length - 1);
  }
  return tr.setMeta('rebased', takenBack.length).setMeta('addToHistory', false);
}
