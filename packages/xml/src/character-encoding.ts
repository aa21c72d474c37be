/** The encodings that are written back as the same bytes. The value is the name as IANA registers it, lower case. */
export type CharacterEncoding = string;

interface EightBit {
  readonly toUnicode: readonly number[];
  readonly fromUnicode: ReadonlyMap<number, number>;
}

/** Declared names that the decoder built into browsers and Node spells in another way. */
const ALIASES: Readonly<Record<string, string>> = {
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
  latin1: 'iso-8859-1',
};

const EIGHT_BIT = /^(?:iso-8859-(?:[2-8]|1[03456])|windows-(?:874|125[0-8])|koi8-[ru]|macintosh|ibm866)$/;

const tables = new Map<string, EightBit>();

/** The name under which a declared encoding is known here, lower case. */
export function encodingName(declared: string): CharacterEncoding {
  const name = declared.toLowerCase();
  return ALIASES[name] ?? name;
}

/**
 * The table of an 8-bit encoding, or undefined for one that is not known. ISO-8859-1 is taken at its word (a byte is
 * the code point of the same number) and not as windows-1252, as the Encoding Standard of the web has it.
 */
export function eightBit(name: CharacterEncoding): EightBit | undefined {
  const known = tables.get(name);
  if (known) return known;
  const made = makeTable(name);
  if (made) tables.set(name, made);
  return made;
}

function makeTable(name: string): EightBit | undefined {
  let toUnicode: number[];
  if (name === 'iso-8859-1') toUnicode = Array.from({ length: 256 }, (_, byte) => byte);
  else if (name === 'us-ascii')
    toUnicode = Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte : -1));
  else if (EIGHT_BIT.test(name)) toUnicode = tableFromPlatform(name);
  else return undefined;
  const fromUnicode = new Map<number, number>();
  toUnicode.forEach((code, byte) => {
    if (code >= 0 && !fromUnicode.has(code)) fromUnicode.set(code, byte);
  });
  return { toUnicode, fromUnicode };
}

function tableFromPlatform(name: string): number[] {
  const decoder = new TextDecoder(name, { fatal: true });
  return Array.from({ length: 256 }, (_, byte) => {
    try {
      return decoder.decode(Uint8Array.of(byte)).codePointAt(0) ?? -1;
    } catch {
      return -1;
    }
  });
}

/** Whether `encoding` can write a code point as it is; what it cannot has to be written as a character reference. */
export function writableIn(encoding: CharacterEncoding): (codePoint: number) => boolean {
  if (encoding.startsWith('utf-')) return () => true;
  const table = eightBit(encoding);
  return (codePoint) => table?.fromUnicode.has(codePoint) ?? false;
}
