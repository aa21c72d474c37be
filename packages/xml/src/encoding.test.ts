import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.js';
import { encode } from './encode.js';
import { EncodingError } from './encoding-error.js';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

const faultOf = (input: Uint8Array) => {
  try {
    decode(input);
  } catch (error) {
    if (error instanceof EncodingError) return error;
    throw error;
  }
  return undefined;
};

describe('decode and encode', () => {
  it('keep the byte order mark apart', () => {
    const read = decode(bytes([0xef, 0xbb, 0xbf], '<a/>'));
    expect(read).toEqual({ text: '<a/>', encoding: 'utf-8', bom: true });
    expect(encode(read.text, read)).toEqual(bytes([0xef, 0xbb, 0xbf], '<a/>'));
  });

  it('give the bytes of every encoding back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
        fc.boolean(),
        (text, encoding, bom) => {
          const before = encode(`<a>${text}</a>`, { encoding, bom });
          const read = decode(before);
          expect(read).toEqual({ text: `<a>${text}</a>`, encoding, bom });
          expect(encode(read.text, read)).toEqual(before);
        },
      ),
    );
  });

  it.each(['ISO-8859-1', 'windows-1252', 'ISO-8859-15', 'KOI8-R', 'windows-1251', 'ISO-8859-2', 'macintosh'])(
    'give every byte of %s back that is a character in it',
    (name) => {
      const high = Array.from({ length: 128 }, (_, index) => index + 128);
      for (const byte of high) {
        const before = bytes(`<?xml version="1.0" encoding="${name}"?><a>`, [byte], '</a>');
        const fault = faultOf(before);
        if (fault) {
          expect(fault.code).toBe('wrong-encoding');
        } else {
          const read = decode(before);
          expect(encode(read.text, read)).toEqual(before);
        }
      }
    },
  );

  it.each([
    ['ISO-8859-1', [0x93, 0xe9], '\u0093é'],
    ['latin1', [0xe9], 'é'],
    ['iso8859-1', [0xe9], 'é'],
    ['ISO-8859-9', [0x93, 0xfe, 0xdd], '\u0093şİ'],
    ['latin5', [0xfe], 'ş'],
    ['windows-1254', [0x93, 0xfe], '“ş'],
    ['TIS-620', [0xa1], 'ก'],
    ['windows-1252', [0x80, 0x93, 0x9e, 0xff], '€“žÿ'],
    ['cp1252', [0x94], '”'],
    ['x-cp1251', [0xc0], 'А'],
    ['csISOLatin2', [0xa3], 'Ł'],
    ['x-mac-roman', [0xd2], '“'],
    ['ASCII', [0x7e], '~'],
    ['ANSI_X3.4-1968', [0x7e], '~'],
  ])('know the characters of %s', (name, high, text) => {
    const before = bytes(`<?xml version="1.0" encoding="${name}"?><a>`, high, '</a>');
    const read = decode(before);
    expect(read.text).toMatch(new RegExp(`<a>${text}</a>$`));
    expect(encode(read.text, read)).toEqual(before);
  });

  it('know the other names of UTF-8 and UTF-16', () => {
    const utf8 = bytes('<?xml version="1.0" encoding="unicode-1-1-utf-8"?><a/>');
    expect(decode(utf8)).toMatchObject({ encoding: 'utf-8', bom: false });
    const text = '<?xml version="1.0" encoding="ISO-10646-UCS-2"?><a/>';
    const ucs2 = encode(text, { encoding: 'utf-16be', bom: true });
    expect(decode(ucs2)).toEqual({ text, encoding: 'utf-16be', bom: true });
  });

  it.each([
    ['an empty file', bytes(''), 'empty-file'],
    ['Latin bytes without declaration', bytes('<a>', [0xe9], '</a>'), 'wrong-encoding'],
    [
      'an encoding of more than one byte a character',
      bytes('<?xml version="1.0" encoding="GB2312"?><a/>'),
      'unknown-encoding',
    ],
    ['an encoding nobody knows', bytes('<?xml version="1.0" encoding="x-own"?><a/>'), 'unknown-encoding'],
    [
      'UTF-16 declared over UTF-8',
      bytes('<?xml version="1.0" encoding="UTF-16"?><a/>'),
      'encoding-contradicts-mark',
    ],
    ['half of a UTF-16 unit', bytes([0xff, 0xfe, 0x3c]), 'wrong-encoding'],
  ])('refuse %s', (_, input, code) => {
    const fault = faultOf(input);
    expect(fault?.code).toBe(code);
    expect(fault?.advice).not.toBe('');
  });

  it('refuse an encoding that this version of Node lacks, as it does one that nobody knows', () => {
    const fault = faultOf(bytes('<?xml version="1.0" encoding="ISO-8859-16"?><a/>'));
    expect([undefined, 'unknown-encoding']).toContain(fault?.code);
  });

  it('say where the fault is', () => {
    expect(faultOf(bytes('<a>é', [0xe9], '</a>'))?.offset).toBe(5);
  });

  it('refuse what the encoding cannot write', () => {
    expect(() => encode('“', { encoding: 'iso-8859-1', bom: false })).toThrow(EncodingError);
    expect(() => encode('\uD800', { encoding: 'utf-8', bom: false })).toThrow(EncodingError);
  });
});
