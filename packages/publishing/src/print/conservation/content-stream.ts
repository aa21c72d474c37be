import { bytesOf, eachGlyph, eachOperation } from './content-tokens.js';
import { type FontGlyphs, unknownFont } from './font-glyphs.js';

/** Text that a page shows at one place, as its content stream has it (ISO 32000-1 §9.4). */
export interface Shown {
  readonly text: string;
  /** Where its first glyph stands, in points from the lower left corner of the page. */
  readonly x: number;
  readonly y: number;
  /** How far its last glyph that is no space reaches, in points from the left. */
  readonly end: number;
  /** The marked-content identifier by which the structure tree knows it (§14.7.4.2). */
  readonly mcid: number | undefined;
}

/** The fonts of a page by their names in its resources. */
export type Fonts = ReadonlyMap<string, FontGlyphs>;

type Matrix = readonly [number, number, number, number, number, number];

interface Marked {
  readonly artifact: boolean;
  /** §14.9.4: said in place of the glyphs. */
  readonly instead: string | undefined;
  readonly mcid: number | undefined;
}

/** What a line may end with unseen: a space of whatever width. */
const space = /^\s+$/;

const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

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
  let font = unknownFont;
  let size = 0;
  /** How far the text of the line has come, in its own measure. */
  let pen = 0;
  const silent = () => marked.some(({ artifact, instead }) => artifact || instead !== undefined);
  const say = (text: string, from: number, to: number) => {
    const [a, b, , , e, f] = times(line, matrix);
    const mcid = marked.findLast((each) => each.mcid !== undefined)?.mcid;
    const x = from * a + e;
    out.push({ text, x, y: from * b + f, end: x + a * (to - from), mcid });
  };
  const show = (operands: readonly string[]) => {
    const from = pen;
    let text = '';
    let seen = pen;
    const { characters, widths, otherWidth } = font;
    eachGlyph(
      operands.at(-1) ?? '',
      (code) => {
        const character = characters[code] ?? '';
        text += character;
        pen += ((widths[code] ?? otherWidth) / 1000) * size;
        if (!space.test(character)) seen = pen;
      },
      (thousandths) => {
        pen -= (thousandths / 1000) * size;
      },
    );
    if (text === '' || marked.some(({ artifact }) => artifact)) return;
    // What is said in place of glyphs reaches as far as they do.
    if (silent()) {
      const said = out.at(-1);
      if (said) out[out.length - 1] = { ...said, end: Math.max(said.end, reach(seen)) };
    } else say(text, from, seen);
  };
  const reach = (to: number) => {
    const [a, , , , e] = times(line, matrix);
    return to * a + e;
  };
  const move = (to: Matrix) => {
    line = to;
    pen = 0;
  };
  const operators: Readonly<Record<string, (operands: readonly string[]) => void>> = {
    q: () => kept.push(matrix),
    Q: () => {
      matrix = kept.pop() ?? unmoved;
    },
    cm: (operands) => {
      matrix = times(numbers(operands), matrix);
    },
    BT: () => move(unmoved),
    Tm: (operands) => move(numbers(operands)),
    Td: (operands) => {
      const [x = 0, y = 0] = operands.slice(-2).map(Number);
      move(times([1, 0, 0, 1, x, y], line));
    },
    Tf: (operands) => {
      font = fonts.get(operands.at(-2) ?? '') ?? unknownFont;
      size = Number(operands.at(-1));
    },
    Tj: show,
    TJ: show,
    BMC: (operands) =>
      marked.push({ artifact: operands[0] === '/Artifact', instead: undefined, mcid: undefined }),
    BDC: (operands) => {
      const of = (name: string) => operands[operands.indexOf(name) + 1] ?? '';
      const instead = operands.includes('/ActualText') ? textOf(of('/ActualText')) : undefined;
      const mcid = operands.includes('/MCID') ? Number(of('/MCID')) : undefined;
      const now: Marked = { artifact: operands[0] === '/Artifact', instead: undefined, mcid };
      marked.push(now);
      if (instead === undefined) return;
      if (instead && !silent()) say(instead, pen, pen);
      marked[marked.length - 1] = { ...now, instead };
    },
    EMC: () => marked.pop(),
  };
  eachOperation(content, (operator, operands) => operators[operator]?.(operands));
  return out;
}

function numbers(operands: readonly string[]): Matrix {
  return operands.slice(-6).map(Number) as unknown as Matrix;
}

/** §8.3.4: `inner` applied first. */
function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [g, h, i, j, k, l] = outer;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** A text string (§7.9.2.2): UTF-16 behind its mark, or one byte a character. */
function textOf(written: string): string {
  const bytes = bytesOf(written);
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff;
  return isWide
    ? bytes
        .subarray(2, bytes.length & ~1)
        .swap16()
        .toString('utf16le')
    : bytes.toString('latin1');
}
