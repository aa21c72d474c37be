import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { type Step, Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { openLetter } from '../open-letter.js';
import { randomEdit, seededRandom } from '../random-edit.js';
import { schema } from '../schema/schema.js';
import { changedRegion } from '../to-tei/changed-region.js';
import { type LoggedEdit, touchedPassages } from './touched-passages.js';

const { doc } = openLetter(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<p>My dear Babbage</p><p>I am working <hi>very</hi> hard for you.</p></body></text></TEI>`);

function at(now: Node, words: string): { from: number; to: number } {
  let found: { from: number; to: number } | undefined;
  now.descendants((node, pos) => {
    const index = node.text?.indexOf(words) ?? -1;
    if (index >= 0) found = { from: pos + index, to: pos + index + words.length };
  });
  if (!found) throw new Error(`“${words}” is not there.`);
  return found;
}

/** Edits one after the other, each from what the one before has made. */
function edits(...make: ((transform: Transform) => void)[]): LoggedEdit[] {
  const transform = new Transform(doc);
  for (const each of make) each(transform);
  return logged(transform.steps);
}
const logged = (steps: readonly Step[]) =>
  steps.map((step, index) => ({ version: index + 8, step, by: index % 2 === 0 ? 'ada' : 'bob' }));
const words = ({ doc: now, passages }: ReturnType<typeof touchedPassages>) =>
  passages.map(({ from, to }) => now.textBetween(from, to, '|'));

const type = (before: string, text: string) => (transform: Transform) => {
  transform.insert(at(transform.doc, before).from, schema.text(text));
};
const take = (gone: string) => (transform: Transform) => {
  const { from, to } = at(transform.doc, gone);
  transform.delete(from, to);
};

describe('what is to be read again', () => {
  test('is what was typed, and where words are gone', () => {
    const touched = touchedPassages(doc, edits(type('Babbage', 'Mr '), take(' hard')), []);
    expect(words(touched)).toEqual(['Mr ', '']);
    expect(touched.passages[1]?.from).toBe(at(touched.doc, 'for you').from);
  });

  test('is one passage where edits meet, of all who made them', () => {
    const touched = touchedPassages(doc, edits(type('Babbage', 'Mr '), type('Mr', 'good ')), []);
    expect(words(touched)).toEqual(['good Mr ']);
    expect(touched.passages[0]?.by).toEqual(['ada', 'bob']);
  });

  test('is nothing when all is as it was signed', () => {
    expect(words(touchedPassages(doc, edits(type('Babbage', 'Mr '), take('Mr ')), []))).toEqual([]);
  });

  test('is no longer what somebody has read, as it stood then', () => {
    const all = edits(type('Babbage', 'Mr '), type('hard', 'so '), type('Mr', 'good '));
    const afterTwo = touchedPassages(doc, all.slice(0, 2), []);
    const [first, second] = afterTwo.passages;
    if (!first || !second) throw new Error('Two passages were expected.');
    const read = [first, second].map((passage) => ({ ...passage, version: 9 }));
    expect(words(touchedPassages(doc, all.slice(0, 2), read))).toEqual([]);
    expect(words(touchedPassages(doc, all, read))).toEqual(['good ']);
    expect(words(touchedPassages(doc, all, [{ ...second, version: 9 }]))).toEqual(['good Mr ']);
  });
});

test('whatever is edited, all that differs from what was signed lies in a passage', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), (seed, count) => {
      const random = seededRandom(seed);
      let now = doc;
      const steps: Step[] = [];
      for (let edit = 0; edit < count; edit += 1) {
        const made = randomEdit(now, random);
        if (!made) continue;
        steps.push(...made.transform.steps);
        now = made.transform.doc;
      }
      const touched = touchedPassages(doc, logged(steps), []);
      const region = changedRegion(doc, now);
      if (!region) {
        expect(touched.passages).toEqual([]);
        return;
      }
      const [first, last] = [touched.passages[0], touched.passages.at(-1)];
      expect(first?.from).toBeLessThanOrEqual(region.from);
      expect(last?.to).toBeGreaterThanOrEqual(region.newTo);
      for (const [index, passage] of touched.passages.entries())
        expect(passage.from).toBeGreaterThan(touched.passages[index - 1]?.to ?? -1);
    }),
    { numRuns: 200 },
  );
});

test('what is deleted letter by letter beside its like is one passage', () => {
  const { from, to } = at(doc, 'hard ');
  const typed = new Transform(doc).insert(to - 1, schema.text(' a'));
  const deleted = new Transform(typed.doc).delete(to, to + 1).delete(to - 1, to);
  expect(deleted.doc.textBetween(from, to)).toBe('hard ');
  const edits = deleted.steps.map((step, index) => ({ version: index + 1, step, by: 'ada' }));
  expect(touchedPassages(typed.doc, edits, []).passages).toHaveLength(1);
});
