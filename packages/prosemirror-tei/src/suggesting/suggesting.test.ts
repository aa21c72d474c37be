import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { type Step, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { openLetter, positionAt } from '../open-letter.js';
import { type Random, randomEdit, seededRandom } from '../random-edit.js';
import { condense } from './condense.js';
import { SuggestedSpans } from './suggested-spans.js';
import {
  aloneSteps,
  entangled,
  type Fit,
  type LabelledStep,
  rebaseSuggestion,
  remainderOf,
  type StandingSuggestion,
  stackSuggestions,
  takenOut,
} from './suggestion.js';

const RUNS = Number(process.env.CHANCERY_FUZZ_RUNS ?? 150);
const SEED = process.env.CHANCERY_FUZZ_SEED ? { seed: Number(process.env.CHANCERY_FUZZ_SEED) } : {};

const paragraphs = Array.from(
  { length: 12 },
  (_, n) =>
    `<p n="${n}">The <hi rend="italic">first</hi> of ${n} letters to <persName>Mr Harriman</persName><lb/> came <date when="1941">late</date> in the year.</p>`,
);
const letter = openLetter(
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>${paragraphs.join('\n')}<list><item>one</item><item>two</item></list></div></body></text></TEI>`,
);

/** An author who suggests at random. */
function suggestAtRandom(doc: Node, edits: number, random: Random) {
  const row: LabelledStep[] = [];
  let spans = SuggestedSpans.upon(doc);
  let now = doc;
  let labels = 0;
  const one = new Map<string, string>();
  const of = (label: string): string => {
    const other = one.get(label);
    return other === undefined ? label : of(other);
  };
  for (let count = 0; count < edits; count += 1) {
    const edit = randomEdit(now, random);
    if (!edit) continue;
    const { steps } = edit.transform;
    const [first = `s${labels++}`, ...others] = new Set([...spans.labelsAt(steps, now)].map(of));
    for (const other of others) one.set(other, first);
    now = edit.transform.doc;
    for (const step of steps) row.push({ step, label: first });
    spans = spans.add(steps, () => first, now);
  }
  return { row, doc: now, of };
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** The same with the labels of suggestions that have to be one made one. */
function untangled(edits: number, random: Random) {
  const { row, doc, of } = suggestAtRandom(letter.doc, edits, random);
  const known = row.map(({ step, label }) => ({ step, label: of(label) }));
  const joins = entangled(known, letter.doc);
  const one = (label: string): string => {
    const other = joins.get(label);
    return other === undefined ? label : one(other);
  };
  return { row: known.map(({ step, label }) => ({ step, label: one(label) })), doc, joined: joins.size };
}

/** What an author does at random, as the suggestions that it makes, each upon the letter alone. */
function suggestions(edits: number, random: Random) {
  const { row, doc, joined } = untangled(edits, random);
  const labels = [...new Set(row.map(({ label }) => label))];
  const standing = labels.map((label) => ({
    label,
    steps: condense(letter.doc, aloneSteps(row, (each) => each === label, letter.doc) ?? []),
  }));
  return { standing, row, doc, joined };
}

function accept(doc: Node, standing: readonly StandingSuggestion[]): Node {
  const over: Step[] = [];
  let now = doc;
  for (const { steps } of standing) {
    const rebased = rebaseSuggestion(
      steps,
      over.map((step) => step.getMap()),
      now,
    );
    over.push(...rebased.steps);
    now = rebased.doc;
  }
  return now;
}

describe('suggestions', () => {
  it('accepted in any order make the document that their author saw', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 10 }), (seed, edits) => {
        const random = seededRandom(seed);
        const { standing, doc } = suggestions(edits, random);
        expect(stackSuggestions(letter.doc, standing).doc.eq(doc)).toBe(true);
        expect(accept(letter.doc, shuffled(standing, random)).eq(doc)).toBe(true);
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  it('are taken out of what their author sees, the others left as they are', () => {
    let out = 0;
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 10 }), (seed, edits) => {
        const { row, standing, doc } = suggestions(edits, seededRandom(seed));
        for (const { label } of standing) {
          const steps = takenOut(row, (each) => each === label, letter.doc);
          if (!steps) continue;
          out += 1;
          let now = doc;
          for (const step of steps) now = step.apply(now).doc ?? now;
          const others = standing.filter((each) => each.label !== label);
          expect(stackSuggestions(letter.doc, others).doc.eq(now)).toBe(true);
        }
      }),
      { numRuns: RUNS, ...SEED },
    );
    expect(out).toBeGreaterThan(RUNS);
  });

  it('after the edits of others fit as a whole or in part, or are gone', () => {
    const fits = new Map<Fit, number>();
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 30 }), (seed, edits) => {
        const random = seededRandom(seed);
        const { standing } = suggestions(3, random);
        const over: Step[] = [];
        let now = letter.doc;
        for (let count = 0; count < edits; count += 1) {
          const edit = randomEdit(now, random);
          if (!edit) continue;
          over.push(...edit.transform.steps);
          now = edit.transform.doc;
        }
        for (const { steps } of standing) {
          const maps = over.map((step) => step.getMap());
          const rebased = rebaseSuggestion(steps, maps, now);
          fits.set(rebased.fit, (fits.get(rebased.fit) ?? 0) + 1);
          let made = now;
          for (const step of rebased.steps) made = step.apply(made).doc ?? now;
          expect(made.eq(rebased.doc)).toBe(true);
          expect(rebased.fit === 'none').toBe(rebased.doc.eq(now));
          // In two goes it comes to the same as in one.
          const half = Math.floor(over.length / 2);
          let middle = letter.doc;
          for (const step of over.slice(0, half)) middle = step.apply(middle).doc ?? middle;
          const first = rebaseSuggestion(steps, maps.slice(0, half), middle);
          if (first.fit === 'whole')
            expect(rebaseSuggestion(first.steps, maps.slice(half), now).doc.eq(rebased.doc)).toBe(true);
        }
      }),
      // What was put at a place before which others put something, and took away what is around both.
      { numRuns: RUNS, ...SEED, examples: [[2147483628, 29]] },
    );
    expect(fits.get('whole')).toBeGreaterThan(0);
    expect(fits.get('none')).toBeGreaterThan(0);
  });

  it('that stand upon one another are one', () => {
    const joined = [...Array(100).keys()].map((seed) => suggestions(8, seededRandom(seed)).joined);
    expect(Math.max(...joined)).toBeGreaterThan(0);
  });

  it('that go on while they are accepted leave what was added', () => {
    const { schema } = letter.doc.type;
    const at = positionAt(letter, letter.source.indexOf('late'));
    const before = positionAt(letter, letter.source.indexOf('The '));
    const accepted = new Transform(letter.doc).replaceWith(at, at + 4, schema.text('early'));
    const [added] = new Transform(accepted.doc).insert(at + 5, schema.text(' on')).steps;
    const others = new Transform(letter.doc).insert(before, schema.text('Here is '));
    const rebased = rebaseSuggestion(accepted.steps, others.mapping.maps, others.doc);
    const over = [
      ...others.steps.map((step) => ({ map: step.getMap() })),
      ...rebased.steps.map((step, is) => ({ map: step.getMap(), is })),
    ];
    const rest = remainderOf(accepted.steps, added ? [added] : [], over, rebased.doc);
    expect(rest.fit).toBe('whole');
    expect(rest.doc.textContent).toContain('Here is The first of 0 letters');
    expect(rest.doc.textContent).toContain('came early on in the year');
    expect(rest.doc.content.size).toBe(
      letter.doc.content.size + 'Here is '.length + 'early on'.length - 'late'.length,
    );
  });
});
