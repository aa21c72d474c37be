import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { describe, expect, it, test } from 'vitest';
import { openLetter } from '../open-letter.js';
import { elementsAt } from './elements-at.js';
import { goneWith } from './gone-with.js';
import { caretBehind, caretMarksPlugin, marksAtEdge, stepOverEdge } from './mark-edge.js';
import { done, opened, typing } from './testing/body.js';
import { toggleElement } from './toggle-element.js';

const names = (marked: string) =>
  marksAtEdge(opened(marked).state.selection.$from).map((marks) =>
    marks.map((mark) => mark.attrs.name).join(' '),
  );

describe('stepOverEdge', () => {
  it('knows what typing at an edge can be in', () => {
    expect(names('<p>a<hi>b|</hi>c</p>')).toEqual(['hi', '']);
    expect(names('<p><persName>a|</persName><persName>b</persName></p>')).toEqual([
      'persName',
      '',
      'persName',
    ]);
    expect(names('<p><hi>a|<hi>b</hi></hi></p>')).toEqual(['hi', 'hi hi']);
    expect(names('<p><persName><hi>a|</hi></persName></p>')).toEqual(['persName hi', 'persName', '']);
    expect(names('<p><hi>a|b</hi></p>')).toEqual(['hi']);
    expect(names('<p><persName>|a</persName></p>')).toEqual(['', 'persName']);
  });

  it.each([
    [
      '<p><persName>a|</persName><persName>b</persName></p>',
      0,
      '<p><persName>ax</persName><persName>b</persName></p>',
    ],
    [
      '<p><persName>a|</persName><persName>b</persName></p>',
      1,
      '<p><persName>a</persName>x<persName>b</persName></p>',
    ],
    [
      '<p><persName>a|</persName><persName>b</persName></p>',
      2,
      '<p><persName>a</persName><persName>xb</persName></p>',
    ],
    ['<p>c<persName><hi>a|</hi></persName></p>', 1, '<p>c<persName><hi>a</hi>x</persName></p>'],
    ['<p>c<persName><hi>a|</hi></persName></p>', 2, '<p>c<persName><hi>a</hi></persName>x</p>'],
    ['<p>c<hi>a|<hi>b</hi></hi></p>', 1, '<p>c<hi>a<hi>xb</hi></hi></p>'],
  ])('%s, %i steps on', (before, steps, after) => {
    const commands = Array.from({ length: steps }, () => stepOverEdge(1));
    expect(done(before, ...commands, typing('x'))).toBe(after);
  });

  it('moves on when there is no further step', () => {
    expect(done('<p>a<hi>b|</hi>c</p>', stepOverEdge(1), stepOverEdge(1))).toBeUndefined();
    expect(done('<p>a|</p>', stepOverEdge(-1))).toBeUndefined();
  });
});

test('what is typed next stands behind what has just been marked', () => {
  const refer = (state: EditorState, dispatch?: (tr: Transaction) => void) =>
    toggleElement('ref', { cRef: 'Volume One' })(state, (tr) => dispatch?.(caretBehind(tr, 'ref')));
  expect(done('<p>[Volume One] b</p>', refer, typing(','))).toBe(
    '<p><ref cRef="Volume One">Volume One</ref>, b</p>',
  );
  expect(done('<p><hi>a [Volume One]</hi></p>', refer, typing(','))).toBe(
    '<p><hi>a <ref cRef="Volume One">Volume One</ref>,</hi></p>',
  );
});

describe('caretMarksPlugin', () => {
  const state = (marked: string, direction?: 1 | -1) => {
    const {
      state: { doc, selection },
    } = opened(marked);
    return EditorState.create({ doc, selection, plugins: [caretMarksPlugin(() => direction)] });
  };
  const around = (now: EditorState) =>
    elementsAt(now.selection.$from, now.storedMarks ?? now.selection.$from.marks())
      .filter(({ isMark }) => isMark)
      .map(({ name, attrs }) => `${name} ${attrs.ref ?? ''}`);

  it('keeps an emptied element under the caret, until the caret leaves', () => {
    const before = state('<p>a <persName ref="#b">[b]</persName> c</p>');
    const emptied = before.apply(before.tr.deleteSelection());
    expect(around(emptied)).toEqual(['persName #b']);
    const again = emptied.apply(emptied.tr.insertText('d'));
    expect(around(again)).toEqual(['persName #b']);
    const left = emptied.apply(
      emptied.tr.setSelection(TextSelection.create(emptied.doc, emptied.selection.from + 1)),
    );
    expect(around(left)).toEqual([]);
  });

  it('does not keep what was taken off, or what went with the words around it', () => {
    const before = state('<p>[a <persName ref="#b">b</persName> c]</p>');
    expect(around(before.apply(before.tr.deleteSelection()))).toEqual([]);
  });

  it('comes to an edge from where it comes', () => {
    const before = state('<p>a<hi>b</hi>c|</p>', -1);
    const { from } = before.selection;
    const moved = before.apply(before.tr.setSelection(TextSelection.create(before.doc, from - 1)));
    expect(around(moved)).toEqual([]);
    const inside = moved.apply(moved.tr.setSelection(TextSelection.create(moved.doc, from - 2)));
    expect(around(inside)).toEqual(['hi ']);
  });
});

describe('goneWith', () => {
  const said = (marked: string, edit: (tr: Transaction) => Transaction = (tr) => tr.deleteSelection()) =>
    goneWith(edit(opened(marked).state.tr));

  it('tells what went beside words', () => {
    expect(said('<p>a[b]c</p>')).toBeUndefined();
    expect(said('<p>a[b<pb n="2"/><!-- why? --><note>n</note>c]</p>')).toBe(
      'Deleted: Page break 2, Comment “why?”, Note “n”. Undo brings them back.',
    );
    expect(said('<p>a[b]<pb n="2"/></p>', (tr) => tr.insertText('c'))).toBeUndefined();
  });

  it('says nothing of a header or of zones that only say something else', () => {
    const zone = (x: number) =>
      `<facsimile><surface><zone ulx="${x}" uly="0" lrx="9" lry="9"/></surface></facsimile>`;
    const { doc } = openLetter(
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>${zone(1)}<text><body><p>a</p></body></text></TEI>`,
    );
    const places: number[] = [];
    doc.descendants((node, pos) => {
      if (String(node.attrs.source).startsWith('<facsimile')) places.push(pos);
    });
    const [at = -1] = places;
    const { tr } = EditorState.create({ doc });
    expect(goneWith(tr.setNodeAttribute(at, 'source', zone(2)))).toBeUndefined();
    const size = doc.nodeAt(at)?.nodeSize ?? 0;
    expect(goneWith(EditorState.create({ doc }).tr.delete(at, at + size))).toContain('Deleted: ');
  });

  it('tells of a name that others still point to', () => {
    expect(said('<p>a[<hi xml:id="h">b</hi>]c<ptr target="#h"/></p>')).toBe(
      'Something still points to “h”, which is gone. Undo brings it back.',
    );
    expect(said('<p>a[<hi xml:id="h">b</hi>]c</p>')).toBeUndefined();
  });
});
