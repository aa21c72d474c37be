import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { type OpenLetter, openLetter, positionAt } from '../../open-letter.js';
import { applySteps } from '../../to-tei/apply-steps.js';
import type { GuardedCommand } from '../guarded.js';
import { saidWith } from '../said.js';
import { tidyPlugin } from '../tidy.js';

/** A letter whose body holds `[` and `]` where the selection is; `|` for a caret. */
export function opened(marked: string): { letter: OpenLetter; state: EditorState } {
  const caret = marked.replace('|', '[]');
  const from = caret.indexOf('[');
  const body = caret.replace('[', '').replace(']', '');
  const to = caret.indexOf(']') - 1;
  const head = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>';
  const letter = openLetter(`${head}${body}</body></text></TEI>`);
  const doc = letter.doc;
  const place = (offset: number) => {
    const before = letter.source.slice(0, head.length + offset);
    return /[^/]>$/.test(before)
      ? positionAt(letter, before.length)
      : positionAt(letter, before.length - 1) + 1;
  };
  const selection = TextSelection.between(doc.resolve(place(from)), doc.resolve(place(to)));
  return { letter, state: EditorState.create({ doc, selection, plugins: [tidyPlugin()] }) };
}

/** What commands, one after the other, make of the body; undefined where one is not available. */
export function done(marked: string, ...commands: readonly Command[]): string | undefined {
  const { letter, state } = opened(marked);
  let now = state;
  const steps: Transaction[] = [];
  const dispatch = (tr: Transaction) => {
    const applied = now.applyTransaction(tr);
    steps.push(...applied.transactions);
    now = applied.state;
  };
  for (const command of commands) if (!command(now, dispatch)) return undefined;
  const saved = applySteps(
    letter,
    steps.flatMap((tr) => tr.steps),
  );
  return /<body>(.*)<\/body>/s.exec(saved.source)?.[1];
}

/** Types a text at the selection. */
export function typing(text: string): Command {
  return (state, dispatch) => {
    dispatch?.(
      state.selection.empty && state.storedMarks
        ? state.tr.replaceSelectionWith(state.schema.text(text, state.storedMarks), false)
        : state.tr.insertText(text),
    );
    return true;
  };
}

/** Why a command cannot be done at the selection. */
export function whyNot(marked: string, command: GuardedCommand): string | undefined {
  return command.whyNot(opened(marked).state);
}

/** What a command says when it is done. */
export function saidBy(marked: string, command: Command): string | undefined {
  let said: string | undefined;
  command(opened(marked).state, (tr) => {
    said = saidWith(tr);
  });
  return said;
}
