import { TextSelection, type Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { opened } from '../commands/testing/body.js';
import { schema } from '../schema/schema.js';
import { refusalOf } from './refusal-of.js';

/** What is said of an edit at the selection. */
function judged(marked: string, edit: (tr: Transaction) => Transaction): string | undefined {
  return refusalOf(edit(opened(marked).state.tr));
}

const element = (name: string) => ({ id: 'x', name, attrs: {} });

describe('refusalOf', () => {
  it('lets typing, splitting and deleting be', () => {
    expect(judged('<p>a|b</p>', (tr) => tr.insertText('c'))).toBeUndefined();
    expect(judged('<p>[ab]</p>', (tr) => tr.deleteSelection())).toBeUndefined();
    expect(judged('<p>a|b</p>', (tr) => tr.split(tr.selection.from))).toBeUndefined();
  });

  it('tells what cannot stand, follow or lack', () => {
    expect(
      judged('<div><p>a|</p></div>', (tr) =>
        tr.insert(tr.selection.$from.after(), schema.node('textblock', element('head'))),
      ),
    ).toBe('A heading cannot follow a paragraph in a division.');
    expect(
      judged('<list><item>a|</item></list>', (tr) =>
        tr.delete(tr.selection.$from.before(-1), tr.selection.$from.after(-1)),
      ),
    ).toBe('A list would lack an item or the like.');
    expect(judged('<list><pb/>|<item>a</item></list>', (tr) => tr.insertText('b'))).toBe(
      'Words cannot stand in a list here.',
    );
  });

  it('lets a letter that is wrong be as wrong as it was', () => {
    expect(judged('<p>a</p><head>b|</head>', (tr) => tr.insertText('c'))).toBeUndefined();
    expect(
      judged('<p>a</p><head>b|c</head>', (tr) => tr.delete(tr.selection.from, tr.selection.$from.end())),
    ).toBeUndefined();
    expect(judged('<list><pb/>b|<item>a</item></list>', (tr) => tr.insertText('c'))).toBeUndefined();
  });

  it('holds characters that XML has not, and the parts of the file', () => {
    expect(judged('<p>a|</p>', (tr) => tr.insertText('\u0007'))).toBe(
      'The character U+0007 cannot stand in XML.',
    );
    expect(judged('<p>a|</p>', (tr) => tr.insertText('b\tc'))).toMatch(/^A line end or tab/);
    expect(judged('<p>a|</p>', (tr) => tr.delete(1, 2))).toMatch(/^The parts of the file stay/);
  });

  it('does not judge what others did, or what undo brings back', () => {
    const wrong = (tr: Transaction) => tr.setSelection(TextSelection.atEnd(tr.doc)).insertText('\u0007');
    expect(judged('<p>a|</p>', (tr) => wrong(tr).setMeta('rebased', 0))).toBeUndefined();
    expect(judged('<p>a|</p>', (tr) => wrong(tr).setMeta('history$', {}))).toBeUndefined();
  });
});
