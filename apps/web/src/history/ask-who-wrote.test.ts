import { openLetter, schema } from '@chancery/prosemirror-tei';
import { collab } from 'prosemirror-collab';
import { EditorState, TextSelection } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { askedPart } from './ask-who-wrote.js';

const { doc } = openLetter(
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><p>My dear Babbage</p></div></body></text></TEI>',
);
const start = 5;

test('what is selected is told as positions of what is stored, whatever waits to be sent', () => {
  const state = EditorState.create({ doc, plugins: [collab({ version: 7 })] });
  const typed = state.apply(state.tr.insert(start + 3, schema.text('very ')));
  const selected = typed.apply(
    typed.tr.setSelection(TextSelection.create(typed.doc, start, start + 'My very dear'.length)),
  );
  expect(askedPart(selected)).toEqual({
    version: 7,
    from: start,
    to: start + 'My dear'.length,
    words: 'My very dear',
  });
  const fresh = typed.apply(typed.tr.setSelection(TextSelection.create(typed.doc, start + 3, start + 7)));
  const { from, to } = askedPart(fresh);
  expect(from).toBe(to);
});

test('without a selection it is the block of the caret', () => {
  const state = EditorState.create({ doc, plugins: [collab({ version: 0 })] });
  const caret = state.apply(state.tr.setSelection(TextSelection.create(doc, start + 4)));
  expect(askedPart(caret)).toMatchObject({ from: start, to: start + 'My dear Babbage'.length });
});
