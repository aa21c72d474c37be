import type { SourceLine } from './source-line.js';

/** Something that stands between two characters of a {@link Flow}. */
export interface Mark {
  /** A page begins before this unit of the text; a line that is kept begins behind it, and it is the space for the line end. */
  readonly index: number;
  readonly kind: 'page' | 'line';
  /** The number of the page that begins. */
  readonly n?: string | undefined;
}

/** Words of the source as one run, whatever lines and pages they stood on; each unit knows where it comes from. */
export interface Flow {
  readonly text: string;
  /** For each unit of the text its offset in the source. A line end that is read as a space has its own. */
  readonly at: Int32Array;
  /** For each unit its styles, as a line has them. */
  readonly styles: Uint8Array;
  readonly marks: readonly Mark[];
  /** Units that are to be other words than the source has. */
  readonly readings: readonly Reading[];
  readonly first: SourceLine;
  /** Where its last line ends in the source. */
  readonly lineEnd: number;
}

/** What stands in place of some units of a flow, because OCR has misread them. */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly as: string;
}

/** How the lines of a flow are put together: line ends are spaces, or are kept. */
type LineEnds = 'spaces' | 'kept';

/** The words of lines as one flow. */
export function flowOf(lines: readonly SourceLine[], lineEnds: LineEnds = 'spaces'): Flow {
  const [first, ...rest] = lines;
  if (!first) throw new TypeError('A flow needs a line.');
  let flow: Flow = lineFlow(first);
  for (const line of rest) {
    const next = lineFlow(line);
    flow =
      lineEnds === 'kept'
        ? joined(flow, next, { space: true, marks: [{ kind: 'line' }] })
        : joined(flow, next, { space: true });
  }
  return flow;
}

function lineFlow(line: SourceLine): Flow {
  return {
    text: line.plain,
    at: line.at,
    styles: line.styles,
    marks: [],
    readings: [],
    first: line,
    lineEnd: line.end,
  };
}

/** Two flows as one: with a space between them that stands for the line end, with marks, or neither. */
export function joined(
  one: Flow,
  other: Flow,
  between: { space?: boolean; marks?: readonly Omit<Mark, 'index'>[] },
): Flow {
  const withSpace = between.space === true;
  const shift = one.text.length + (withSpace ? 1 : 0);
  const isSame = one.styles.at(-1) === other.styles[0];
  return {
    text: one.text + (withSpace ? ' ' : '') + other.text,
    at: withSpace ? spaced(Int32Array, one.at, one.lineEnd, other.at) : glued(Int32Array, one.at, other.at),
    styles: withSpace
      ? spaced(Uint8Array, one.styles, isSame ? (other.styles[0] ?? 0) : 0, other.styles)
      : glued(Uint8Array, one.styles, other.styles),
    marks: [
      ...one.marks,
      ...(between.marks ?? []).map((mark) => ({
        ...mark,
        index: mark.kind === 'line' ? one.text.length : shift,
      })),
      ...other.marks.map((mark) => ({ ...mark, index: mark.index + shift })),
    ],
    readings: [
      ...one.readings,
      ...other.readings.map(({ from, to, as }) => ({ from: from + shift, to: to + shift, as })),
    ],
    first: one.first,
    lineEnd: other.lineEnd,
  };
}

type Units = Int32Array | Uint8Array;

function glued<T extends Units>(Kind: new (length: number) => T, one: T, other: T): T {
  const units = new Kind(one.length + other.length);
  units.set(one);
  units.set(other, one.length);
  return units;
}

function spaced<T extends Units>(Kind: new (length: number) => T, one: T, space: number, other: T): T {
  const units = new Kind(one.length + 1 + other.length);
  units.set(one);
  units[one.length] = space;
  units.set(other, one.length + 1);
  return units;
}

/** A part of a flow. A mark at its beginning belongs to it, a mark at its end does not. */
export function partOf(flow: Flow, from: number, to = flow.text.length): Flow {
  return {
    ...flow,
    text: flow.text.slice(from, to),
    at: flow.at.subarray(from, to),
    styles: flow.styles.subarray(from, to),
    marks: flow.marks
      .filter(({ index }) => index >= from && index < to)
      .map((mark) => ({ ...mark, index: mark.index - from })),
    readings: flow.readings
      .filter((reading) => reading.from >= from && reading.to <= to)
      .map((reading) => ({ ...reading, from: reading.from - from, to: reading.to - from })),
  };
}

/** The flow with other words for some of its units. */
export function readAs(flow: Flow, from: number, to: number, as: string): Flow {
  return flow.text.slice(from, to) === as
    ? flow
    : { ...flow, readings: [...flow.readings, { from, to, as }].sort((one, other) => one.from - other.from) };
}
