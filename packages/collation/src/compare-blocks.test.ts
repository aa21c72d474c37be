import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBlocks } from './compare-blocks.js';
import type { ReadingBlock, Run } from './reading-block.js';
import { type Piece, type Row, readingOf } from './row.js';

const person = [{ name: 'persName', attrs: {} }];

/** A paragraph; words between `*` are a person. */
function block(id: string, text: string, name = 'p'): ReadingBlock {
  const runs = text
    .split('*')
    .map((part, index) => ({ text: part, markup: index % 2 === 1 ? person : [] }))
    .filter(({ text: part }) => part !== '');
  return { id, label: `paragraph ${id}`, markup: [{ name, attrs: {} }], runs };
}

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

function shown(piece: Piece): string {
  switch (piece.kind) {
    case 'divided':
      return '{+¶+}';
    case 'joined':
      return '[-¶-]';
    case 'deleted':
      return `[-${textOf(piece.runs)}-]`;
    case 'inserted':
      return `{+${textOf(piece.runs)}+}`;
    case 'marked':
      return `<${textOf(piece.runs)}>`;
    default:
      return textOf(piece.runs);
  }
}

function told(one: readonly ReadingBlock[], other: readonly ReadingBlock[]): string[] {
  return compareBlocks(one, other).map(({ kind, pieces }) => `${kind}: ${pieces.map(shown).join('')}`);
}

const third = block('3', 'Your decision, Mr President, to grant the Soviet Union a loan');

describe('compareBlocks', () => {
  it('tells changed words in their paragraph', () => {
    expect(
      told(
        [
          block('1', 'Dear Sir,'),
          block('2', 'with heartfelt gratitute of ten and Beaverbrook who did'),
          third,
        ],
        [
          block('1', 'Dear Sir,'),
          block('2', 'with heartfelt gratitude of ten and Mr Beaverbrook who did'),
          third,
        ],
      ),
    ).toEqual([
      'same: Dear Sir,',
      'changed: with heartfelt [-gratitute-]{+gratitude+} of ten and {+Mr +}Beaverbrook who did',
      `same: ${textOf(third.runs)}`,
    ]);
  });

  it('tells a paragraph that was divided, and one that was joined', () => {
    const whole = [block('1', 'One two three. Four five six.')];
    const parts = [block('1', 'One two three.'), block('x', 'Four five six.')];
    expect(told(whole, parts)).toEqual(['changed: One two three.[- -]{+¶+}Four five six.']);
    expect(told(parts, whole)).toEqual(['changed: One two three.[-¶-]{+ +}Four five six.']);
  });

  it('tells a paragraph that was moved, with what was changed in it', () => {
    const [a, b] = [
      block('1', 'The war goes on upon many fronts.'),
      block('2', 'We realize fully how important it is.'),
    ];
    const changed = block('1', 'The war goes on upon all fronts.');
    expect(told([a, b, third], [b, third, changed])).toEqual([
      'gone: [-The war goes on upon many fronts.-]',
      `same: ${textOf(b.runs)}`,
      `same: ${textOf(third.runs)}`,
      'moved: The war goes on upon [-many-]{+all+} fronts.',
    ]);
  });

  it('tells new and deleted paragraphs by themselves, and does not mix their words', () => {
    const fresh = block('n', 'Something else, and of another kind, with a few of the same words');
    const old = block('o', 'The purport of the communication, with all of its annexes, was clear');
    expect(told([block('1', 'a b'), old, third], [block('1', 'a c'), fresh, third])).toEqual([
      'changed: a [-b-]{+c+}',
      `deleted: [-${textOf(old.runs)}-]`,
      `inserted: {+${textOf(fresh.runs)}+}`,
      `same: ${textOf(third.runs)}`,
    ]);
  });

  it('keeps a new paragraph whole, though it ends as the one before it does', () => {
    const [one, two] = ['a b c.', 'a x c.'].map((text) => block('1', text));
    if (!one || !two) throw new Error('no blocks');
    expect(told([one], [two, block('n', 'New one.')])).toEqual([
      'changed: a [-b-]{+x+} c.',
      'inserted: {+New one.+}',
    ]);
    expect(told([two, block('n', 'New one.')], [one])).toEqual([
      'changed: a [-x-]{+b+} c.',
      'deleted: [-New one.-]',
    ]);
  });

  it('tells words that were only marked, and a block that became another', () => {
    expect(told([block('1', 'to Mr Harriman and')], [block('1', 'to *Mr Harriman* and')])).toEqual([
      'changed: to <Mr Harriman> and',
    ]);
    expect(told([block('1', 'Dear Sir')], [block('1', 'Dear Sir', 'salute')])).toEqual(['changed: Dear Sir']);
  });

  it('knows a block without its id, by its words', () => {
    expect(told([block('1', 'a long enough paragraph')], [block('x', 'a long paragraph')])).toEqual([
      'changed: a long [-enough -]paragraph',
    ]);
  });

  const blocks = fc.array(
    fc
      .array(fc.constantFrom('a', 'b', 'the', 'of', '*Ada*', ',', ' ', 'x y z', '.'), { maxLength: 12 })
      .map((words) => words.join(' ')),
    { maxLength: 8 },
  );
  const numbered = (texts: readonly string[], shift: number) =>
    texts.map((text, index) => block(String((index + shift) % 9), text));

  it('loses and invents nothing: each side of the rows is its text', () => {
    fc.assert(
      fc.property(blocks, blocks, fc.integer({ min: 0, max: 3 }), (texts, otherTexts, shift) => {
        const [one, other] = [numbered(texts, 0), numbered(otherTexts, shift)];
        const rows = compareBlocks(one, other);
        const sideOf = (side: 'one' | 'other') =>
          rows
            .filter((row) => (side === 'one' ? row.kind !== 'moved' : row.kind !== 'gone'))
            .map((row) => textOf(readingOf(row, side)))
            .join('');
        const all = (of: readonly ReadingBlock[]) => of.map(({ runs }) => textOf(runs)).join('');
        expect(sideOf('one')).toBe(all(one));
        expect(sideOf('other')).toBe(all(other));
      }),
      { numRuns: 500 },
    );
  });

  it('says of a text and itself that nothing has changed', () => {
    fc.assert(
      fc.property(blocks, (texts) => {
        const rows: Row[] = compareBlocks(numbered(texts, 0), numbered(texts, 0));
        expect(rows.map(({ kind }) => kind)).toEqual(texts.map(() => 'same'));
      }),
    );
  });
});
