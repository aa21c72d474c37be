import { closeHistory, history, undo } from 'prosemirror-history';
import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { openLetter, positionAt } from '../open-letter.js';
import { findInstance } from '../steps/find-instance.js';
import { applySteps } from '../to-tei/apply-steps.js';
import { setAttributes } from './edit-element.js';
import { editingKeys } from './editing-keys.js';
import { insertNote } from './insert.js';
import { tidyPlugin } from './tidy.js';
import { toggleElement } from './toggle-element.js';

const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
  <p xml:id="a" n='1'>one <persName
     ref="#b">two <hi>three</hi></persName> &#38; four
     five</p>
  <p>six</p>
</body></text></TEI>`;

describe('a session of edits', () => {
  it('comes back to the very bytes by undoing, edit by edit', () => {
    let letter = openLetter(source);
    let pending: Step[] = [];
    let state = EditorState.create({
      doc: letter.doc,
      plugins: [history(), tidyPlugin()],
    });
    const dispatch = (tr: Transaction) => {
      const applied = state.applyTransaction(tr);
      state = applied.state;
      pending.push(...applied.transactions.flatMap(({ steps }) => steps));
    };
    const save = () => {
      letter = applySteps(letter, pending);
      pending = [];
      return letter.source;
    };
    const at = (text: string) => positionAt(letter, letter.source.indexOf(text));
    const select = (from: number, to: number) =>
      dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
    const run = (command: Command | undefined) => {
      expect(command?.(state, dispatch)).toBe(true);
    };
    const person = [...letter.base.instances].find(([, { name }]) => name === 'persName')?.[0] ?? '';

    const saved = [source];
    const edits: (() => void)[] = [
      () => select(at('hree'), at(' four')),
      () => run(toggleElement('hi', { rend: 'bold' })),
      () => run(setAttributes(person, { ref: '#c', key: 'k' })),
      () => select(at('two') + 1, at('two') + 1),
      () => run(editingKeys.Enter),
      () => run(insertNote({ type: 'footnote' })),
      () => dispatch(state.tr.insertText('A note.')),
      () => select(at('six'), at('six')),
      () => run(editingKeys.Backspace),
    ];
    for (const edit of edits) {
      dispatch(closeHistory(state.tr));
      edit();
      const now = save();
      if (now !== saved.at(-1)) saved.push(now);
    }
    expect(saved).toHaveLength(7);
    expect(findInstance(state.doc, person)?.attrs).toEqual({ ref: '#c', key: 'k' });
    for (const former of saved.slice(0, -1).reverse()) {
      run(undo);
      expect(save()).toBe(former);
    }
    expect(letter.source).toBe(source);
  });
});
