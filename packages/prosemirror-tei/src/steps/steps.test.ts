import type { Mark } from 'prosemirror-model';
import { Mapping, Step, StepMap, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { openLetter, positionAt } from '../open-letter.js';
import { schema } from '../schema/schema.js';
import { applySteps } from '../to-tei/apply-steps.js';
import { findInstance } from './find-instance.js';
import { SetAttributesStep } from './set-attributes-step.js';
import { unwrapRange } from './unwrap-range.js';
import { UnwrapStep } from './unwrap-step.js';
import { WrapStep } from './wrap-step.js';

const open = (body: string) =>
  openLetter(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${body}</body></text></TEI>`);
const body = (source: string) => /<body>(.*)<\/body>/s.exec(source)?.[1];
const hi = schema.mark('element', { id: 'new', name: 'hi', attrs: {} });
const sent = (step: Step) => Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON())));

function instance(letter: ReturnType<typeof open>, name: string) {
  for (const [id, { name: other }] of letter.base.instances) {
    const found = other === name ? findInstance(letter.doc, id) : undefined;
    if (found) return found;
  }
  throw new Error(`no ${name}`);
}

describe('WrapStep', () => {
  it('nests inside of what holds the range and outside of what lies in it', () => {
    const letter = open('<p><persName>a<date>b</date>c</persName></p>');
    const from = positionAt(letter, letter.source.indexOf('a<date'));
    const step = new WrapStep(from, from + 2, hi);
    const after = applySteps(letter, [sent(step)]);
    expect(body(after.source)).toBe('<p><persName><hi>a<date>b</date></hi>c</persName></p>');
    expect(applySteps(after, [sent(step.invert(letter.doc))]).source).toBe(letter.source);
  });

  it('keeps its range while others type, and goes when its text goes', () => {
    const step = new WrapStep(10, 14, hi);
    expect(step.map(new Mapping([new StepMap([10, 0, 3])]))?.toJSON()).toMatchObject({ from: 13, to: 17 });
    expect(step.map(new Mapping([new StepMap([14, 0, 3])]))?.toJSON()).toMatchObject({ from: 10, to: 14 });
    expect(step.map(new Mapping([new StepMap([8, 10, 0])]))).toBeNull();
  });

  it('fails across paragraphs and where nothing is', () => {
    const letter = open('<p>a</p><p>b</p>');
    const from = positionAt(letter, letter.source.indexOf('a</p>'));
    expect(new WrapStep(from, from + 4, hi).apply(letter.doc).failed).toContain('two paragraphs');
    expect(new WrapStep(from, from, hi).apply(letter.doc).failed).toContain('nothing');
    expect(new WrapStep(0, 9999, hi).apply(letter.doc).failed).toContain('nothing');
  });
});

/** Steps of elements that stand in pieces, as they may when several people mark at a time. */
describe('a step that is taken back', () => {
  const named = (id: string, attrs = {}) => schema.mark('element', { id, name: 'persName', attrs });
  const paragraph = (...marks: (readonly Mark[])[]) =>
    schema.node(
      'textblock',
      { id: 'p', name: 'p', attrs: {} },
      marks.map((each, index) => schema.text(String(index), each)),
    );
  it.each([
    [
      'within two elements side by side',
      new UnwrapStep(0, 2, hi),
      [
        [named('a'), hi],
        [named('b'), hi],
      ],
    ],
    ['around a piece of itself', new WrapStep(0, 2, named('a', { n: '1' })), [[named('a')], []]],
    ['of one depth', new UnwrapStep(0, 2, hi), [[hi, named('a')], [hi]]],
    ['of whatever is in it', new WrapStep(0, 2, hi), [[named('a')], [named('b')]]],
  ] as const)('leads to what was there: %s', (_, step, marks) => {
    const before = paragraph(...marks);
    const after = step.apply(before).doc;
    if (!after) throw new Error('It is not taken.');
    expect(after.eq(before)).toBe(false);
    expect(step.invert(before).apply(after).doc?.toJSON()).toEqual(before.toJSON());
  });
});

describe('UnwrapStep', () => {
  it('takes an element from between two others, and its inverse puts it back there', () => {
    const letter = open('<p><hi>a<persName\n ref="#a">b<date>c</date></persName></hi></p>');
    const { from, to, held } = instance(letter, 'persName');
    if (!('isInSet' in held)) throw new Error('persName is no mark');
    const step = new UnwrapStep(from, to, held);
    const after = applySteps(letter, [sent(step)]);
    expect(body(after.source)).toBe('<p><hi>ab<date>c</date></hi></p>');
    const back = applySteps({ ...after, past: [] }, [sent(step.invert(letter.doc))]);
    expect(back.source).toBe(letter.source);
  });

  it('fails where the element no longer holds all of it', () => {
    const { doc } = open('<p><hi>ab</hi></p>');
    const { from, to, held } = instance(open('<p><hi>ab</hi></p>'), 'hi');
    if (!('isInSet' in held)) throw new Error('hi is no mark');
    const split = new Transform(doc).split(from + 1).doc;
    expect(new UnwrapStep(from, to + 2, held).apply(split).failed).toContain('any more');
    const plain = new Transform(doc).insert(from + 1, schema.text('x')).doc;
    expect(new UnwrapStep(from, to + 1, held).apply(plain).failed).toContain('any more');
    for (const [now, end] of [
      [split, to + 2],
      [plain, to + 1],
    ] as const) {
      const { doc: after, steps } = unwrapRange(new Transform(now), from, end, held);
      expect(steps).toHaveLength(2);
      expect(findInstance(after, String(held.attrs.id))).toBeUndefined();
    }
  });
});

describe('SetAttributesStep', () => {
  it.each([
    ['a block', 'p', '<p n="1"  rend="x">a</p>', '<p  rend="y" type="z">a</p>'],
    ['a phrase', 'hi', '<p><hi n="1" rend="x">a<lb/>b</hi></p>', '<p><hi rend="y" type="z">a<lb/>b</hi></p>'],
    ['a leaf', 'pb', '<p><pb n="1" rend="x"/></p>', '<p><pb rend="y" type="z"/></p>'],
  ])('changes %s in place and back', (_, name, before, result) => {
    const letter = open(before);
    const step = new SetAttributesStep(instance(letter, name).id, { n: null, rend: 'y', type: 'z' });
    const after = applySteps(letter, [sent(step)]);
    expect(body(after.source)).toBe(result);
    expect(applySteps(after, [sent(step.invert(letter.doc))]).source).toBe(letter.source);
  });

  it('commutes with another attribute and with typing', () => {
    const letter = open('<p n="1">a</p>');
    const { id } = instance(letter, 'p');
    const one = new SetAttributesStep(id, { n: '2' });
    const two = new SetAttributesStep(id, { rend: 'x' });
    expect(applySteps(letter, [one, two]).doc.eq(applySteps(letter, [two, one]).doc)).toBe(true);
    expect(one.map()).toBe(one);
  });

  it('refuses what is no attribute', () => {
    const json = { stepType: 'setAttributes', id: '1', changes: { 'a b': 'c' } };
    expect(() => Step.fromJSON(schema, json)).toThrow(RangeError);
    expect(new SetAttributesStep('nobody', { n: '1' }).apply(open('<p/>').doc).failed).toContain('not there');
  });
});
