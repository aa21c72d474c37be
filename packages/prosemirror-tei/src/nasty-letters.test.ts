import { decode, defaultLimits, encode, writableIn } from '@chancery/xml';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { NotWellFormed, type OpenLetter, openLetter } from './open-letter.js';
import { drawEdit } from './random-edit/draw-edit.js';
import { headerEdit } from './random-edit/header-edit.js';
import { deepLetter, longLetter, longLine, nastyLetters } from './random-edit/nasty-letters.js';
import { proveEdit, proveSourceEdit } from './random-edit/prove-edit.js';
import { blindEdit, type Random, randomEdit, seededRandom } from './random-edit.js';
import { schema } from './schema/schema.js';

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
    for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) {
      edited(openLetter(source), seededRandom(seed), EDITS);
      drawn(openLetter(source), seededRandom(seed), EDITS);
    }
  });
});

/** As `chancery roundtrip` edits it: header and text, by the element table. */
function drawn(opened: OpenLetter, random: Random, edits: number): OpenLetter {
  let letter = opened;
  for (let count = 0; count < edits; count += 1) letter = drawEdit(letter, random)?.prove() ?? letter;
  return letter;
}

const header = `<teiHeader xml:id="h">
  <fileDesc  n='1'><titleStmt><title n = "a">A letter &#8212; of</title><author key="b">C</author></titleStmt>
    <publicationStmt><p>d <hi rend="e">f</hi></p></publicationStmt><sourceDesc><x:p xmlns:x="urn:x">g</x:p><p/></sourceDesc></fileDesc></teiHeader>`;

it('a header holds through edits of its texts and attributes', () => {
  const source = `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text><body><p>a</p></body></text></TEI>`;
  const seen = new Set<string>();
  for (let seed = FIRST; seed < FIRST + RUNS * 10; seed += 1) {
    const random = seededRandom(seed);
    let letter = openLetter(source);
    for (let count = 0; count < EDITS; count += 1) {
      const after = headerEdit(letter, random);
      if (after !== undefined) letter = proveSourceEdit(letter, after);
    }
    for (const tag of letter.source.match(/<[a-z]\w*(?:\s[^<>]*)?>/gi) ?? [])
      if (!source.includes(tag)) seen.add(tag.replace(/[\s>].*/s, ''));
    expect(letter.source).toContain('<x:p xmlns:x="urn:x">g</x:p>');
  }
  expect([...seen]).toEqual(expect.arrayContaining(['<title', '<author', '<fileDesc', '<hi']));
});

describe('what is no letter', () => {
  const bomb = `<!DOCTYPE TEI [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>\n<TEI>&b;</TEI>`;
  it.each([
    ['a bomb', bomb, 'Line 1, column 1: An entity declared here would grow beyond 100000 characters.'],
    [
      '10,000 elements in each other',
      `<TEI>\n${'<p>'.repeat(10_000)}`,
      'Line 2, column 766: Elements are nested more than 256 deep',
    ],
    [
      '100 MB',
      `<TEI>${' '.repeat(100 * 1024 * 1024)}</TEI>`,
      'Line 1, column 1: The file has 104857611 characters; at most 52428800',
    ],
    ['a NUL', '<TEI>\n a\u0000</TEI>', 'Line 2, column 3: This character may not stand here in XML.'],
    ['half of a character', '<TEI>\n \uD800</TEI>', 'Line 2, column 2: Half of a character stands here.'],
  ])('is refused with reason and place: %s', (_, source, message) => {
    expect(() => openLetter(source)).toThrow(NotWellFormed);
    expect(() => openLetter(source)).toThrow(message);
  });

  it('is never made of a file that an entity names', () => {
    const source = `<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n<TEI><text><body><p>a&x;b</p></body></text></TEI>`;
    const { doc } = openLetter(source);
    expect(doc.textContent).toBe('ab');
  });
});

describe('a letter as deep as the limit', () => {
  it('opens and is edited, and one level more is refused', () => {
    const source = deepLetter(defaultLimits.depth);
    const letter = openLetter(source);
    expect(letter.map.starts.length).toBe(letter.doc.content.size);
    const at = letter.map.starts.indexOf(source.indexOf('a</p>'));
    const typed = proveEdit(letter, new Transform(letter.doc).insert(at, schema.text('b ')));
    expect(typed.source).toBe(source.replace('a</p>', 'b a</p>'));
    expect(() => openLetter(deepLetter(defaultLimits.depth + 1))).toThrow('nested more than 256 deep');
  });
});

describe('a letter of 200 KB in one line', () => {
  it('holds through random edits', () => {
    const source = longLine();
    expect(source.length).toBeGreaterThan(190_000);
    expect(source).not.toContain('\n');
    const after = edited(openLetter(source), seededRandom(FIRST), 10);
    expect(openLetter(after.source, { adopt: after.doc }).source).toBe(after.source);
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
  ['ISO-8859-2', eightBit(declared('ISO-8859-2', 'Łódź'), { Ł: 0xa3, ó: 0xf3, ź: 0xbc })],
  ['ISO-8859-5', eightBit(declared('ISO-8859-5', 'Ад'), { А: 0xb0, д: 0xd4 })],
  ['ISO-8859-15', eightBit(declared('iso-8859-15', 'é€œ'), { '€': 0xa4, œ: 0xbd })],
  ['windows-1251', eightBit(declared('windows-1251', 'Ад—'), { А: 0xc0, д: 0xe4, '—': 0x97 })],
  ['windows-1252', eightBit(declared('WINDOWS-1252', '“é”'), { '“': 0x93, '”': 0x94 })],
  ['KOI8-R', eightBit(declared('KOI8-R', 'Ад'), { А: 0xe1, д: 0xc4 })],
  ['US-ASCII', eightBit(declared('US-ASCII', 'plain'), {})],
  ['US-ASCII with references', eightBit(declared('us-ascii', '&#233;&#x10437;&#8220;&amp;'), {})],
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
