import { type CharacterEncoding, eightBit, encodingName } from './character-encoding.js';
import { EncodingError } from './encoding-error.js';
import { defaultLimits, type XmlLimits } from './xml-limits.js';

/** A file's text with what is needed to write the same bytes again. */
export interface DecodedXml {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: CharacterEncoding;
  /** Whether the file began with a byte order mark. */
  readonly bom: boolean;
}

const DECLARED = /^<\?xml[ \t\r\n][^>]*?encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][A-Za-z0-9._-]*)["']/;

/**
 * Reads a file's bytes as XML 1.0 Appendix F finds the encoding: byte order mark, then the shape of the first
 * characters, then the declaration, then UTF-8. {@link encode} gives the same bytes back.
 *
 * Known are UTF-8, UTF-16 (both orders) and the usual 8-bit encodings (ISO-8859, windows-125x, KOI8, Macintosh).
 * Bytes are never replaced or guessed at.
 *
 * @throws {EncodingError} for an empty or oversized file, an encoding that is not known, one that the bytes
 * contradict, and bytes that are no character in it (with the offset).
 */
export function decode(bytes: Uint8Array, limits: Partial<XmlLimits> = {}): DecodedXml {
  const most = limits.bytes ?? defaultLimits.bytes;
  if (bytes.length > most) {
    const megabytes = (count: number) => `${(count / 1024 / 1024).toFixed(1)} MB`;
    throw new EncodingError(
      'file-too-large',
      `The file has ${megabytes(bytes.length)}; at most ${megabytes(most)} are read.`,
      'Divide it into one file a letter.',
    );
  }
  if (bytes.length === 0) {
    throw new EncodingError('empty-file', 'The file is empty.', 'Check that it was saved and copied whole.');
  }
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return unicode(bytes, 3, 'utf-8', true);
  if (a === 0xff && b === 0xfe && !(c === 0 && d === 0)) return unicode(bytes, 2, 'utf-16le', true);
  if (a === 0xfe && b === 0xff) return unicode(bytes, 2, 'utf-16be', true);
  if (a === 0x3c && b === 0 && c !== 0) return unicode(bytes, 0, 'utf-16le', false);
  if (a === 0 && b === 0x3c) return unicode(bytes, 0, 'utf-16be', false);
  const declared = DECLARED.exec(String.fromCharCode(...bytes.subarray(0, 256)))?.[1];
  if (declared === undefined) return unicode(bytes, 0, 'utf-8', false);
  const name = encodingName(declared);
  if (name === 'utf-8') return unicode(bytes, 0, 'utf-8', false);
  if (name.startsWith('utf-16')) {
    throw new EncodingError(
      'encoding-contradicts-mark',
      `The file declares ${declared}, but its bytes are not in it.`,
      'Most likely it is in UTF-8: correct the declaration in the first line.',
      0,
    );
  }
  return { text: fromEightBit(bytes, name, declared), encoding: name, bom: false };
}

function unicode(bytes: Uint8Array, skip: number, encoding: CharacterEncoding, bom: boolean): DecodedXml {
  const body = skip === 0 ? bytes : bytes.subarray(skip);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    const offset = skip + firstFault(body, encoding);
    throw new EncodingError(
      'wrong-encoding',
      `Byte ${offset + 1} of the file is not ${encoding.toUpperCase()}.`,
      encoding === 'utf-8'
        ? 'Save the file in UTF-8, or declare its true encoding in the first line, for example encoding="windows-1252".'
        : 'The file is damaged or cut off: take it from its source again.',
      offset,
    );
  }
  const declared = DECLARED.exec(text.slice(0, 256))?.[1];
  const name = declared === undefined ? undefined : encodingName(declared);
  if (name !== undefined && !name.startsWith(encoding.slice(0, 5))) {
    throw new EncodingError(
      'encoding-contradicts-mark',
      `The file declares ${declared}, but its bytes are in ${encoding.toUpperCase()}.`,
      'Correct the declaration in the first line.',
      0,
    );
  }
  return { text, encoding, bom };
}

/** How many bytes are tried at once when the first fault is looked for. */
const CHUNK = 1 << 16;

/** The offset of the first byte that cannot be read: by chunks, then byte by byte. */
function firstFault(bytes: Uint8Array, encoding: CharacterEncoding): number {
  let from = 0;
  let decoder = new TextDecoder(encoding, { fatal: true });
  while (reads(decoder, bytes.subarray(from, from + CHUNK)) && from < bytes.length) from += CHUNK;
  decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < from; at += CHUNK) reads(decoder, bytes.subarray(at, at + CHUNK));
  let at = Math.min(from, bytes.length);
  while (at < bytes.length - 1 && reads(decoder, bytes.subarray(at, at + 1))) at += 1;
  return sequenceStart(bytes, Math.min(at, bytes.length - 1));
}

function reads(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A UTF-8 sequence that breaks off is at fault from its first byte. */
function sequenceStart(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back += 1) {
    const byte = bytes[end - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? end - back : end;
    if (byte < 0x80) return end;
  }
  return end;
}

function fromEightBit(bytes: Uint8Array, name: CharacterEncoding, declared: string): string {
  const table = eightBit(name);
  if (!table) {
    throw new EncodingError(
      'unknown-encoding',
      `The encoding “${declared}” is not known.`,
      'Save the file in UTF-8 and declare encoding="UTF-8" in the first line.',
      0,
    );
  }
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 8192) {
    const codes: number[] = [];
    bytes.subarray(from, from + 8192).forEach((byte, index) => {
      const code = table.toUnicode[byte] ?? -1;
      if (code < 0) {
        throw new EncodingError(
          'wrong-encoding',
          `Byte ${from + index + 1} of the file is no character of ${declared}.`,
          'The file is in another encoding than it declares: correct the declaration in the first line.',
          from + index,
        );
      }
      codes.push(code);
    });
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}
