import type { Command, EditorState, Transaction } from 'prosemirror-state';
import { refusalOf } from '../guards/refusal-of.js';
import { say } from './said.js';
import { tidy } from './tidy.js';

/** A command that can say in words why it is not available. */
export interface GuardedCommand extends Command {
  /** Why the command cannot be done at the selection; undefined when it can. */
  readonly whyNot: (state: EditorState) => string | undefined;
}

/** What a command would do, or a sentence that says why it cannot. */
export type Attempt = (state: EditorState) => Transaction | string;

/** Makes a command that is available where `attempt` gives an edit that brings no new fault. */
export function guarded(attempt: Attempt): GuardedCommand {
  const judged = (state: EditorState): Transaction | string => {
    const tr = attempt(state);
    return typeof tr === 'string' ? tr : (refusalOf(tr) ?? tr);
  };
  const command: Command = (state, dispatch) => {
    const tr = judged(state);
    if (typeof tr === 'string') return false;
    dispatch?.((tr.docChanged ? tidy(tr) : tr).scrollIntoView());
    return true;
  };
  return Object.assign(command, {
    whyNot: (state: EditorState) => {
      const tr = judged(state);
      return typeof tr === 'string' ? tr : undefined;
    },
  });
}

/**
 * The first of some commands whose edit brings no new fault. Where all would bring one, nothing is changed, and the
 * transaction says why ({@link saidWith}).
 */
export function firstPermitted(...commands: readonly (Command | GuardedCommand)[]): Command {
  return (state, dispatch, view) => {
    let why: string | undefined;
    for (const command of commands) {
      let would: Transaction | undefined;
      const capture = (tr: Transaction) => {
        would = tr;
      };
      if (!command(state, capture, view)) {
        if ('whyNot' in command) why ??= command.whyNot(state);
        continue;
      }
      // The command did by itself what was to be done.
      if (!would) return true;
      const refusal = refusalOf(would);
      if (refusal === undefined) {
        dispatch?.(would);
        return true;
      }
      why ??= refusal;
    }
    if (why === undefined) return false;
    dispatch?.(say(state.tr, why));
    return true;
  };
}
