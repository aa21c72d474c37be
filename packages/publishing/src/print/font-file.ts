/** What is read of a font file. */
export interface FontFile {
  /** The PostScript name, by which a PDF calls the face: `EBGaramond-Italic`. */
  readonly postScriptName: string;
  /** Whether the face has a glyph for the character. */
  covers(codePoint: number): boolean;
}

/** The bytes are no TrueType or OpenType font, or have no table that maps Unicode to glyphs. */
export class FontFileError extends Error {
  override readonly name = 'FontFileError';
}

/**
 * Reads names and coverage of a TrueType or OpenType font (OpenType 1.9: "Organization of an OpenType font", "name",
 * "cmap" formats 4 and 12).
 *
 * @throws {FontFileError}
 */
export function readFontFile(bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tables = readDirectory(view);
    const ranges = readCoverage(view, tables);
    return {
      postScriptName: readPostScriptName(view, tables),
      covers: (codePoint) => isWithin(ranges, codePoint),
    };
  } catch (error) {
    if (error instanceof RangeError) throw new FontFileError('The font file is cut short.', { cause: error });
    throw error;
  }
}

type Range = readonly [first: number, last: number];

function readDirectory(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(entry + k)));
    tables.set(tag, view.getUint32(entry + 8));
  }
  return tables;
}

function tableAt(tables: Map<string, number>, tag: string): number {
  const at = tables.get(tag);
  if (at === undefined) throw new FontFileError(`The font file has no table “${tag}”.`);
  return at;
}

function readPostScriptName(view: DataView, tables: Map<string, number>): string {
  const table = tableAt(tables, 'name');
  const strings = table + view.getUint16(table + 4);
  for (let i = 0; i < view.getUint16(table + 2); i++) {
    const record = table + 6 + 12 * i;
    if (view.getUint16(record) !== 3 || view.getUint16(record + 6) !== 6) continue;
    const start = strings + view.getUint16(record + 10);
    const units = Array.from({ length: view.getUint16(record + 8) / 2 }, (_, k) =>
      view.getUint16(start + 2 * k),
    );
    return String.fromCharCode(...units);
  }
  throw new FontFileError('The font file does not name itself.');
}

function readCoverage(view: DataView, tables: Map<string, number>): readonly Range[] {
  const cmap = tableAt(tables, 'cmap');
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, i) => cmap + view.getUint32(cmap + 8 + 8 * i),
  );
  const full = subtables.find((at) => view.getUint16(at) === 12);
  if (full !== undefined) {
    return Array.from({ length: view.getUint32(full + 12) }, (_, i) => {
      const group = full + 16 + 12 * i;
      return [view.getUint32(group), view.getUint32(group + 4)] as const;
    });
  }
  const basic = subtables.find((at) => view.getUint16(at) === 4);
  if (basic === undefined) throw new FontFileError('The font file does not map Unicode to glyphs.');
  const segments = view.getUint16(basic + 6) / 2;
  return Array.from({ length: segments }, (_, i) => {
    const last = view.getUint16(basic + 14 + 2 * i);
    return [view.getUint16(basic + 16 + 2 * segments + 2 * i), last] as const;
  }).filter(([first]) => first !== 0xffff);
}

/** The ranges of both formats are in ascending order. */
function isWithin(ranges: readonly Range[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] ?? [0, -1];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}
