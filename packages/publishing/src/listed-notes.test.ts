import { expect, test } from 'vitest';
import { withListedNotes } from './listed-notes.js';

const letter = (text: string, notes: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>${text}</p></body><back><div type="notes"><head>Notes</head>${notes}</div></back></text></TEI>`;

test('notes that stand together are a list, and what leads to one is its figure', () => {
  const source = letter(
    'A<ptr target="#tn1" n="1"/> b<ptr\ntarget="#tn2"/> c<ptr target="#tn1"/>.',
    '\n<note xml:id="tn1"><p><hi>1</hi> One.</p></note>\n<!-- x --><note xml:id="tn2" n="b">Two.</note><note xml:id="tn3"/>',
  );
  const figure = (id: string, words: string, space = ' ') =>
    `<ref type="listed-note"${space}target="#${id}"><hi rend="superscript">${words}</hi></ref>`;
  expect(withListedNotes(source)).toBe(
    letter(
      `A${figure('tn1', '1')} b${figure('tn2', 'b', '\n')} c${figure('tn1', '1')}.`,
      '\n<list type="notes"><item xml:id="tn1"><p><hi>1</hi> One.</p></item>\n<!-- x --><label>b</label><item xml:id="tn2" n="b">Two.</item><label>3</label><item xml:id="tn3"/></list>',
    ),
  );
});

test.each([
  ['that nothing leads to', letter('A', '<note xml:id="tn1">One.</note>')],
  ['beside other text', letter('A<ptr target="#tn1"/>', '<note xml:id="tn1">One.</note><p>And more.</p>')],
  [
    'that are called as end notes',
    letter('A<ptr type="endnote" target="#tn1"/>', '<note xml:id="tn1">One.</note>'),
  ],
])('notes %s stay as they are', (_which, source) => {
  expect(withListedNotes(source)).toBe(source);
});
