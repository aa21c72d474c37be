import {
  applySteps,
  EditRefused,
  type OpenLetter,
  openLetter,
  positionAt,
  randomEdit,
  schema,
  seededRandom,
  sourceStep,
} from '@chancery/prosemirror-tei';
import fc from 'fast-check';
import { ReplaceStep, Transform } from 'prosemirror-transform';
import { expect, test } from 'vitest';
import { restoringSteps } from './restoring-steps.js';

const source = `<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt></fileDesc></teiHeader>
  <text><body><div type = 'letter'>
    <head type="number">No. 1</head>
    <p>My dear <persName  ref='#b'>Babbage</persName>, I am
      working <hi rend="italic">very</hi> hard for you<note place="bottom"><p>Or so <hi>she</hi> said.</p></note>;
      like the <choice><sic>Divel</sic><corr>Devil</corr></choice> in fact.</p>
    <p>I think you will be<pb n="2"/> pleased.</p> <p n="3">I have made what appears to me some very important
    extensions.</p>
    <list><item>one</item><item>two</item></list>
    <closer><signed>A. A. L.</signed></closer>
  </div></body></text>
</TEI>
`;

/** A letter after some edits; those that cannot be written are left out. */
function edited(letter: OpenLetter, random: () => number, times: number): OpenLetter {
  let now = letter;
  for (let time = 0; time < times; time += 1) {
    try {
      if (random() < 0.15) {
        const other = now.source.replace(random() < 0.5 ? 'A letter' : '<title>', (found) => `${found} `);
        const step = sourceStep(now, other);
        if (step) now = applySteps(now, [step]);
        continue;
      }
      const edit = randomEdit(now.doc, random);
      if (edit) now = applySteps(now, edit.transform.steps);
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error;
    }
  }
  return now;
}

test('a former state comes back to the byte, with its instances, however it was left', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 1, max: 8 }),
      (seed, one, two) => {
        const random = seededRandom(seed);
        const former = edited(openLetter(source), random, one);
        // As on a server that has been started again since: of how it was written before, only what was imported is known.
        const later = edited(former, random, two);
        const present = openLetter(later.source, { adopt: later.doc, earlier: [openLetter(source).base] });
        const restored = applySteps(present, restoringSteps(present, former));
        expect(restored.source).toBe(former.source);
        expect(restored.doc.eq(former.doc)).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});

test('what has not changed is not touched', () => {
  const former = openLetter(source);
  const typed = new Transform(former.doc);
  for (const words of ['pleased', 'dear']) {
    typed.insert(positionAt(former, source.indexOf(words)), schema.text('most '));
  }
  const present = applySteps(former, typed.steps);
  const steps = restoringSteps(present, former);
  expect(steps).toHaveLength(2);
  expect(steps.map((step) => (step instanceof ReplaceStep ? step.to - step.from : 0))).toEqual([5, 5]);
  expect(restoringSteps(former, former)).toEqual([]);
});

test('an attribute is set by itself, and a moved paragraph goes back', () => {
  const former = openLetter(source);
  const other = source.replace('<p>My dear', '<p rend="plain">My dear');
  const moved = `${other.slice(0, other.indexOf('<list>'))}<list><item>two</item><item>one</item></list>${other.slice(
    other.indexOf('</list>') + '</list>'.length,
  )}`;
  const step = sourceStep(former, moved);
  const present = step ? applySteps(former, [step]) : former;
  const restored = applySteps(present, restoringSteps(present, former));
  expect(restored.source).toBe(source);
});

test('what has changed everywhere is restored by one step', () => {
  const words = Array.from({ length: 1_000 }, (_, index) => `word${index}`);
  const many = (each: (word: string, index: number) => string) =>
    source.replace('extensions.', words.map(each).join(' '));
  const former = openLetter(many((word) => word));
  const step = sourceStep(
    former,
    many((word, index) => (index % 2 === 0 ? word : `other${index}`)),
  );
  const present = step ? applySteps(former, [step]) : former;
  const steps = restoringSteps(present, former);
  expect(steps).toHaveLength(1);
  expect(applySteps(present, steps).source).toBe(former.source);
});
