import { applySteps, openLetter, randomEdit, seededRandom } from '@chancery/prosemirror-tei';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { collate } from './collate.js';
import { keyedWords } from './keyed-words.js';
import { type Choice, settlingSteps } from './settle.js';

const letter = (body: string) =>
  openLetter(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt>
<publicationStmt><p>A</p></publicationStmt><sourceDesc><p>A</p></sourceDesc></fileDesc></teiHeader>
<text><body><div>${body}</div></body></text></TEI>`);

const settled = (a: Node, b: Node, choice: (index: number) => Choice) => {
  const differences = collate(a, b);
  let doc = a;
  for (const step of settlingSteps(
    a,
    b,
    differences,
    differences.map((_, index) => choice(index)),
  )) {
    const next = step.apply(doc).doc;
    if (!next) throw new Error('A step does not apply.');
    doc = next;
  }
  return doc;
};

/** What a keying says, without instance ids. */
const said = (doc: Node) =>
  keyedWords(doc).map(({ kind, text, name, markup }) => ({ kind, text, name, markup }));

const first = letter(
  `<head>No. 6</head><p>I have not yet recieved the text of your message.</p>
<p>The loan of 10 years is <hi rend="italic">accepted</hi> with gratitude<note><p>Sic.</p></note>.</p>
<closer><signed>J. STALIN</signed></closer>`,
);
const second = letter(
  `<head>No. 6</head><p>I have not yet received the text of your Message.</p><p>The loan of ten years</p>
<p>is accepted with gratitude<note><p>So.</p></note>.</p><closer><signed>J. STALIN</signed></closer>`,
);

describe('two keyings', () => {
  test('differ in places that are told as both read them', () => {
    const differences = collate(first.doc, second.doc);
    expect(differences.map(({ kind, a, b }) => [kind, a.text, b.text])).toEqual([
      ['wording', 'recieved', 'received'],
      ['case', 'message', 'Message'],
      ['wording', '10', 'ten'],
      ['structure', ' ', '\n'],
      ['markup', 'accepted', 'accepted'],
      ['wording', 'Sic', 'So'],
    ]);
    expect(differences[0]?.a).toMatchObject({ before: expect.stringMatching(/I have not yet$/u) });
    expect(differences[4]?.a.markup).toBe('hi@rend=italic');
  });

  test('are settled one by one, and what is settled can be written', () => {
    const choices: Choice[] = [
      { kind: 'b' },
      { kind: 'a' },
      { kind: 'unclear' },
      { kind: 'b' },
      { kind: 'a' },
      { kind: 'other', text: 'So in the copy' },
    ];
    const steps = settlingSteps(first.doc, second.doc, collate(first.doc, second.doc), choices);
    const { source } = applySteps(first, steps);
    expect(source).toContain('<p>I have not yet received the text of your message.</p>');
    expect(source).toMatch(
      /<p>The loan of <unclear>10<\/unclear> years<\/p>\s*<p>is <hi rend="italic">accepted<\/hi>/u,
    );
    expect(source).toContain('<note><p>So in the copy.</p></note>');
  });
});

describe('a paragraph that was moved beside a word that differs', () => {
  const rest = 'Mr Harriman, the ship has sailed from Archangel today with all that you had been promised.';
  const wish = 'I beg you to wait for one more day.';
  const a = letter(`<p>One.</p><p>${wish}</p><p>Dear ${rest}</p>`).doc;
  const b = letter(`<p>One.</p><p>Deer ${rest}</p><p>${wish}</p>`).doc;

  test('is shown as moved, and the word by itself', () => {
    for (const differences of [collate(a, b), collate(b, a)])
      expect(differences.map(({ kind, ranges }) => [kind, ranges.length])).toEqual([
        ['moved', 2],
        ['wording', 1],
      ]);
  });

  test('is settled apart from it', () => {
    const moved = settled(a, b, (index) => ({ kind: index === 0 ? 'b' : 'a' }));
    expect(said(moved)).toEqual(said(letter(`<p>One.</p><p>Dear ${rest}</p><p>${wish}</p>`).doc));
    const corrected = settled(a, b, (index) => ({ kind: index === 0 ? 'a' : 'b' }));
    expect(said(corrected)).toEqual(said(letter(`<p>One.</p><p>${wish}</p><p>Deer ${rest}</p>`).doc));
  });
});

const paragraphs = fc.array(
  fc.constantFrom(
    ...['<p>I beg you to wait for one more day.</p>', '<p>The ship has sailed from Archangel today.</p>'],
    ...[
      '<p>I beg you to wait.</p>',
      '<p>I big you <hi>to wait</hi>.</p>',
      '<p>Dear</p>',
      '<p>Deer</p>',
      '<p/>',
    ],
    ...[
      '<p>Dear I beg you to wait for one more day.</p>',
      '<p>The ship has sailed</p>',
      '<p>from Archangel</p>',
    ],
  ),
  { minLength: 1, maxLength: 6 },
);

test('paragraphs in whatever order are settled, each decision by itself', () => {
  fc.assert(
    fc.property(paragraphs, paragraphs, fc.integer({ min: 0 }), (one, other, mixed) => {
      const [a, b] = [letter(one.join('')).doc, letter(other.join('')).doc];
      expect(said(settled(a, b, () => ({ kind: 'b' })))).toEqual(said(b));
      expect(() =>
        settled(a, b, (index) => ({ kind: (mixed >> index) % 2 === 0 ? 'a' : 'b' })),
      ).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

/** A keying made of another by edits at random. */
function keyedAgain(seed: number, edits: number): Node {
  const random = seededRandom(seed);
  let { doc } = first;
  for (let count = 0; count < edits; count += 1) doc = randomEdit(doc, random)?.transform.doc ?? doc;
  return doc;
}

test('deciding for A everywhere gives A, and for B everywhere what B says, whatever they are', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 12 }), (seed, edits) => {
      const b = keyedAgain(seed, edits);
      expect(settled(first.doc, b, () => ({ kind: 'a' })).eq(first.doc)).toBe(true);
      expect(said(settled(first.doc, b, () => ({ kind: 'b' })))).toEqual(said(b));
      expect(said(settled(b, first.doc, () => ({ kind: 'b' })))).toEqual(said(first.doc));
    }),
    { numRuns: 300, examples: [[2147483641, 11]] },
  );
});
