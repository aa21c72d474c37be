import { collab, receiveTransaction } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { EditorState, type Plugin, type Selection } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import type { KeptChanges } from './kept-changes.js';
import { runsOf } from './runs-of.js';
import type { StepLog } from './step-log.js';

/**
 * The editor's state for a letter. Changes kept on this device are put back where they were made, and the steps that
 * others have taken since are then received over them, exactly as if the window had never been closed.
 */
export function openState(
  log: StepLog,
  options: {
    clientId: string;
    kept?: KeptChanges | undefined;
    plugins: readonly Plugin[];
    /** Where the caret is to stand; before the first word when it is not said. */
    selection?: (doc: Node) => Selection;
  },
): EditorState {
  const kept = options.kept && log.knows(options.kept.version) ? options.kept : undefined;
  const version = kept?.version ?? log.version;
  const doc = kept ? log.docAt(version) : log.doc;
  const state = EditorState.create({
    doc,
    ...(options.selection ? { selection: options.selection(doc) } : {}),
    plugins: [...options.plugins, collab({ version, clientID: options.clientId })],
  });
  if (!kept) return state;
  const { schema } = state;
  const again = state.tr;
  for (const step of kept.steps) if (again.maybeStep(Step.fromJSON(schema, step)).failed) break;
  return runsOf(log.since(version), options.clientId).reduce(
    (now, run) =>
      now.apply(
        receiveTransaction(
          now,
          run.map(({ step }) => Step.fromJSON(schema, step)),
          run.map(({ clientId }) => clientId),
        ),
      ),
    state.apply(again),
  );
}
