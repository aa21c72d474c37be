import { sendableSteps } from 'prosemirror-collab';
import type { Node, Slice } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { openLetter } from '../open-letter.js';
import { freshId } from '../schema/fresh-id.js';
import { schema } from '../schema/schema.js';
import { sourceStep } from '../source/source-step.js';
import { SetAttributesStep } from '../steps/set-attributes-step.js';
import { WrapStep } from '../steps/wrap-step.js';
import { StepDoesNotFollow } from './rebase.js';
import { receive } from './receive.js';
import { writer } from './testing/writers.js';
import { wordsOf } from './words-of.js';

const opened = openLetter(
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>
<p>The war shall begin in ten years.</p><p n="2">I thank you.</p><p>Yours</p>
</div></body></text></TEI>`,
);
const letter = opened.doc;

/** Where words begin in a document. */
function at(doc: Node, words: string): number {
  let found: number | undefined;
  doc.descendants((node, pos) => {
    const index = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (index >= 0) found ??= pos + index;
  });
  if (found === undefined) throw new Error(`“${words}” is not there`);
  return found;
}

type Edit = (tr: Transaction) => Transaction;

const replacing =
  (words: string, text: string): Edit =>
  (tr) =>
    tr.insertText(text, at(tr.doc, words), at(tr.doc, words) + words.length);
const typing =
  (words: string, text: string): Edit =>
  (tr) =>
    tr.insertText(text, at(tr.doc, words));
/** Typed letter by letter, as people do. */
const spelling = (words: string, text: string): Edit[] =>
  [...text].map((char, index) => (tr) => tr.insertText(char, at(letter, words) + index));

function made(edits: readonly Edit[], clientID: string): EditorState {
  let state = writer(clientID, letter);
  for (const edit of edits) state = state.apply(edit(state.tr));
  return state;
}

/** What becomes of my edits when theirs were first. */
function met(mine: readonly Edit[], theirs: readonly Edit[]) {
  const me = made(mine, 'me');
  const stored = (sendableSteps(made(theirs, 'they'))?.steps ?? []).map((step) => ({
    step,
    clientId: 'they',
  }));
  const { transaction, losses } = receive(me, letter, stored);
  const { doc } = transaction;
  return { text: doc.textBetween(0, doc.content.size, '|'), losses, doc };
}

const said = ({ content }: Slice) => content.textBetween(0, content.size, '|');
const paragraph = (doc: Node, words: string) => doc.resolve(at(doc, words));

describe('what is typed', () => {
  it('within words that others took away is told with its words, its place and who was in the way', () => {
    const { text, losses, doc } = met(spelling('begin', 'surely '), [
      typing('Yours', 'Ever '),
      replacing(' shall begin', ''),
    ]);
    expect(text).toContain('The war in ten years.');
    expect(losses).toHaveLength(1);
    const [lost] = losses;
    if (lost?.kind !== 'words') throw new Error('no words');
    expect(said(lost.slice)).toBe('surely ');
    expect(lost.by).toBe(1);
    expect(lost.at).toBe(at(doc, ' in ten'));
  });

  it('in a paragraph that is gone is told with it', () => {
    const { text, losses } = met(
      [typing('thank', 'heartily '), typing('you.', 'all of ')],
      [(tr) => tr.delete(paragraph(tr.doc, 'thank').before(), paragraph(tr.doc, 'thank').after())],
    );
    expect(text).not.toContain('thank');
    expect(losses.map((loss) => loss.kind === 'words' && said(loss.slice))).toEqual(['heartily ', 'all of ']);
  });

  it('beside what others changed stands, and there is nothing to tell', () => {
    const { text, losses } = met(
      [typing('thank', 'heartily ')],
      [replacing('years', 'months'), typing('you', 'all ')],
    );
    expect(text).toContain('I heartily thank all you.');
    expect(losses).toEqual([]);
  });

  it('at the very place where somebody else types does not mingle with theirs', () => {
    expect(met(spelling('thank', 'do '), spelling('thank', 'gladly ')).text).toContain('I do gladly thank');
  });
});

describe('words that two people changed at once', () => {
  it('stand in both readings, and either can be chosen', () => {
    const { text, losses, doc } = met([replacing('ten', 'eleven')], [replacing('ten', 'twelve')]);
    expect(text).toContain('in eleventwelve years');
    const [readings] = losses;
    if (readings?.kind !== 'readings') throw new Error('no readings');
    expect([said(readings.mine), said(readings.theirs), readings.by]).toEqual(['eleven', 'twelve', 0]);
    expect(doc.textBetween(readings.at, readings.to)).toBe('eleventwelve');
    expect(losses).toHaveLength(1);
  });

  it('are read as whole words, however they were typed', () => {
    const { losses } = met(
      [replacing('ten', 'f'), ...spelling('en', 'ive')],
      [(tr) => tr.delete(at(letter, 'en years'), at(letter, 'n years')), typing('n years', 'a')],
    );
    expect(losses.map((loss) => loss.kind === 'readings' && [said(loss.mine), said(loss.theirs)])).toEqual([
      ['five', 'tan'],
    ]);
  });

  it('are not overwritten by a deletion that could not know of them', () => {
    const { text, losses } = met([replacing('shall begin in ', '')], [typing('begin', 'surely ')]);
    expect(text).toContain('The war surely ten years');
    expect(losses.map((loss) => loss.kind === 'readings' && [said(loss.mine), said(loss.theirs)])).toEqual([
      ['', 'shall surely begin in '],
    ]);
  });

  it('that both took away need no choice', () => {
    const { text, losses } = met([replacing('shall ', '')], [replacing('war shall ', '')]);
    expect(text).toContain('The begin');
    expect(losses).toEqual([]);
  });
});

describe('changes beside words', () => {
  const second = String(paragraph(letter, 'thank').parent.attrs.id);

  it('an attribute that both set is told in both values', () => {
    const { losses, doc } = met(
      [(tr) => tr.step(new SetAttributesStep(second, { n: 'mine', rend: 'x' }))],
      [(tr) => tr.step(new SetAttributesStep(second, { n: 'theirs' }))],
    );
    expect(paragraph(doc, 'thank').parent.attrs.attrs).toEqual({ n: 'mine', rend: 'x' });
    expect(losses).toEqual([
      expect.objectContaining({
        kind: 'values',
        element: 'p',
        attribute: 'n',
        mine: 'mine',
        theirs: 'theirs',
        by: 0,
      }),
    ]);
  });

  it('an attribute that both set to the same needs no telling', () => {
    const both: Edit[] = [(tr) => tr.step(new SetAttributesStep(second, { n: 'same' }))];
    expect(met(both, both).losses).toEqual([]);
  });

  it('a mark on words that are gone is told with its words', () => {
    const mark = schema.mark('element', { id: freshId(), name: 'date', attrs: {} });
    const { losses } = met(
      [(tr) => tr.step(new WrapStep(at(tr.doc, 'ten'), at(tr.doc, 'ten') + 9, mark))],
      [replacing('in ten years', '')],
    );
    expect(losses).toEqual([
      expect.objectContaining({
        kind: 'change',
        change: 'marking',
        element: 'date',
        words: 'ten years',
        by: 0,
      }),
    ]);
  });

  it('an attribute of an element that is gone is told', () => {
    const { losses } = met(
      [(tr) => tr.step(new SetAttributesStep(second, { rend: 'x' }))],
      [(tr) => tr.delete(paragraph(tr.doc, 'thank').before(), paragraph(tr.doc, 'thank').after())],
    );
    expect(losses).toEqual([
      expect.objectContaining({ kind: 'change', change: 'attributes', element: 'p', words: 'rend="x"' }),
    ]);
  });

  it('two paragraphs stay apart where somebody put another between them', () => {
    const between = schema.node('textblock', { id: freshId(), name: 'p', attrs: {} }, schema.text('New.'));
    const { text, losses } = met(
      [(tr) => tr.join(paragraph(tr.doc, 'thank').before())],
      [(tr) => tr.insert(paragraph(tr.doc, 'thank').before(), between)],
    );
    expect(text).toContain('years.|New.|I thank');
    expect(losses).toEqual([expect.objectContaining({ kind: 'change', change: 'joining', by: 0 })]);
  });

  it('an edit of the source that others were before in is told with its source', () => {
    const step = sourceStep(opened, opened.source.replace('I thank you.', 'I <!-- so --> thank you.'));
    if (!step) throw new Error('no step');
    const { losses } = met(
      [(tr) => tr.step(step)],
      [(tr) => tr.delete(paragraph(tr.doc, 'thank').before(), paragraph(tr.doc, 'thank').after())],
    );
    expect(losses).toEqual([expect.objectContaining({ kind: 'change', change: 'source' })]);
  });
});

describe('receiving', () => {
  it('leaves the caret behind what one has just typed', () => {
    let me = made(spelling('thank', 'do '), 'me');
    me = me.apply(me.tr.setSelection(TextSelection.create(me.doc, at(me.doc, 'thank'))));
    const stored = (sendableSteps(made(spelling('thank', 'gladly '), 'they'))?.steps ?? []).map((step) => ({
      step,
      clientId: 'they',
    }));
    const { transaction } = receive(me, letter, stored);
    expect(transaction.selection.head).toBe(at(transaction.doc, 'gladly'));
  });

  it('puts long typing together once others move it', () => {
    const me = made(spelling('thank', 'x'.repeat(60)), 'me');
    const stored = [{ step: typingStep('years', 'full '), clientId: 'they' }];
    const after = me.apply(receive(me, letter, stored).transaction);
    expect(sendableSteps(after)?.steps).toHaveLength(1);
    expect(after.doc.textContent).toContain(`I ${'x'.repeat(60)}thank`);
  });

  it('knows its own steps again, and takes those that a window since closed had not kept', () => {
    const me = made(spelling('thank', 'do'), 'me');
    const steps = sendableSteps(made(spelling('thank', 'do '), 'me'))?.steps ?? [];
    const { transaction } = receive(
      me,
      letter,
      steps.map((step) => ({ step, clientId: 'me' })),
    );
    expect(transaction.doc.textContent).toContain('I do thank');
    expect(sendableSteps(me.apply(transaction))).toBeNull();
  });

  it('refuses steps that do not follow', () => {
    const stored = [{ step: typingStep('years', 'full '), clientId: 'they' }];
    const elsewhere = writer('me', openLetter('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>').doc);
    expect(() => receive(elsewhere, elsewhere.doc, stored)).toThrow(StepDoesNotFollow);
  });
});

function typingStep(words: string, text: string) {
  const [step] = sendableSteps(made([typing(words, text)], 'they'))?.steps ?? [];
  if (!step) throw new Error('nothing was typed');
  return step;
}

describe('the words of a piece', () => {
  it('are its paragraphs, its lines, and what is no words by its name', () => {
    const gap = schema.node('leaf', { id: 'g', name: 'gap', attrs: { reason: 'illegible' } });
    const line = schema.node('leaf', { id: 'l', name: 'lb', attrs: {} });
    const state = made([(tr) => tr.insert(at(tr.doc, 'war'), [gap, line])], 'me');
    const { doc } = state;
    const words = wordsOf(doc.slice(at(doc, 'The'), at(doc, 'I thank') + 1));
    expect(words).toBe('The [Gap illegible]\nwar shall begin in ten years.\n\nI');
  });
});
