import { decode, encode, writableIn } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import { type OpenLetter, openLetter } from './open-letter.js';
import { longLetter, nastyLetters } from './random-edit/nasty-letters.js';
import { proveEdit } from './random-edit/prove-edit.js';
import { blindEdit, type Random, randomEdit, seededRandom } from './random-edit.js';

/** How many sequences of random edits each letter gets; raise it for a longer run. */
const RUNS = Number(process.env.CHANCERY_FUZZ_RUNS ?? 6);
const FIRST = Number(process.env.CHANCERY_FUZZ_SEED ?? 1);
const EDITS = 12;

function edited(opened: OpenLetter, random: Random, edits: number): OpenLetter {
  let letter = opened;
  for (let count = 0; count < edits; count += 1) {
    const edit = count % 2 ? blindEdit(letter.doc, random) : randomEdit(letter.doc, random);
    if (edit) letter = proveEdit(letter, edit.transform);
  }
  return letter;
}

describe.each(Object.entries(nastyLetters))('%s', (_, source) => {
  it('opens with a place in the source for all of it', () => {
    const { map, doc } = openLetter(source);
    expect(map.starts.length).toBe(doc.content.size);
    for (let at = 1; at < map.starts.length; at += 1) {
      const gap = source.slice(map.ends[at - 1], map.starts[at]);
      expect(gap).toMatch(/^(?:\s|<[^!?][^<]*>)*$/);
    }
  });

  it('holds through random edits', () => {
    for (let seed = FIRST; seed < FIRST + RUNS; seed += 1)
      edited(openLetter(source), seededRandom(seed), EDITS);
  });
});

describe('a letter of 200 KB', () => {
  it('holds through random edits, proved by parts', () => {
    const source = longLetter();
    expect(source.length).toBeGreaterThan(180_000);
    const after = edited(openLetter(source), seededRandom(1), 10);
    expect(openLetter(after.source, { adopt: after.doc }).source).toBe(after.source);
  });
});

/** `body` as bytes of an 8-bit encoding, by a table of what is not ASCII in it. */
function eightBit(body: string, table: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from(body, (character) => table[character] ?? character.charCodeAt(0));
}

function wide(body: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const text = mark ? `\ufeff${body}` : body;
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(bytes.buffer);
}

const declared = (encoding: string, text: string) =>
  `<?xml version="1.0" encoding="${encoding}"?>\r\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>\r\n<p n="${text}">${text} <hi>a</hi></p><p>b</p></div></body></text></TEI>`;

const encoded: readonly (readonly [string, Uint8Array])[] = [
  ['UTF-8', new TextEncoder().encode(declared('UTF-8', 'é“𐐷'))],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${declared('utf-8', 'é“𐐷')}`)],
  ['UTF-16 LE', wide(declared('UTF-16LE', 'é“𐐷'), true, false)],
  ['UTF-16 LE with a mark', wide(declared('UTF-16', 'é“𐐷'), true, true)],
  ['UTF-16 BE', wide(declared('UTF-16BE', 'é“𐐷'), false, false)],
  ['UTF-16 BE with a mark', wide(declared('UTF-16', 'é“𐐷'), false, true)],
  ['ISO-8859-1', eightBit(declared('ISO-8859-1', 'Père \u0085'), {})],
  ['ISO-8859-5', eightBit(declared('ISO-8859-5', 'Ад'), { А: 0xb0, д: 0xd4 })],
  ['ISO-8859-15', eightBit(declared('iso-8859-15', 'é€œ'), { '€': 0xa4, œ: 0xbd })],
  ['windows-1251', eightBit(declared('windows-1251', 'Ад—'), { А: 0xc0, д: 0xe4, '—': 0x97 })],
  ['windows-1252', eightBit(declared('WINDOWS-1252', '“é”'), { '“': 0x93, '”': 0x94 })],
  ['KOI8-R', eightBit(declared('KOI8-R', 'Ад'), { А: 0xe1, д: 0xc4 })],
  ['US-ASCII', eightBit(declared('US-ASCII', 'plain'), {})],
];

describe.each(encoded)('a letter in %s', (_, bytes) => {
  it('is saved as the same bytes, and edited in its encoding', () => {
    const read = decode(bytes);
    const opened = openLetter(read.text, { writable: writableIn(read.encoding) });
    expect(encode(opened.source, read)).toEqual(bytes);
    for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) {
      const after = edited(opened, seededRandom(seed), EDITS);
      expect(decode(encode(after.source, read))).toEqual({ ...read, text: after.source });
    }
  });
});
