import { describe, expect, test } from 'vitest';
import { type PieceEdit, planReplacement } from './plan-replacement.js';
import { readPassages } from './read-passages.js';
import type { Reading } from './reading.js';

const start = '<TEI><text><body><p>';
function readingOf(xml: string): { source: string; reading: Reading } {
  const source = `${start}${xml}</p></body></text></TEI>`;
  const reading = readPassages(source)[0]?.emended;
  if (!reading) throw new Error('no passage');
  return { source, reading };
}

/** The paragraph with the edits made in its source. */
function edited({ source, reading }: ReturnType<typeof readingOf>, edits: readonly PieceEdit[]): string {
  const made = edits.reduceRight(
    (now, { from, to, text }) => now.slice(0, reading.starts[from]) + text + now.slice(reading.ends[to - 1]),
    source,
  );
  return made.slice(start.length, made.indexOf('</p>'));
}

function replaced(xml: string, old: string, words: string): string {
  const made = readingOf(xml);
  const from = made.reading.text.indexOf(old);
  const plan = planReplacement(made.reading, { from, to: from + old.length }, words);
  return plan.can ? `${plan.crosses ? 'crossing: ' : ''}${edited(made, plan.edits)}` : `not: ${plan.emptied}`;
}

describe('replacing words keeps every element within them', () => {
  test.each([
    ['in running text', 'to Mr Hariman today', 'Hariman', 'Harriman', 'to Mr Harriman today'],
    ['in one element', '<name>Hariman</name>', 'Hariman', 'Averell', '<name>Averell</name>'],
    [
      'only what differs',
      'Mr <name>Hariman</name>',
      'Mr Hariman',
      'Mr Harriman',
      'crossing: Mr <name>Harriman</name>',
    ],
    [
      'into the element that would be empty',
      'Mr <name>Hariman</name> came',
      'Mr Hariman',
      'Averell',
      'crossing: <name>Averell</name> came',
    ],
    [
      'word by word',
      '<forename>Franklin</forename> <surname>Roosevelt</surname>',
      'Franklin Roosevelt',
      'Theodor Rosefeld',
      'crossing: <forename>Theodor</forename> <surname>Rosefeld</surname>',
    ],
    [
      'not when an element would be empty',
      '<forename>Franklin</forename> <surname>Roosevelt</surname>',
      'Franklin Roosevelt',
      'nobody',
      'not: surname',
    ],
    ['across a line', 'New<lb/>York', 'New York', 'Boston', 'Boston<lb/>'],
    ['references', 'A &amp; B', 'A & B', 'A and B', 'A and B'],
    ['put in', 'the Axis', 'the Axis', 'of the Axis', 'of the Axis'],
    ['put in behind', 'the Axis', 'Axis', 'Axis Powers', 'the Axis Powers'],
    ['taken out', 'a very sad day', 'very ', '', 'a sad day'],
    ['the same', 'Axis', 'Axis', 'Axis', 'Axis'],
    ['surrogate pairs stay whole', 'a 😀 b', '😀', '😁', 'a 😁 b'],
  ])('%s', (_what, xml, old, words, expected) => {
    expect(replaced(xml, old, words)).toBe(expected);
  });
});
