/** Text that a page shows at one place, as its content stream has it (ISO 32000-1 §9.4). */
export interface Shown {
  readonly text: string;
  /** Where its first glyph stands, in points from the lower left corner of the page. */
  readonly x: number;
  readonly y: number;
  /** The marked-content identifier by which the structure tree knows it (§14.7.4.2). */
  readonly mcid: number | undefined;
}

/** What each character code of a font stands for, by the font's name in the page's resources. */
export type Fonts = ReadonlyMap<string, ReadonlyMap<number, string>>;

type Matrix = readonly [number, number, number, number, number, number];

interface Marked {
  readonly artifact: boolean;
  /** §14.9.4: said in place of the glyphs. */
  readonly instead: string | undefined;
  readonly mcid: number | undefined;
}

const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

// Parentheses that balance stand in a string as they are (§7.3.4.2), here three deep at most.
const string = [1, 2, 3].reduce((inner) => `\\((?:[^\\\\()]|\\\\[^]|${inner})*\\)`, '\\(\\)');
const token = new RegExp(`/[^\\s/<>[\\]()]+|<<|>>|<[0-9a-fA-F\\s]*>|${string}|[[\\]]|[^\\s/<>[\\]()]+`, 'g');

/**
 * The text of a page in the order in which it is shown, without artifacts (§14.8.2.2): running heads, folios, leaders and
 * whatever else is not of the text.
 */
export function readContentStream(content: string, fonts: Fonts): Shown[] {
  const out: Shown[] = [];
  const marked: Marked[] = [];
  const kept: Matrix[] = [];
  let matrix = unmoved;
  let line = unmoved;
  let font: ReadonlyMap<number, string> = new Map();
  let operands: string[] = [];
  const numbers = () => operands.slice(-6).map(Number) as unknown as Matrix;
  const say = (text: string) => {
    if (text === '' || marked.some(({ artifact, instead }) => artifact || instead !== undefined)) return;
    const [, , , , x, y] = times(line, matrix);
    out.push({ text, x, y, mcid: marked.findLast(({ mcid }) => mcid !== undefined)?.mcid });
  };
  const operators: Readonly<Record<string, () => void>> = {
    q: () => kept.push(matrix),
    Q: () => {
      matrix = kept.pop() ?? unmoved;
    },
    cm: () => {
      matrix = times(numbers(), matrix);
    },
    BT: () => {
      line = unmoved;
    },
    Tm: () => {
      line = numbers();
    },
    Td: () => {
      const [x = 0, y = 0] = operands.slice(-2).map(Number);
      line = times([1, 0, 0, 1, x, y], line);
    },
    Tf: () => {
      font = fonts.get(operands.at(-2) ?? '') ?? new Map();
    },
    Tj: () => say(shownBy(operands, font)),
    TJ: () => say(shownBy(operands, font)),
    BMC: () => marked.push({ artifact: operands[0] === '/Artifact', instead: undefined, mcid: undefined }),
    BDC: () => {
      const of = (name: string) => operands[operands.indexOf(name) + 1] ?? '';
      const instead = operands.includes('/ActualText') ? textOf(of('/ActualText')) : undefined;
      const mcid = operands.includes('/MCID') ? Number(of('/MCID')) : undefined;
      const now = { artifact: operands[0] === '/Artifact', mcid };
      marked.push({ ...now, instead: undefined });
      if (instead !== undefined) say(instead);
      marked.splice(-1, 1, { ...now, instead });
    },
    EMC: () => marked.pop(),
  };
  for (const [each] of content.matchAll(token)) {
    if (!/^[A-Za-z'"*]/.test(each)) {
      operands.push(each);
      continue;
    }
    operators[each]?.();
    operands = [];
  }
  return out;
}

/** §8.3.4: `inner` applied first. */
function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [g, h, i, j, k, l] = outer;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

function shownBy(operands: readonly string[], font: ReadonlyMap<number, string>): string {
  let text = '';
  for (const one of operands) {
    if (one[0] !== '(' && one[0] !== '<') continue;
    const bytes = bytesOf(one);
    for (let i = 0; i + 1 < bytes.length; i += 2)
      text += font.get(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)) ?? '';
  }
  return text;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a string (§7.3.4), each as a character. */
function bytesOf(written: string): string {
  if (written[0] === '<') {
    const hex = written.replace(/[<>\s]/g, '');
    return Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex').toString('latin1');
  }
  const inner = written.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  return inner.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    code >= '0' && code < '8' ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
}

/** A text string (§7.9.2.2): UTF-16 behind its mark, or one byte a character. */
function textOf(written: string): string {
  const bytes = bytesOf(written);
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  let text = '';
  for (let i = 2; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1));
  return text;
}

/** What the codes of a font stand for (§9.10.3, ToUnicode CMaps). */
export function readCharacterMap(map: string): Map<number, string> {
  const characters = new Map<number, string>();
  const utf16 = (hex: string) =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, from = '', to = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)) {
      characters.set(Number.parseInt(from, 16), utf16(to));
    }
  }
  return characters;
}
