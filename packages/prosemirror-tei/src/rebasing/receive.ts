import type { Node } from 'prosemirror-model';
import { type EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { ArrivalStep } from './arrival-step.js';
import { rememberMade } from './as-made.js';
import { findLosses } from './find-losses.js';
import { undoneBy } from './given-back.js';
import type { Loss } from './loss.js';
import { applied, type Rebased, rebase } from './rebase.js';
import { alongDetour, detour } from './undo-history.js';

/** A step that the authority has stored, and the client that made it. */
export interface IncomingStep {
  readonly step: Step;
  readonly clientId: string;
}

/** What receiving stored steps makes of an editor. */
export interface Received {
  /** To be applied as it is: it makes steps known as stored, or puts those of others before one's own. */
  readonly transaction: Transaction;
  /** What became of one's own changes. The places are those after the transaction. */
  readonly losses: readonly Loss[];
  /** The steps of others, by whose places losses name those in the way. */
  readonly others: readonly IncomingStep[];
  /** The edits that waited, by whose places losses name those that were dropped. */
  readonly waited: readonly Transaction[];
}

/** A change that waits to be stored, as `prosemirror-collab` holds it. */
interface Waiting {
  readonly step: Step;
  readonly inverted: Step;
  readonly origin: Transaction;
}

interface Collab {
  readonly version: number;
  readonly unconfirmed: readonly Waiting[];
}

/** Batches of more steps than this are not to be moved by the authority ({@link movedOver}). */
export const mostMovable = 50;

/** After so many milliseconds the next key is another edit to be undone, as `prosemirror-history` has it. */
const pause = 500;

/** From so many steps on, typing that waits is put together: each step of somebody else moves all of them. */
const many = 50;

/**
 * Takes steps that were stored after the version that the editor has; one's own come back to be known as stored. Does
 * what `receiveTransaction` of `prosemirror-collab` does, and tells of every change that did not come to stand.
 * What others wrote stays, even within words that were replaced meanwhile. The editor goes straight to the document that
 * comes of it; only its undo history is told of the detour ({@link undoHistory}).
 *
 * @param base the document at the version that the editor has: without what waits to be stored
 * @param underway how many of the first steps that wait the authority may be moving by itself: as long as they are not
 *   joined with others they are known again
 * @throws {StepDoesNotFollow} when the steps do not follow that version
 */
export function receive(
  state: EditorState,
  base: Node,
  stored: readonly IncomingStep[],
  underway = 0,
): Received {
  const plugin = collabOf(state);
  const { version, unconfirmed }: Collab = plugin.getState(state);
  const clientId = String(plugin.spec.config.clientID);
  const foreign = stored.findIndex((each) => each.clientId !== clientId);
  // A window that was closed may have sent more than it kept; that is new to the one opened after it.
  const own = Math.min(foreign < 0 ? stored.length : foreign, unconfirmed.length);
  const held = unconfirmed.slice(0, own).map(({ step }) => step);
  const asHeld = after(base, held);
  const asStored = after(
    base,
    stored.slice(0, own).map(({ step }) => step),
  );
  const waiting = unconfirmed.slice(own);
  const isHeldSo = asStored.eq(asHeld);
  // What is stored in another form than it is held here comes in its place.
  const others = isHeldSo ? stored.slice(own) : [...undoing(unconfirmed.slice(0, own), clientId), ...stored];
  const next = (steps: readonly Waiting[]): Collab => ({
    version: version + stored.length,
    unconfirmed: steps,
  });
  if (others.length === 0)
    return { transaction: state.tr.setMeta(plugin, next(waiting)), losses: [], others, waited: [] };

  const steps = others.map(({ step }) => step);
  const tr = state.tr;
  if (waiting.length === 0) {
    for (const step of steps) {
      applied(step, tr.doc);
      tr.step(step);
    }
    keepSelection(tr, state);
    return { transaction: marked(tr, state).setMeta(plugin, next([])), losses: [], others, waited: [] };
  }

  const sent = own > 0 ? 0 : underway;
  const single = waiting.map((each, first) => ({ ...each, first }));
  const mine = single.length > many ? [...single.slice(0, sent), ...merged(single.slice(sent))] : single;
  const mySteps = mine.map(({ step }) => step);
  const rebased = rebase(asHeld, mySteps, steps);
  const { map } = rebased.concordance;
  for (const { step, of } of rebased.steps) {
    const original = mySteps[of];
    if (original) rememberMade(step, original);
  }
  const arrival = ArrivalStep.between(rebased.mine, rebased.doc, map);
  if (arrival) tr.step(arrival);
  keepSelection(tr, state);
  const way = detour(
    state.tr,
    waiting.map(({ inverted }) => inverted),
    steps,
    rebased.steps.flatMap(({ step, of }) => {
      const first = mine[of]?.first;
      return first === undefined ? [] : [{ step, first }];
    }),
  );
  return {
    transaction: alongDetour(marked(tr, state), way).setMeta(plugin, next(stillWaiting(rebased, mine))),
    losses: findLosses(rebased, mySteps, steps),
    others,
    waited: mine.map(({ origin }) => origin),
  };
}

function after(base: Node, steps: readonly Step[]): Node {
  return steps.reduce((doc, step) => applied(step, doc), base);
}

function undoing(held: readonly Waiting[], clientId: string): IncomingStep[] {
  return held.toReversed().map(({ inverted }) => ({ step: inverted, clientId }));
}

/** One change that waits, or several put together, and the place of the first of them among all. */
interface Group extends Waiting {
  readonly first: number;
}

/**
 * Typing that goes on where it ended is one step; it leads to the same document. Where somebody paused, undoing stops, and
 * another step begins; what is undone, and what undoes it, have to know each other.
 */
function merged(waiting: readonly Group[]): Group[] {
  const list: Group[] = [];
  const undone = new Set(waiting.map(({ step }) => undoneBy(step)));
  let before: Group | undefined;
  for (const each of waiting) {
    const last = list.at(-1);
    const standsAlone = [before?.step, each.step].some(
      (step) => step && (undone.has(step) || undoneBy(step)),
    );
    const goesOn = before && each.origin.time - before.origin.time <= pause && !standsAlone;
    const step = goesOn && last?.step.merge(each.step);
    const inverted = goesOn && last && each.inverted.merge(last.inverted);
    if (last && step && inverted) list[list.length - 1] = { ...last, step, inverted };
    else list.push(each);
    before = each;
  }
  return list;
}

function collabOf(state: EditorState): Plugin {
  const plugin = state.plugins.find(({ spec }) => spec.historyPreserveItems === true);
  if (!plugin) throw new Error('The editor was opened without its place among the others.');
  return plugin;
}

function stillWaiting({ theirs, steps }: Rebased, waited: readonly Waiting[]): Waiting[] {
  let doc = theirs;
  return steps.flatMap(({ step, of }) => {
    const inverted = step.invert(doc);
    doc = step.apply(doc).doc ?? doc;
    const origin = waited[of]?.origin;
    return origin ? [{ step, inverted, origin }] : [];
  });
}

/** Where the caret stands, what others put in comes after it. */
function keepSelection(tr: Transaction, { selection }: EditorState): void {
  if (!(selection instanceof TextSelection)) return;
  const [$anchor, $head] = [selection.anchor, selection.head].map((pos) =>
    tr.doc.resolve(tr.mapping.map(pos, -1)),
  );
  if ($anchor && $head) tr.setSelection(TextSelection.between($anchor, $head, -1));
}

function marked(tr: Transaction, { storedMarks }: EditorState): Transaction {
  return (storedMarks ? tr.setStoredMarks(storedMarks) : tr)
    .setMeta('rebased', 0)
    .setMeta('addToHistory', false);
}
