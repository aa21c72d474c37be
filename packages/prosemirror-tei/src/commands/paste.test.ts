import { Fragment, Slice } from 'prosemirror-model';
import type { Command } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { insertLeaf } from './insert.js';
import { pasteInto, pieceOfText, settleCopy } from './paste.js';
import { done, opened, saidBy, typing } from './testing/body.js';

/** Pastes a copy of a piece at the selection. */
function pasting(piece: (state: Parameters<Command>[0]) => Slice): Command {
  return (state, dispatch) => {
    const tr = pasteInto(state, settleCopy(piece(state), state.doc));
    if (typeof tr === 'string') return false;
    dispatch?.(tr);
    return true;
  };
}

const text = (words: string) => pasting(() => pieceOfText(words));
/** The content of the first block of the body, to be pasted. */
const first = pasting((state) => {
  const block = state.doc.nodeAt(bodyAt(state));
  return block ? new Slice(Fragment.from(block), 0, 0) : Slice.empty;
});

function bodyAt({ doc }: Parameters<Command>[0]): number {
  let at = -1;
  doc.descendants((node, pos) => {
    if (node.attrs.name === 'body') at = pos + 1;
  });
  return at;
}

describe('plain text', () => {
  it.each([
    ['a word into the text', '<p>a|d</p>', 'b c', '<p>ab cd</p>'],
    ['short lines', '<p>|</p>', 'Roses\r\nare red', '<p>Roses<lb/>are red</p>'],
    [
      'wrapped lines',
      '<p>|</p>',
      `${'long '.repeat(10)}line\nand its end`,
      `<p>${'long '.repeat(10)}line and its end</p>`,
    ],
    ['paragraphs', '<p>a|d</p>', 'b\n\n\nc', '<p>ab</p><p>cd</p>'],
    ['tabs and what XML has not', '<p>a|</p>', 'b\tc\u0000\ud800', '<p>ab c</p>'],
    ['markup', '<p>a|</p>', '<p>&amp;</p>', '<p>a&lt;p&gt;&amp;amp;&lt;/p&gt;</p>'],
    [
      'paragraphs where there can be none',
      '<div><opener><salute>a|</salute></opener><p>x</p></div>',
      'b\n\nc',
      '<div><opener><salute>ab<lb/>c</salute></opener><p>x</p></div>',
    ],
  ])('%s', (_, before, pasted, after) => {
    expect(done(before, text(pasted))).toBe(after);
  });

  it('says when it is pasted more simply', () => {
    expect(saidBy('<div><opener><salute>a|</salute></opener><p>x</p></div>', text('b\n\nc'))).toBe(
      'Pasted more simply. A paragraph cannot stand in an opener here.',
    );
  });
});

describe('a copy within the letter', () => {
  it('gets new names, and its references follow; others stay with the original', () => {
    expect(
      done(
        '<p xml:id="a">b<hi xml:id="c" corresp="#a #z">d</hi><ptr target="#c"/></p><p corresp="#a">e|</p>',
        first,
      ),
    ).toBe(
      '<p xml:id="a">b<hi xml:id="c" corresp="#a #z">d</hi><ptr target="#c"/></p><p corresp="#a">e</p>' +
        '<p xml:id="a-2">b<hi xml:id="c-2" corresp="#a-2 #z">d</hi><ptr target="#c-2"/></p>',
    );
  });

  it('keeps its names when it was cut out before', () => {
    let cut = Slice.empty;
    const cutting: Command = (state, dispatch) => {
      const at = bodyAt(state);
      const node = state.doc.nodeAt(at);
      if (!node) return false;
      cut = new Slice(Fragment.from(node), 0, 0);
      dispatch?.(state.tr.delete(at, at + node.nodeSize));
      return true;
    };
    expect(
      done(
        '<p xml:id="a">b</p><p>c|</p>',
        cutting,
        pasting(() => cut),
      ),
    ).toBe('<p>c</p><p xml:id="a">b</p>');
    expect(
      done(
        '<p xml:id="a">b</p><p>c|</p>',
        cutting,
        pasting(() => cut),
        pasting(() => cut),
      ),
    ).toBe('<p>c</p><p xml:id="a">b</p><p xml:id="a-2">b</p>');
  });

  it('does not double a name that stands in what is carried unopened', () => {
    const { state } = opened('<p>a|<x xmlns="urn:x" xml:id="y"/></p>');
    const copy = settleCopy(state.doc.slice(0, state.doc.content.size), state.doc);
    expect(copy.content.toString() === '' ? '' : JSON.stringify(copy)).toContain('xml:id=\\"y-2\\"');
  });
});

describe('typing at an edge', () => {
  it('is not disturbed by what stands there', () => {
    expect(done('<p>a|</p>', insertLeaf('pb', { n: '1' }), typing('b'))).toBe('<p>a<pb n="1"/>b</p>');
  });
});
