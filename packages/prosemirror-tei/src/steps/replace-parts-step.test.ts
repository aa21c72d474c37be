import { Fragment, type Node, Slice } from 'prosemirror-model';
import { Mapping, ReplaceAroundStep, ReplaceStep, Step, StepMap, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { openLetter } from '../open-letter.js';
import { schema } from '../schema/schema.js';
import { applySteps } from '../to-tei/apply-steps.js';
import { ReplacePartsStep } from './replace-parts-step.js';

const open = (body: string) =>
  openLetter(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${body}</body></text></TEI>`);
const letter = open('<p>abcdef</p><p>ghi</p>');
const { doc } = letter;
const a = 4;
const text = (words: string) => new Slice(Fragment.from(schema.text(words)), 0, 0);
const words = (of: Node | undefined | null) => of?.textBetween(0, of.content.size, '|');
const sent = (step: Step) => Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON())));
const parts = new ReplacePartsStep([
  { from: a, to: a + 1, slice: text('X') },
  { from: a + 3, to: a + 5, slice: Slice.empty },
]);

describe('ReplacePartsStep', () => {
  it('replaces each of its parts, in the source too, and its inverse brings them back', () => {
    const after = applySteps(letter, [sent(parts)]);
    expect(after.source).toBe(letter.source.replace('abcdef', 'Xbcf'));
    const back = applySteps({ ...after, past: [] }, [sent(parts.invert(doc))]);
    expect(back.source).toBe(letter.source);
  });

  it('says where places have come', () => {
    expect([a, a + 1, a + 2, a + 5].map((pos) => parts.getMap().map(pos))).toEqual([a, a + 1, a + 2, a + 3]);
  });

  it('refuses what is none', () => {
    for (const wrong of [
      undefined,
      [],
      [{ from: -1, to: 0 }],
      [{ from: 2, to: 1 }],
      [
        { from: 4, to: 6 },
        { from: 5, to: 7 },
      ],
      [{ from: 0.5, to: 1 }],
      [null],
      Array(10_001).fill({ from: 0, to: 0 }),
    ])
      expect(() => Step.fromJSON(schema, { stepType: 'replaceParts', parts: wrong })).toThrow(RangeError);
  });
});

describe('a replacement that is moved over what somebody wrote in its range', () => {
  const deletion = new ReplaceStep(a + 1, a + 5, Slice.empty);
  const typed = new Transform(doc).insert(a + 3, schema.text('XY'));

  it('leaves what they wrote', () => {
    const moved = deletion.map(typed.mapping);
    expect(words(moved?.apply(typed.doc).doc)).toBe('aXYf|ghi');
  });

  it('puts what it brings before that', () => {
    const moved = new ReplaceStep(a + 1, a + 5, text('new')).map(typed.mapping);
    expect(words(moved?.apply(typed.doc).doc)).toBe('anewXYf|ghi');
  });

  it('goes on as it is where they wrote beside it', () => {
    const beside = new Transform(doc).insert(a, schema.text('X')).insert(a + 8, schema.text('Y'));
    expect(deletion.map(beside.mapping)?.toJSON()).toEqual({ stepType: 'replace', from: a + 2, to: a + 6 });
  });

  it('goes where nothing is left of its range', () => {
    expect(deletion.map(new StepMap([a, 6, 0]))).toBeNull();
  });

  it('takes its own later words away with the range, when those were taken back and put in again', () => {
    const inner = new StepMap([a + 2, 0, 3]);
    const mapping = new Mapping([inner.invert(), new StepMap([0, 0, 5])]);
    mapping.appendMap(new StepMap([a + 7, 0, 3]), 0);
    const whole = new ReplaceStep(a + 1, a + 8, Slice.empty).map(mapping);
    expect(whole?.toJSON()).toEqual({ stepType: 'replace', from: a + 6, to: a + 13 });
  });
});

describe('what undoes the putting in of a paragraph', () => {
  const p = (id: string, content: string) =>
    schema.node('textblock', { id, name: 'p', attrs: {} }, schema.text(content));
  const put = new Transform(doc).insert(a - 1, [p('n1', 'one'), p('n2', 'two')]);
  const [step] = put.steps;
  const undoing = step?.invert(doc);

  it('leaves the paragraph in which somebody wrote, and the words alone', () => {
    const typed = new Transform(put.doc).insert(a + 1, schema.text('X'));
    const moved = undoing?.map(typed.mapping);
    expect(words(moved?.apply(typed.doc).doc)).toBe('X|abcdef|ghi');
  });

  it('takes the words out of a paragraph that somebody joined with another', () => {
    const joined = new Transform(put.doc).join(a + 9);
    const moved = undoing?.map(joined.mapping);
    expect(words(moved?.apply(joined.doc).doc)).toBe('abcdef|ghi');
  });
});

describe('a change of an element', () => {
  it('goes when somebody else has replaced the element', () => {
    const turned = new Transform(doc).setNodeMarkup(a - 1, undefined, { id: '9', name: 'ab', attrs: {} });
    const [turning] = turned.steps;
    expect(turning).toBeInstanceOf(ReplaceAroundStep);
    expect(turning?.map(turned.mapping)).toBeNull();
    const typed = new Transform(doc).insert(a + 2, schema.text('X'));
    expect(words(turning?.map(typed.mapping)?.apply(typed.doc).doc)).toBe('abXcdef|ghi');
  });
});
