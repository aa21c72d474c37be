import { applied, knownToUndo, mostMovable, type Received, receive } from '@chancery/prosemirror-tei';
import { collab, sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { EditorState, type Plugin, type Selection } from 'prosemirror-state';
import { Mapping, Step } from 'prosemirror-transform';
import type { KeptChanges } from './kept-changes.js';
import { runsOf } from './runs-of.js';
import type { StepLog } from './step-log.js';
import { wordsOfSteps } from './words-of-steps.js';

/** What was received over changes that were put back, the document after it, and the version that it follows. */
export interface Caught extends Pick<Received, 'losses' | 'others'> {
  readonly doc: Node;
  readonly version: number;
  /** What was done since, up to the document that is opened. */
  readonly since: Mapping;
}

/** An editor's state, and what has become of the changes that were kept for it. */
export interface OpenedState {
  readonly state: EditorState;
  readonly caught: readonly Caught[];
  /** The words of changes that could not be put back at all. */
  readonly strayed: readonly string[];
}

/**
 * The editor's state for a letter. Changes kept on this device are put back where they were made, and the steps that
 * others have taken since are then received over them, exactly as if the window had never been closed. Of what cannot be
 * put back, because the letter was never in that state as far as is known here, the words are given.
 */
export function openState(
  log: StepLog,
  options: {
    clientId: string;
    kept?: KeptChanges | undefined;
    /** Changes that other clients have kept, to be made upon those, under this client's name. */
    others?: readonly KeptChanges[];
    plugins: readonly Plugin[];
    /** Where the caret is to stand; before the first word when it is not said. */
    selection?: (doc: Node) => Selection;
  },
): OpenedState {
  const { others = [], ...own } = options;
  return others.reduce((opened, other) => withChanges(log, opened, other, own.clientId), openOwn(log, own));
}

/** A state with the changes of another client that waited like its own. */
function withChanges(log: StepLog, opened: OpenedState, other: KeptChanges, clientId: string): OpenedState {
  const more = openOwn(log, { clientId: other.clientId, kept: other, plugins: [] });
  const waiting = sendableSteps(opened.state)?.steps ?? [];
  const upon = waiting.map((step) => ({ step, clientId }));
  const { transaction, losses } = receive(more.state, log.doc, upon);
  const moved = more.state.apply(transaction);
  const again = opened.state.tr;
  for (const step of sendableSteps(moved)?.steps ?? []) again.step(step);
  follow(opened.caught, again);
  follow(more.caught, transaction);
  // Both are the person's own: nobody else was in the way.
  const own = { losses, others: [], doc: moved.doc, version: log.version, since: new Mapping() };
  return {
    state: opened.state.apply(again),
    caught: [...opened.caught, ...more.caught, ...(losses.length > 0 ? [own] : [])],
    strayed: [...opened.strayed, ...more.strayed],
  };
}

function openOwn(log: StepLog, options: Omit<Parameters<typeof openState>[1], 'others'>): OpenedState {
  const kept = options.kept && log.knows(options.kept.version) ? options.kept : undefined;
  const version = kept?.version ?? log.version;
  const doc = kept ? log.docAt(version) : log.doc;
  let state = EditorState.create({
    doc,
    ...(options.selection ? { selection: options.selection(doc) } : {}),
    plugins: [...options.plugins, collab({ version, clientID: options.clientId })],
  });
  if (!kept) return { state, caught: [], strayed: wordsOfSteps(options.kept?.steps ?? []) };

  const again = state.tr;
  let taken = 0;
  while (taken < kept.steps.length && takes(again, kept, taken)) taken += 1;
  state = state.apply(again);

  const caught: Caught[] = [];
  let at = version;
  let base = doc;
  for (const run of runsOf(log.since(version), options.clientId)) {
    const steps = run.map(({ step, clientId }) => ({ step: Step.fromJSON(state.schema, step), clientId }));
    const { transaction, losses, others } = receive(state, base, steps, mostMovable);
    state = state.apply(transaction);
    follow(caught, transaction);
    if (losses.length > 0) caught.push({ losses, others, doc: state.doc, version: at, since: new Mapping() });
    base = steps.reduce((now, { step }) => applied(step, now), base);
    at += run.length;
  }
  return { state, caught, strayed: wordsOfSteps(kept.steps.slice(taken)) };
}

function follow(caught: readonly Caught[], { mapping }: { readonly mapping: Mapping }): void {
  for (const { since } of caught) since.appendMapping(mapping);
}

/** Takes a step that was kept; false where it cannot be, or is not understood. */
function takes(tr: EditorState['tr'], { steps, undoes }: KeptChanges, index: number): boolean {
  try {
    const step = Step.fromJSON(tr.doc.type.schema, steps[index]);
    const undone = tr.steps[undoes?.[index] ?? -1];
    return !tr.maybeStep(undone ? knownToUndo(step, undone, tr.doc) : step).failed;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
