import { type Command, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { findInstance } from '../steps/find-instance.js';
import { clearElement, setAttributes } from './edit-element.js';
import { elementsAt } from './elements-at.js';
import { insertLeaf, insertNote, selectAfter, selectBefore } from './insert.js';
import { splitBlock } from './split-block.js';
import { done, opened, saidBy, typing, whyNot } from './testing/body.js';
import { crossedElements, toggleElement } from './toggle-element.js';

describe('toggleElement', () => {
  it('marks a selection', () => {
    expect(done('<p>a [b] c</p>', toggleElement('persName', { ref: '#b' }))).toBe(
      '<p>a <persName ref="#b">b</persName> c</p>',
    );
  });

  it('takes the element away again, of highlighting the part', () => {
    expect(done('<p><persName>a[b]c</persName></p>', toggleElement('persName'))).toBe('<p>abc</p>');
    expect(done('<p><hi>a[b]c</hi></p>', toggleElement('hi'))).toBe('<p><hi>a</hi>b<hi>c</hi></p>');
  });

  it('marks within a note', () => {
    expect(done('<p><hi>a<note>b [c] d</note></hi></p>', toggleElement('persName'))).toBe(
      '<p><hi>a<note>b <persName>c</persName> d</note></hi></p>',
    );
  });

  it('marks each of several paragraphs', () => {
    expect(done('<p>a[b</p><p>c]d</p>', toggleElement('hi'))).toBe('<p>a<hi>b</hi></p><p><hi>c</hi>d</p>');
  });

  it('cuts highlighting at the edge of another element', () => {
    expect(done('<p>[a<persName>b]c</persName></p>', toggleElement('hi'))).toBe(
      '<p><hi>a</hi><persName><hi>b</hi>c</persName></p>',
    );
  });

  it('cuts the highlighting that a name crosses, and widens over another name', () => {
    expect(done('<p>[a<hi rend="i">b]c</hi></p>', toggleElement('persName'))).toBe(
      '<p><persName>a<hi rend="i">b</hi></persName><hi rend="i">c</hi></p>',
    );
    expect(done('<p>[a<persName>b]c</persName></p>', toggleElement('title'))).toBe(
      '<p><title>a<persName>bc</persName></title></p>',
    );
  });

  it('marks what holds a part of a name within which somebody else has just divided the paragraph', () => {
    const dividedByOthers: Command = ({ tr, selection }, dispatch) => {
      dispatch?.(tr.split(selection.from).setMeta('rebased', 0));
      return true;
    };
    const toTheEnd: Command = ({ tr, doc, selection }, dispatch) => {
      dispatch?.(tr.setSelection(TextSelection.create(doc, selection.from, selection.$from.end())));
      return true;
    };
    const marked = '<p>a<persName>b|c</persName> d</p>';
    expect(done(marked, dividedByOthers, toTheEnd, toggleElement('title'))).toBe(
      '<p>a<persName>b</persName></p><p><title><persName>c</persName> d</title></p>',
    );
  });

  it('is for what is typed next where nothing is selected', () => {
    expect(done('<p>a|b</p>', toggleElement('hi'), typing('x'))).toBe('<p>a<hi>x</hi>b</p>');
  });

  it('is not available where the table does not allow it, and says so', () => {
    expect(done('<p>a [b]</p>', toggleElement('lem'))).toBeUndefined();
    expect(whyNot('<p>a [b]</p>', toggleElement('lem'))).toBe('A lemma cannot stand in a paragraph here.');
    expect(whyNot('<p>a [<list><item>b</item></list>]</p>', toggleElement('persName'))).toBe(
      'A list cannot stand in a person here.',
    );
  });

  it('cuts a name that crosses another into linked parts, if that is chosen', () => {
    const marked = '<p>[a<persName xml:id="title-1">b]c</persName></p>';
    expect(crossedElements(opened(marked).state, 'title')).toEqual([{ name: 'persName', text: 'bc' }]);
    expect(crossedElements(opened(marked).state, 'hi')).toEqual([]);
    expect(done(marked, toggleElement('title', {}, 'link'))).toBe(
      '<p><title xml:id="title-2" next="#title-3">a</title>' +
        '<persName xml:id="title-1"><title xml:id="title-3" prev="#title-2">b</title>c</persName></p>',
    );
  });
});

describe('Enter', () => {
  it('splits a paragraph and what it is in, and leaves xml:id on the first half', () => {
    expect(done('<p xml:id="a" rend="r">b<hi>c|d</hi></p>', splitBlock)).toBe(
      '<p xml:id="a" rend="r">b<hi>c</hi></p><p rend="r"><hi>d</hi></p>',
    );
  });

  it('makes a new item', () => {
    expect(done('<list><item>a|</item></list>', splitBlock)).toBe('<list><item>a</item><item/></list>');
  });

  it('makes a line beginning in a note', () => {
    expect(done('<p>a<note>b|c</note></p>', splitBlock)).toBe('<p>a<note>b<lb/>c</note></p>');
  });
});

describe('insert', () => {
  it('puts a gap or a note where the caret is', () => {
    expect(done('<p>a|b</p>', insertLeaf('gap', { reason: 'lost' }))).toBe('<p>a<gap reason="lost"/>b</p>');
    expect(done('<p>a|b</p>', insertNote({ type: 'footnote' }), typing('n'))).toBe(
      '<p>a<note type="footnote">n</note>b</p>',
    );
  });

  it('is not available where the table does not allow it', () => {
    expect(done('<p>a<gap/></p><list><head>a|</head></list>', insertLeaf('item'))).toBeUndefined();
  });
});

describe('Backspace', () => {
  it('selects a gap before it deletes it', () => {
    const { state } = opened('<p>a<gap/>|b</p>');
    let after = state;
    expect(selectBefore(state, (tr) => (after = state.apply(tr)))).toBe(true);
    expect(after.doc.eq(state.doc)).toBe(true);
    expect(after.selection.toJSON().type).toBe('node');
    expect(selectBefore(after)).toBe(false);
    expect(saidBy('<p>a<gap reason="lost"/>|b</p>', selectBefore)).toBe(
      'Gap lost is selected. Backspace deletes it.',
    );
    expect(saidBy('<p>a|<!-- why? -->b</p>', selectAfter)).toBe(
      'Comment “why?” is selected. Delete deletes it.',
    );
  });
});

describe('an element by its instance', () => {
  it('can be described, changed and cleared', () => {
    const { state } = opened('<p>a<persName ref="#b">b|c</persName></p>');
    const trail = elementsAt(state.selection.$from);
    expect(trail.map(({ name }) => name)).toEqual(['TEI', 'text', 'body', 'p', 'persName']);
    const id = trail.at(-1)?.id ?? '';
    expect(findInstance(state.doc, id)?.attrs).toEqual({ ref: '#b' });
    const marked = '<p>a<persName ref="#b">b|c</persName></p>';
    expect(done(marked, setAttributes(id, { ref: null, key: 'k' }))).toBe(
      '<p>a<persName key="k">bc</persName></p>',
    );
    expect(done(marked, clearElement(id))).toBe('<p>abc</p>');
    expect(done(marked, clearElement('nobody'))).toBeUndefined();
    expect(done(marked, setAttributes(id, { target: '#x' }))).toBeUndefined();
    expect(setAttributes(id, { target: '#x' }).whyNot(state)).toBe('A person does not bear “target”.');
  });
});

describe('tidyPlugin', () => {
  it('joins running text that a deletion has brought together', () => {
    const deletion: Command = (state, dispatch) => {
      let pos = -1;
      state.doc.descendants((node, at) => {
        if (node.attrs.name === 'list') pos = at;
      });
      dispatch?.(state.tr.delete(pos, pos + (state.doc.nodeAt(pos)?.nodeSize ?? 0)));
      return true;
    };
    expect(done('<list><item>a|<list><item>b</item></list>c</item></list>', deletion)).toBe(
      '<list><item>a c</item></list>',
    );
  });

  it('joins it across what says nothing', () => {
    const named =
      (name: string): Command =>
      (state, dispatch) => {
        let pos = -1;
        state.doc.descendants((node, at) => {
          if (node.attrs.name === name) pos = at;
        });
        dispatch?.(state.tr.delete(pos, pos + (state.doc.nodeAt(pos)?.nodeSize ?? 0)));
        return true;
      };
    expect(
      done('<div><?b?><head>a|</head><lb/><p>c</p><?d?></div>', named('lb'), named('p'), named('head')),
    ).toBe('<div><?b?> <?d?></div>');
  });

  it('holds the parts of the file', () => {
    const { state } = opened('<p>a|</p>');
    expect(state.applyTransaction(state.tr.delete(1, 2)).transactions).toHaveLength(0);
  });
});
