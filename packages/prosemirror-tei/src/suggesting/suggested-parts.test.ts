import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { setAttributes } from '../commands/edit-element.js';
import { insertLeaf, insertNote } from '../commands/insert.js';
import { splitBlock } from '../commands/split-block.js';
import { liftBlocks, wrapBlocks } from '../commands/structure.js';
import { toggleElement } from '../commands/toggle-element.js';
import { openLetter, positionAt } from '../open-letter.js';
import { suggestedParts } from './suggested-parts.js';

const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>
  <p>It continues over 10 years, as <persName>Mr Harriman</persName> says.</p>
  <p>The favour is yours.</p>
  <list><item>one</item><item>two</item></list>
</div></body></text></TEI>`;
const letter = openLetter(source);
const at = (words: string) => positionAt(letter, source.indexOf(words));

/** What the parts of an edit say: `removed>inserted (label) @from-to of the words there`. */
function said(edit: Transform): string[] {
  return suggestedParts(letter.doc, edit.steps).map(({ from, to, removed, inserted, label }) =>
    [
      removed === '' && inserted === '' ? '' : `${removed}>${inserted}`,
      label === '' ? '' : `(${label})`,
      `at “${letter.doc.textBetween(from, to, '|')}”`,
    ]
      .filter(Boolean)
      .join(' '),
  );
}

function done(command: Command, from: string, to = from): Transaction {
  const state = EditorState.create({ doc: letter.doc });
  const selection = TextSelection.create(letter.doc, at(from), at(to));
  let made: Transaction | undefined;
  command(state.apply(state.tr.setSelection(selection)), (tr) => {
    made = tr;
  });
  if (!made) throw new Error('The command did nothing.');
  return made;
}

const edit = () => new Transform(letter.doc);

const words = (text: string) => letter.doc.type.schema.text(text);
const instance = (name: string) =>
  [...letter.base.instances].find(([, instanceOf]) => instanceOf.name === name)?.[0] ?? '';

describe('suggestedParts', () => {
  it('quotes words that come, go, and take the place of others', () => {
    expect(said(edit().insert(at(' years'), words(' long')))).toEqual(['> long at “”']);
    expect(said(edit().delete(at('over 10'), at('10 years')))).toEqual(['over > at “over ”']);
    const typed = edit().delete(at('10'), at(' years'));
    for (const [index, each] of [...'ten'].entries()) typed.insert(at('10') + index, words(each));
    expect(said(typed)).toEqual(['10>ten at “10”']);
    const away = edit().delete(at('10'), at(' years'));
    expect(said(away.insert(at('10'), words('10')))).toEqual([]);
  });

  it('names marks, and the attributes of elements', () => {
    expect(said(done(toggleElement('persName'), 'It', ' continues'))).toEqual(['(person) at “It”']);
    expect(said(done(toggleElement('persName'), 'Mr', ' says'))).toEqual(['(no person) at “Mr Harriman”']);
    expect(
      said(done(setAttributes(instance('persName'), { ref: '../volume.xml#h', key: 'x' }), 'It')),
    ).toEqual(['(person: identified as h, key x) at “Mr Harriman”']);
    const marked = edit().insert(at(' years'), words(' or Ada'));
    const state = EditorState.create({ doc: marked.doc });
    const selection = TextSelection.create(marked.doc, at(' years') + 4, at(' years') + 7);
    toggleElement('persName')(state.apply(state.tr.setSelection(selection)), ({ steps }) => {
      for (const step of steps) marked.step(step);
    });
    expect(said(marked)).toEqual(['> or Ada (person) at “”']);
  });

  it('names what becomes of paragraphs', () => {
    expect(said(done(splitBlock, 'as '))).toEqual(['(two paragraphs) at “”']);
    expect(said(edit().join(at('The favour') - 1))).toEqual(['(one paragraph) at “|”']);
    expect(said(done(wrapBlocks('quote'), 'It'))).toEqual([
      '(quotation) at “It continues over 10 years, as Mr Harriman says.|”',
    ]);
    expect(said(done(liftBlocks, 'one'))).toEqual(['(paragraph) at “one”', '(list) at “two”']);
    expect(said(edit().delete(at('The favour') - 1, at('The favour') + 22))).toEqual([
      'The favour is yours.> (no paragraph) at “The favour is yours.”',
    ]);
  });

  it('names what stands in the text and is no words', () => {
    expect(said(done(insertLeaf('gap', { reason: 'illegible' }), '10'))).toEqual(['>[Gap illegible] at “”']);
    expect(said(done(insertNote({}), '10'))).toEqual(['(note) at “”']);
  });
});
