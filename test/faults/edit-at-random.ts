import { insertNote, type Random, splitBlock, toggleElement } from '@chancery/prosemirror-tei';
import { undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { type Command, TextSelection } from 'prosemirror-state';
import type { DeskWindow } from './desk-window.js';
import type { Ledger } from './ledger.js';

/** Does one thing in a window as an editor might. */
type Deed = (window: DeskWindow, by: { ledger: Ledger; random: Random }) => void;

/** Types on where the caret is, one key. */
const typeOn: Deed = (window, { ledger }) => {
  const { state } = window;
  if (!inText(state.selection.$from.parent)) return;
  window.dispatch(state.tr.insertText(ledger.word(1)));
};

const typeWord: Deed = (window, by) => {
  putCaret(window, by.random, 0);
  window.dispatch(window.state.tr.insertText(`${by.ledger.word(2)} `));
};

const typeOver: Deed = (window, by) => {
  putCaret(window, by.random, 8);
  window.dispatch(window.state.tr.insertText(by.ledger.word(1)));
};

const erase: Deed = (window, { random }) => {
  putCaret(window, random, 5);
  window.dispatch(window.state.tr.deleteSelection());
};

const newParagraph: Deed = (window, { random }) => {
  putCaret(window, random, 0);
  run(window, splitBlock);
};

const markName: Deed = (window, { random }) => {
  putCaret(window, random, 12);
  run(window, toggleElement(random() < 0.5 ? 'persName' : 'placeName'));
};

const emphasize: Deed = (window, { random }) => {
  putCaret(window, random, 12);
  run(window, toggleElement('hi', { rend: 'italic' }));
};

const annotate: Deed = (window, by) => {
  putCaret(window, by.random, 0);
  run(window, insertNote());
  const { state } = window;
  if (state.selection.$from.parent.type.name === 'anonymous')
    window.dispatch(state.tr.insertText(by.ledger.word(1)));
};

const takeOneBack: Deed = (window) => run(window, undo);

/** What is done, each as often as it stands here of a hundred times. */
const deeds: readonly (readonly [number, Deed])[] = [
  [46, typeOn],
  [20, typeWord],
  [8, typeOver],
  [7, erase],
  [5, newParagraph],
  [4, markName],
  [4, emphasize],
  [3, annotate],
  [3, takeOneBack],
];

/** Does one thing at random. */
export const editAtRandom: Deed = (window, by) => {
  let draw = by.random() * 100;
  for (const [share, deed] of deeds) {
    draw -= share;
    if (draw < 0) {
      deed(window, by);
      return;
    }
  }
};

function run(window: DeskWindow, command: Command): void {
  command(window.state, (transaction) => window.dispatch(transaction));
}

function inText(node: Node): boolean {
  return node.inlineContent && (node.attrs.name === 'p' || node.type.name === 'anonymous');
}

/** Puts the caret anywhere, every second time into the first paragraph: where everybody is. Selects up to so many characters. */
function putCaret(window: DeskWindow, random: Random, most: number): void {
  const { state } = window;
  const texts: { from: number; to: number }[] = [];
  state.doc.descendants((node, pos) => {
    if (inText(node)) texts.push({ from: pos + 1, to: pos + 1 + node.content.size });
  });
  const text = texts[random() < 0.5 ? 0 : Math.floor(random() * texts.length)];
  if (!text) return;
  const from = text.from + Math.floor(random() * (text.to - text.from + 1));
  const to = Math.min(text.to, most === 0 ? from : from + 1 + Math.floor(random() * most));
  const [$from, $to] = [state.doc.resolve(from), state.doc.resolve(to)];
  // A note in the paragraph is a text of its own, and a window's selection does not cross its edge.
  if ($from.sameParent($to) && inText($from.parent))
    window.dispatch(state.tr.setSelection(TextSelection.between($from, $to)));
}
