import { type CharacterEncoding, eightBit } from './character-encoding.js';
import { EncodingError } from './encoding-error.js';

/**
 * The bytes of a text in an encoding: what {@link decode} read, unchanged, comes out as the same bytes.
 *
 * @throws {EncodingError} `unencodable-character` where the encoding has no byte for a character (it should have been
 * escaped with `escapeText(…, writableIn(encoding))`), and for a lone surrogate.
 */
export function encode(
  text: string,
  { encoding, bom }: { readonly encoding: CharacterEncoding; readonly bom: boolean },
): Uint8Array {
  if (encoding === 'utf-8') return utf8(text, bom);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16(text, encoding === 'utf-16le', bom);
  return eightBitBytes(text, encoding);
}

function utf8(text: string, bom: boolean): Uint8Array {
  refuseLoneSurrogates(text);
  return new TextEncoder().encode(bom ? `\uFEFF${text}` : text);
}

function utf16(text: string, littleEndian: boolean, bom: boolean): Uint8Array {
  refuseLoneSurrogates(text);
  const skip = bom ? 2 : 0;
  const bytes = new Uint8Array(skip + text.length * 2);
  const view = new DataView(bytes.buffer);
  if (bom) view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(skip + at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}

function eightBitBytes(text: string, encoding: CharacterEncoding): Uint8Array {
  const table = eightBit(encoding);
  if (!table)
    throw new EncodingError('unknown-encoding', `The encoding “${encoding}” is not known.`, 'Use UTF-8.');
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const byte = table.fromUnicode.get(text.charCodeAt(at));
    if (byte === undefined) throw unencodable(text, at, encoding);
    bytes[at] = byte;
  }
  return bytes;
}

function refuseLoneSurrogates(text: string): void {
  const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text);
  if (lone) throw unencodable(text, lone.index, 'Unicode');
}

function unencodable(text: string, at: number, encoding: string): EncodingError {
  const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return new EncodingError(
    'unencodable-character',
    `The character U+${code} cannot be written in ${encoding}.`,
    'Write it as a character reference, or turn the file into UTF-8.',
    at,
  );
}
