/** The encodings that are written back as the same bytes. The value is the name as IANA registers it, lower case. */
export type CharacterEncoding = string;

interface EightBit {
  readonly toUnicode: readonly number[];
  readonly fromUnicode: ReadonlyMap<number, number>;
}

const EIGHT_BIT =
  /^(?:iso-8859-(?:[2-8]|8-i|1[03456])|windows-(?:874|125[013-8])|koi8-[ru]|x-mac-cyrillic|macintosh|ibm866)$/;

/** ISO encodings that the Encoding Standard of the web takes for the larger ones of Windows. They are taken at their word here: the bytes 80 to 9F are controls. */
const WINDOWS_OF_ISO: Readonly<Record<string, string>> = {
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
};

/** The bytes 80 to 9F of windows-1252. Node takes that encoding for ISO-8859-1 in some of its versions. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const BYTES: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

const tables = new Map<string, EightBit>();

/**
 * The name under which a declared encoding is known here, lower case: of all the names of an encoding (`latin2`, `cp1251`, `l1`)
 * the one that IANA prefers.
 */
export function encodingName(declared: string): CharacterEncoding {
  const label = declared.toLowerCase();
  const name = decoderFor(label)?.encoding ?? label;
  if (name === 'windows-1252' && !label.includes('1252')) {
    return /ascii|646|^ansi_x3|^iso-ir-6$|^us$/.test(label) ? 'us-ascii' : 'iso-8859-1';
  }
  const iso = Object.keys(WINDOWS_OF_ISO).find((each) => WINDOWS_OF_ISO[each] === name);
  return iso !== undefined && !label.includes(name.slice(8)) ? iso : name;
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
  const toUnicode = codePointsOf(name);
  if (!toUnicode) return undefined;
  const fromUnicode = new Map<number, number>();
  toUnicode.forEach((code, byte) => {
    if (code >= 0 && !fromUnicode.has(code)) fromUnicode.set(code, byte);
  });
  return { toUnicode, fromUnicode };
}

/** The code point of each byte, -1 for a byte that is no character. */
function codePointsOf(name: string): readonly number[] | undefined {
  if (name === 'us-ascii') return BYTES.map((byte) => (byte < 128 ? byte : -1));
  if (name === 'iso-8859-1') return BYTES;
  if (name === 'windows-1252') return BYTES.map((byte) => WINDOWS_1252.codePointAt(byte - 0x80) ?? byte);
  const windows = WINDOWS_OF_ISO[name];
  if (windows !== undefined)
    return fromPlatform(windows)?.map((code, byte) => (byte >= 0x80 && byte < 0xa0 ? byte : code));
  return EIGHT_BIT.test(name) ? fromPlatform(name) : undefined;
}

function fromPlatform(name: string): number[] | undefined {
  const decoder = decoderFor(name);
  if (!decoder) return undefined;
  return BYTES.map((byte) => {
    try {
      return decoder.decode(Uint8Array.of(byte)).codePointAt(0) ?? -1;
    } catch {
      return -1;
    }
  });
}

/** Not every version of Node has every encoding of the standard. */
function decoderFor(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}

/** Whether `encoding` can write a code point as it is; what it cannot has to be written as a character reference. */
export function writableIn(encoding: CharacterEncoding): (codePoint: number) => boolean {
  if (encoding.startsWith('utf-')) return () => true;
  const table = eightBit(encoding);
  return (codePoint) => table?.fromUnicode.has(codePoint) ?? false;
}
