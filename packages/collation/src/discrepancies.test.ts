import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discrepancies } from './discrepancies.js';
import type { KeyedWord } from './keyed-word.js';
import { wordsOf } from './words.js';

/** A keyed text: `¶` begins a paragraph, `|` ends a line, what stands in `*` is in italics. */
function keyed(text: string): KeyedWord[] {
  let italic = false;
  return text.split(/([¶|*])/u).flatMap((part): KeyedWord[] => {
    if (part === '*') {
      italic = !italic;
      return [];
    }
    const markup = italic ? 'hi' : '';
    if (part === '¶') return [{ kind: 'object', text: '', name: 'p', markup }];
    if (part === '|') return [{ kind: 'object', text: '', name: 'lb', markup }];
    return wordsOf(part).map((word) => ({ ...word, markup }));
  });
}

const textOf = (words: readonly KeyedWord[]) =>
  words.map(({ text, name }) => (name === 'p' ? '¶' : name === 'lb' ? '|' : text)).join('');

/** Each discrepancy as kind, reading of A and reading of B. */
function told(a: string, b: string): string[] {
  const [one, other] = [keyed(a), keyed(b)];
  return discrepancies(one, other).map(({ kind, places }) =>
    [
      kind,
      ...places.map(
        ({ from, to, otherFrom, otherTo }) =>
          `${textOf(one.slice(from, to))} : ${textOf(other.slice(otherFrom, otherTo))}`,
      ),
    ].join(', '),
  );
}

describe('the kind of a discrepancy', () => {
  it.each([
    ['¶Dear Mr Harriman', '¶Dear Mr Harriman', []],
    ['¶The loan of 10 years', '¶The loan of ten years', ['wording, 10 : ten']],
    ['¶the Government', '¶the government', ['case, Government : government']],
    ['¶co-operation now', '¶cooperation now', ['division, co-operation : cooperation']],
    ['¶to day', '¶today', ['division, to day : today']],
    ['¶neutrali-|sing Finland', '¶neutralising Finland', ['line-end, neutrali-|sing : neutralising']],
    ['¶Yes: no', '¶Yes; no', ['punctuation, : : ;']],
    ['¶Yes, no', '¶Yes no', ['punctuation, , : ']],
    ['¶a very good man', '¶a good man', ['only-a, very  : ']],
    ['¶a good man', '¶a very good man', ['only-b,  : very ']],
    ['¶One two. Three four.', '¶One two.¶Three four.', ['structure,   : ¶']],
    ['¶One *two* three', '¶One two three', ['markup, two : two']],
  ])('%s against %s', (a, b, expected) => {
    expect(told(a, b)).toEqual(expected);
  });

  it('is one for words that stand elsewhere', () => {
    const moved = told(
      '¶I beg you to wait. The ship has sailed from Archangel today.',
      '¶The ship has sailed from Archangel today. I beg you to wait.',
    );
    expect(moved).toHaveLength(1);
    expect(moved[0]).toMatch(/^moved, /u);
  });
});

describe('words that were moved are told apart from words that differ', () => {
  const wish = 'I beg you to wait for one more day';
  const rest = 'Mr Harriman, the ship has sailed from Archangel today with all that you had been promised';

  it.each([
    [
      'behind them',
      `¶One. ¶${wish}.¶Dear ${rest}.`,
      `¶One. ¶Deer ${rest}.¶${wish}.`,
      [`moved, ${wish}.¶ : ,  : ¶${wish}.`, 'wording, Dear : Deer'],
    ],
    [
      'before them',
      `¶One. Dear¶${wish}.¶${rest}`,
      `¶One. Deer¶${rest}¶${wish}.`,
      ['wording, Dear : Deer', `moved, ¶${wish}. : ,  : ¶${wish}.`],
    ],
    [
      'before and behind them',
      `¶You sir red ${wish} ${rest}, blue at once`,
      `¶You sir rot ${rest}, ${wish} blau at once`,
      ['wording, red : rot', `moved,  ${wish} : ,  : ${wish} `, 'wording, blue : blau'],
    ],
    [
      'in the place of others',
      `¶${wish}.¶${rest}.`,
      `¶Hear me.¶${rest}. ${wish}`,
      [`moved, ${wish} : ,  :  ${wish}`, 'only-b,  : Hear me'],
    ],
  ])('%s', (_, a, b, expected) => {
    expect(told(a, b)).toEqual(expected);
  });
});

const texts = fc
  .array(
    fc.constantFrom(
      ...['¶', '|', '*', 'a', 'A', 'b', 'the', 'ship', 'co-op', 'coop', ',', '.', ' ', '  '],
      ...['one two three four five', 'six seven eight nine'],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

describe('discrepancies', () => {
  it('hold all that differs: with those of B in their places, A is B', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [one, other] = [keyed(a), keyed(b)];
        const places = discrepancies(one, other).flatMap((each) => each.places);
        const settled = [...one];
        for (const { from, to, otherFrom, otherTo } of places.toSorted(
          (x, y) => y.from - x.from || y.otherFrom - x.otherFrom,
        ))
          settled.splice(from, to - from, ...other.slice(otherFrom, otherTo));
        expect(settled).toEqual(other);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are none of a text and itself, and do not touch', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(discrepancies(keyed(a), keyed(a))).toEqual([]);
        const places = discrepancies(keyed(a), keyed(b))
          .flatMap((each) => each.places)
          .toSorted((x, y) => x.from - y.from || x.otherFrom - y.otherFrom);
        for (const [index, { from, otherFrom }] of places.entries()) {
          expect(from).toBeGreaterThanOrEqual(places[index - 1]?.to ?? 0);
          expect(otherFrom).toBeGreaterThanOrEqual(places[index - 1]?.otherTo ?? 0);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
