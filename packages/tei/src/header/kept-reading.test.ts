import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkWellFormed, type XmlElement } from '@chancery/xml';
import { describe, expect, it, vi } from 'vitest';
import { KeptReading } from './kept-reading.js';
import { readMetadata } from './read-metadata.js';
import { readVolume } from './read-volume.js';

const corpus = fileURLToPath(new URL('../../../../corpus/', import.meta.url));
const files = [
  'volume.xml',
  ...readdirSync(`${corpus}letters`)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => `letters/${name}`),
].map((name) => ({ name, source: readFileSync(`${corpus}${name}`, 'utf8') }));

const everything = (tei: XmlElement) => ({ letter: readMetadata(tei), volume: readVolume(tei) });

/** The metadata of a letter's source with an edit, and how often a source was read for it. */
function edited(source: string, from: string, to: string) {
  const read = vi.fn(readMetadata);
  const { value } = KeptReading.of(source, read).of(source.replace(from, to));
  expect(value).toEqual(readMetadata(source.replace(from, to)));
  return { value, readings: read.mock.calls.length };
}

const long =
  'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.';
const letter = `<?xml version="1.0"?><!-- a <b> c- --><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
<div><head type="number">No. 5</head><p>${long} More.</p><p n="a>b">Second, on <date when="1941-08-04">August 4</date>.</p>
<closer><dateline>Moscow, <date>May</date></dateline></closer><p>An &amp; <![CDATA[<i>raw]x> <ptr type="endnote" target="#a"/> ]]></p>
<?pi <b>x> <ptr type="endnote" target="#a"/> ?></div></body></text></TEI>`;

describe('a source is not read again', () => {
  it.each([
    ['text behind the first words of the first paragraph', 'sixteen.', 'sixty.'],
    ['text of a later paragraph', 'Second', 'Secondly'],
    ['text of an element that is not read', 'August 4', 'August 14'],
    ['text behind a reference', ' &amp; ', ' &amp; more '],
    ['a reference that has become another', '&amp;', '&#38;'],
  ])('for %s', (_, from, to) => {
    expect(edited(letter, from, to).readings).toBe(1);
  });
});

describe('a source is read again', () => {
  it.each([
    ['text that is read', 'No. 5', 'No. 6'],
    ['the first words of the first paragraph', 'fourteen', 'forty'],
    ['the word behind them, which may become theirs', ' fifteen', 'fifteen'],
    ['text beside an element that is read with it', 'Moscow, ', 'Leningrad, '],
    ['an attribute', '1941-08-04', '1941-08-05'],
    ['an attribute behind a >', 'a>b', 'a>c'],
    ['a new element', 'Second', '<ptr type="endnote" target="#b"/>Second'],
    ['a reference where there was none', 'Second', 'Second &amp; last'],
    ['an instruction that ends sooner', '<b>x>', '<b>x?>'],
    ['an element that ends up in a comment', '<p n="a>b">', '<!--<p n="a>b">--><p>'],
  ])('for %s', (_, from, to) => {
    expect(edited(letter, from, to).readings).toBe(2);
  });
});

it('goes on from where it is, and leaves where it was', () => {
  const read = vi.fn(readMetadata);
  const first = KeptReading.of(letter, read);
  const second = first.of(letter.replace('sixteen', 'sixteen and more'));
  const third = second.of(letter.replace('sixteen', 'sixteen and more').replace('Moscow', 'Minsk'));
  expect(third.value.dates).toEqual(readMetadata(letter.replace('Moscow', 'Minsk')).dates);
  expect(read).toHaveBeenCalledTimes(2);
  expect(first.of(letter.replace('No. 5', 'No. 7')).value.number?.text).toBe('7');
});

/** Numbers below `limit`, the same on every run. */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

it('says what a fresh reading says, whatever is typed and deleted where', () => {
  const typed = ['x', ' ', 'word ', '-', ']', '?', '5', '"', '&amp;', '<lb/>', '>', ''];
  const pick = random(19410804);
  let kept = 0;
  for (const { name, source } of [...files, { name: 'letter', source: letter }]) {
    const read = vi.fn(everything);
    let reading = KeptReading.of(source, read);
    let current = source;
    let edits = 0;
    for (let round = 0; round < 80; round++) {
      const at = pick(current.length);
      const next = current.slice(0, at) + (typed[pick(typed.length)] ?? '') + current.slice(at + pick(3));
      if (next === current || checkWellFormed(next) !== undefined) continue;
      current = next;
      edits++;
      reading = reading.of(current);
      expect(reading.value, `${name}, round ${round}`).toEqual(
        everything(KeptReading.of(current, (tei) => tei).value),
      );
    }
    kept += edits + 1 - read.mock.calls.length;
  }
  expect(kept).toBeGreaterThan(50);
});
