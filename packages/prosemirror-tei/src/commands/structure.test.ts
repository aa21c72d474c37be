import { type Command, NodeSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { editingKeys } from './editing-keys.js';
import { liftBlocks, wrapBlocks } from './structure.js';
import { addColumn, addRow, removeColumn, removeRow } from './table.js';
import { done, saidBy, whyNot } from './testing/body.js';

const key = (name: string): Command => editingKeys[name] ?? (() => false);

describe('wrapBlocks', () => {
  it.each([
    ['list', '<p>[a</p><p>b]</p>', '<list><item>a</item><item>b</item></list>'],
    ['list', '<p n="1">[a]</p><p>b</p>', '<list><item><p n="1">a</p></item></list><p>b</p>'],
    ['table', '<p>[a</p><p>b]</p>', '<table><row><cell>a</cell></row><row><cell>b</cell></row></table>'],
    ['lg', '<p>[a<lb/>b]</p><p>c</p>', '<lg><l>a</l><l>b</l></lg><p>c</p>'],
    ['quote', '<p>a</p><p>[b]</p>', '<p>a</p><quote><p>b</p></quote>'],
    ['opener', '<div><p>[a]</p><p>b</p></div>', '<div><opener><salute>a</salute></opener><p>b</p></div>'],
    [
      'closer',
      '<div><p>a</p><p>[b</p><p>c]</p></div>',
      '<div><p>a</p><closer><salute>b</salute><signed>c</signed></closer></div>',
    ],
  ] as const)('makes a %s of paragraphs', (name, before, after) => {
    expect(done(before, wrapBlocks(name))).toBe(after);
  });

  it('says why it cannot', () => {
    expect(whyNot('<div><p>[a]</p></div>', wrapBlocks('closer'))).toBe(
      'A closer cannot stand in a division here.',
    );
    expect(whyNot('<list><item>[a]</item></list>', wrapBlocks('opener'))).toBe(
      'An opener cannot stand in an item here.',
    );
  });
});

describe('liftBlocks', () => {
  it.each([
    ['a list', '<list><item>[a</item><item>b]</item></list>', '<p>a</p><p>b</p>'],
    [
      'a part of one',
      '<list xml:id="l"><item>a</item><item>b|</item><item>c</item></list>',
      '<list xml:id="l"><item>a</item></list><p>b</p><list><item>c</item></list>',
    ],
    [
      'labels',
      '<list><head>h</head><label>1</label><item>a|</item></list>',
      '<head>h</head><p>1</p><p>a</p>',
    ],
    ['verse', '<lg><l>a|</l><l>b</l></lg>', '<p>a</p><lg><l>b</l></lg>'],
    ['a quotation', '<p>x</p><quote><p>a|</p></quote>', '<p>x</p><p>a</p>'],
    ['a table', '<table><row><cell>a|</cell><cell>b</cell></row></table>', '<p>a</p><p>b</p>'],
    [
      'a closer',
      '<div><p>a</p><closer><salute>b|</salute><signed>c</signed></closer></div>',
      '<div><p>a</p><salute>b</salute><signed>c</signed></div>',
    ],
  ])('takes paragraphs out of %s', (_, before, after) => {
    expect(done(before, liftBlocks)).toBe(after);
  });

  it('gives the list back that was made', () => {
    expect(done('<p>[a</p><p>b]</p>', wrapBlocks('list'), liftBlocks)).toBe('<p>a</p><p>b</p>');
  });
});

describe('a table', () => {
  const table =
    '<table rows="2" cols="2"><row><cell>a|</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row></table>';
  it.each([
    [
      'gets a row',
      addRow,
      '<table rows="3" cols="2"><row><cell>a</cell><cell>b</cell></row><row><cell/><cell/></row><row><cell>c</cell><cell>d</cell></row></table>',
    ],
    [
      'gets a column',
      addColumn,
      '<table rows="2" cols="3"><row><cell>a</cell><cell/><cell>b</cell></row><row><cell>c</cell><cell/><cell>d</cell></row></table>',
    ],
    ['loses a row', removeRow, '<table rows="1" cols="2"><row><cell>c</cell><cell>d</cell></row></table>'],
    [
      'loses a column',
      removeColumn,
      '<table rows="2" cols="1"><row><cell>b</cell></row><row><cell>d</cell></row></table>',
    ],
  ] as const)('%s', (_, command, after) => {
    expect(done(table, command)).toBe(after);
  });

  it('goes with its last row', () => {
    expect(done('<p>x</p><table><row><cell>a|</cell></row></table>', removeRow)).toBe('<p>x</p>');
    expect(whyNot('<table><row><cell>a|</cell></row></table>', removeRow)).toBe(
      'A body would lack a paragraph or the like.',
    );
  });
});

describe('Enter', () => {
  it.each([
    [
      'after the last cell makes a row',
      '<table><row><cell>a|</cell></row></table>',
      '<table><row><cell>a</cell></row><row><cell/></row></table>',
    ],
    [
      'in a cell makes a line beginning',
      '<table><row><cell>a|b</cell></row></table>',
      '<table><row><cell>a<lb/>b</cell></row></table>',
    ],
    ['in verse makes a verse', '<lg><l>a|b</l></lg>', '<lg><l>a</l><l>b</l></lg>'],
    [
      'in an address makes a line of it',
      '<p><address><addrLine>a|b</addrLine></address></p>',
      '<p><address><addrLine>a</addrLine><addrLine>b</addrLine></address></p>',
    ],
    [
      'after a labelled item makes another pair',
      '<list><label>1</label><item>a|</item></list>',
      '<list><label>1</label><item>a</item><label/><item/></list>',
    ],
    [
      'in an empty last item leaves the list',
      '<list><item>a</item><item>|</item></list>',
      '<list><item>a</item></list><p/>',
    ],
    ['after a heading makes a paragraph', '<head>a|</head><p>b</p>', '<head>a</head><p/><p>b</p>'],
    [
      'in a closer makes a line beginning',
      '<div><p>a</p><closer>b|c</closer></div>',
      '<div><p>a</p><closer>b<lb/>c</closer></div>',
    ],
  ])('%s', (_, before, after) => {
    expect(done(before, key('Enter'))).toBe(after);
  });
});

describe('Backspace', () => {
  it.each([
    ['joins paragraphs', '<p>a</p><p>|b</p>', '<p>ab</p>'],
    ['joins items', '<list><item>a</item><item>|b</item></list>', '<list><item>ab</item></list>'],
    [
      'takes the first item out of its list',
      '<p>x</p><list><item>|a</item><item>b</item></list>',
      '<p>x</p><p>a</p><list><item>b</item></list>',
    ],
    [
      'joins a paragraph to a salutation',
      '<div><opener><salute>a</salute></opener><p>|b</p><p>c</p></div>',
      '<div><opener><salute>ab</salute></opener><p>c</p></div>',
    ],
  ])('%s', (_, before, after) => {
    expect(done(before, key('Backspace'))).toBe(after);
  });

  it('does not take the last paragraph before a closer away, and says why', () => {
    const before = '<div><p>|<gap/></p><closer>c</closer></div>';
    const select: Command = (state, dispatch) => {
      const { $from } = state.selection;
      dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $from.before())));
      return true;
    };
    expect(done(before, select, key('Backspace'))).toBe(before.replace('|', ''));
    const both: Command = (state, dispatch) =>
      select(state, (tr) => key('Backspace')(state.apply(tr), dispatch));
    expect(saidBy(before, both)).toMatch(/^A closer cannot|^A division would lack/);
  });

  it('keeps the cells of a table, and does not flow into it', () => {
    const cells = '<table><row><cell>a</cell><cell>|b</cell></row></table>';
    expect(done(cells, key('Backspace'))).toBe(cells.replace('|', ''));
    expect(saidBy(cells, key('Backspace'))).toMatch(/^The cell stays/);
    expect(saidBy(`${cells.replace('|', '')}<p>|c</p>`, key('Backspace'))).toBe(
      'Table “ab” is selected. Backspace deletes it.',
    );
  });
});
