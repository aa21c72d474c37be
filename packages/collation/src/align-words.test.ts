import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mirrored } from './align.js';
import { alignWords } from './align-words.js';
import { compareLines } from './compare-lines.js';
import { wordsOf } from './words.js';

const texts = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc
    .array(fc.constantFrom('a', 'b', 'c', 'the', 'Mr', ',', '\n', ' ', '  ', '<p>'), { maxLength: 40 })
    .map((parts) => parts.join(' ')),
);

describe('wordsOf', () => {
  it('keeps what belongs together', () => {
    const words = wordsOf('Mr Beaverbrook’s Three-Power $1,000.50 loan: 3.5 %, а также naïve.');
    expect(words.filter(({ kind }) => kind === 'word').map(({ text }) => text)).toEqual(
      'Mr Beaverbrook’s Three-Power 1,000.50 loan 3.5 а также naïve'.split(' '),
    );
  });

  it('gives a text back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(
          wordsOf(text)
            .map((word) => word.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('alignWords', () => {
  it('rests on words and never on the white space between them', () => {
    const [one, other] = [wordsOf('one two three'), wordsOf('four\u00a0five\u00a0two')];
    expect(alignWords(one, other).filter(({ same }) => same)).toEqual([
      { same: true, from: 2, to: 3, otherFrom: 4, otherTo: 5 },
    ]);
    expect(alignWords(wordsOf('a b c'), wordsOf('d e f'))).toHaveLength(1);
  });

  it('is the same read from the other side, and covers both', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [words, others] = [wordsOf(one), wordsOf(other)];
        const stretches = alignWords(words, others);
        expect(alignWords(others, words).map(mirrored)).toEqual(stretches);
        const ends = stretches.at(-1);
        expect([ends?.to ?? 0, ends?.otherTo ?? 0]).toEqual([words.length, others.length]);
        for (const { same, from, to, otherFrom } of stretches) {
          if (!same) continue;
          const kept = words.slice(from, to);
          expect(others.slice(otherFrom, otherFrom + kept.length)).toEqual(kept);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('compareLines', () => {
  it('tells the words that have changed', () => {
    const one = '<p>\n  One <hi>two</hi>\n</p>\n';
    expect(compareLines(one, one.replace('two', 'too'))).toEqual([
      { kind: 'same', text: '<p>\n  One <hi>' },
      { kind: 'deleted', text: 'two' },
      { kind: 'inserted', text: 'too' },
      { kind: 'same', text: '</hi>\n</p>\n' },
    ]);
  });

  it('leads from the one text to the other', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const pieces = compareLines(one, other);
        const without = (left: string) =>
          pieces
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('');
        expect(without('inserted')).toBe(one);
        expect(without('deleted')).toBe(other);
      }),
      { numRuns: 500 },
    );
  });

  it('gives up on texts that have nothing in common, and still tells both', () => {
    const long = (word: string) => Array.from({ length: 1_500 }, (_, index) => `${word}${index}`).join('\n');
    expect(compareLines(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['deleted', 'inserted']);
  });
});
