import { attributeOf, openLetter } from '@chancery/prosemirror-tei';
import { EditorState } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { expect, it } from 'vitest';
import { lineStartPlugin } from './line-start-plugin.js';

const plugin = lineStartPlugin();

function stateOf(body: string): EditorState {
  const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>${body}</div></body></text></TEI>`;
  return EditorState.create({ doc: openLetter(source).doc, plugins: [plugin] });
}

/** The numbers of the line breaks that are shown as breaking nothing. */
function opening(state: EditorState): string[] {
  const shown: DecorationSet = plugin.getState(state);
  return shown.find().map(({ from }) => {
    const node = state.doc.nodeAt(from);
    return node ? attributeOf(node, 'n') : '';
  });
}

it('tells the line breaks that open a block from those that break its lines', () => {
  const state = stateOf(`<head><lb n="1"/>Head</head>
    <p><lb n="2"/>one<lb n="3"/>two</p>
    <p><pb n="9"/>
      <lb n="4"/><hi><lb n="5"/>three</hi></p>
    <p>four<lb n="6"/></p><p><gap/><lb n="7"/></p><p><hi><lb n="8"/>five</hi></p><p>six</p>`);
  expect(opening(state)).toEqual(['1', '2', '4', '8']);
});

it('keeps to what stands before them while words are typed there and taken away', () => {
  let state = stateOf('<p><lb n="1"/>one<lb n="2"/>two</p><p>three</p>');
  let start = 0;
  state.doc.descendants((node, pos) => {
    if (node.isTextblock && start === 0) start = pos + 1;
  });
  state = state.apply(state.tr.insertText('a', start));
  expect(opening(state)).toEqual([]);
  state = state.apply(state.tr.insertText('b', start));
  expect(opening(state)).toEqual([]);
  state = state.apply(state.tr.delete(start, start + 2));
  expect(opening(state)).toEqual(['1']);
  state = state.apply(state.tr.insertText('x', start + 3));
  expect(opening(state)).toEqual(['1']);
  state = state.apply(state.tr.split(start + 5));
  expect(opening(state)).toEqual(['1', '2']);
});
