import { sendableSteps } from 'prosemirror-collab';
import { isHistoryTransaction } from 'prosemirror-history';
import { Slice } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state';
import { ReplaceStep, Transform } from 'prosemirror-transform';
import { tokensOf } from '../anchors/tokens.js';
import { KnowingReplaceStep, ReplacePartsStep } from '../steps/replace-parts-step.js';
import { asMade } from './as-made.js';
import { changedRanges } from './changed-ranges.js';
import { FormerOrder, type Reordering } from './former-order.js';
import { undoneBy } from './given-back.js';

const key = new PluginKey<FormerOrder>('formerOrder');

/**
 * Has words that several people took away come back in the order in which they stood, whoever undoes first. What an
 * undoing has put to a wrong place beside what another has brought back is moved, as a part of the undoing.
 */
export function undoInOrder(): Plugin {
  return new Plugin<FormerOrder>({
    key,
    state: {
      init: (_, { doc }) => FormerOrder.of(doc),
      apply(tr, before) {
        const given: FormerOrder | undefined = tr.getMeta(key);
        if (given) return given;
        if (!tr.docChanged) return before;
        const arrives = tr.getMeta('rebased') !== undefined;
        const astray = arrives ? 'theirs' : isHistoryTransaction(tr) ? 'mine' : undefined;
        let order = tr.getMeta('appendedTransaction') ? before : before.settled;
        tr.steps.forEach((step, index) => {
          const ranges = changedRanges(step);
          const [from, to] = [tr.docs[index] ?? tr.before, tr.docs[index + 1] ?? tr.doc];
          const undone = undoneBy(step);
          order = order.changed(ranges, from, to, {
            by: arrives ? 'theirs' : 'mine',
            undoing: astray,
            ...(arrives ? {} : { step: asMade(step), undone: undone && asMade(undone) }),
          });
        });
        return order;
      },
    },
    appendTransaction(transactions, _before, state) {
      const known = key.getState(state);
      if (!known || !transactions.some(({ docChanged }) => docChanged)) return null;
      const { tr } = state;
      let order = known;
      for (;;) {
        const next: Reordering | undefined = order.reordering(tr.doc, (tokens) => isWaiting(tokens, state));
        if (!next || !reorder(tr, next)) break;
        order = next.order;
      }
      return order === known ? null : tr.setMeta(key, order);
    },
  });
}

/** Whether tokens, whatever their order, are among what one has put in and is not stored yet. */
function isWaiting(tokens: string, state: EditorState): boolean {
  let left = (sendableSteps(state)?.steps ?? [])
    .flatMap((step) =>
      step instanceof ReplacePartsStep ? step.parts : step instanceof ReplaceStep ? [step] : [],
    )
    .map(({ slice }) => tokensOf(slice))
    .join('');
  for (const token of tokens.split('')) {
    const at = left.indexOf(token);
    if (at < 0) return false;
    left = left.slice(0, at) + left.slice(at + 1);
  }
  return true;
}

/** Answers false, with nothing done, where the tokens cannot be moved so: they are whole where they are. */
function reorder(tr: Transaction, { from, to, pieces }: Reordering): boolean {
  if (pieces.every(({ at }) => at === from)) return true;
  const { doc, selection } = tr;
  let passed = from;
  const slices = pieces.map(({ at, length }) => {
    passed += length;
    return { at, slice: doc.slice(passed - length, passed) };
  });
  const removal = new ReplaceStep(from, to, Slice.empty);
  // What is taken out for this comes back in, whatever others took away around the place.
  const steps = [
    removal,
    ...slices
      .toReversed()
      .map(({ at, slice }) => new KnowingReplaceStep(at, at, slice, Slice.empty, removal)),
  ];
  const trial = new Transform(doc);
  if (steps.some((step) => trial.maybeStep(step).failed)) return false;
  const last = pieces.at(-1);
  const withIt = last && selection.head >= from && selection.head <= to;
  const first = tr.steps.length;
  for (const step of steps) tr.step(step);
  // The history finds what stands in it where it is now.
  if (pieces.length === 1) tr.mapping.setMirror(first, first + 1);
  if (withIt) tr.setSelection(TextSelection.near(tr.doc.resolve(last.at + to - from), -1));
  return true;
}
