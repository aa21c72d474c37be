/** What is known of a font of the PDF, by the codes of its characters. */
export interface FontGlyphs {
  /** What each code stands for. */
  readonly characters: readonly (string | undefined)[];
  /** How wide the glyph of each code is, in thousandths of the font's size. */
  readonly widths: readonly (number | undefined)[];
  /** The width of glyphs that have none of their own. */
  readonly otherWidth: number;
}

export const unknownFont: FontGlyphs = { characters: [], widths: [], otherWidth: 0 };

/** What the codes of a font stand for (ISO 32000-1 §9.10.3, ToUnicode CMaps). */
export function readCharacterMap(map: string): string[] {
  const characters: string[] = [];
  const utf16 = (hex: string) =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, from = '', to = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)) {
      characters[Number.parseInt(from, 16)] = utf16(to);
    }
  }
  return characters;
}

/** The widths of a font's glyphs from its array (§9.7.4.3, W): `1 [500 600] 7 9 450`. */
export function readWidths(array: readonly (number | readonly number[])[]): number[] {
  const widths: number[] = [];
  for (let at = 0; at + 1 < array.length; ) {
    const first = array[at];
    const next = array[at + 1];
    if (typeof first !== 'number' || next === undefined) break;
    if (typeof next === 'number') {
      const width = array[at + 2];
      if (typeof width === 'number') for (let code = first; code <= next; code += 1) widths[code] = width;
      at += 3;
    } else {
      for (const [index, width] of next.entries()) widths[first + index] = width;
      at += 2;
    }
  }
  return widths;
}
