import { escapeText } from '@chancery/xml';
import type { Flow } from '../reading/flow.js';
import { emphasized, spanStyles, style } from '../reading/source-line.js';
import { softSpace } from './wrap.js';

/** Units of a flow that stand within an element, or for which one stands. */
export type Span = {
  readonly from: number;
  readonly to: number;
} & ({ readonly open: string; readonly close: string } | { readonly instead: string | (() => string) });

/** How a flow is written. */
export interface InlineOptions {
  readonly spans?: readonly Span[];
  /** What italics become: a title of a book, emphasis, or nothing, nor bold either, where the kind of line says so already. */
  readonly italics: 'title' | 'hi' | 'none';
  /** Told of every unit that was written; `as` where it stands as something else. */
  use(offsets: Int32Array, as?: string): void;
}

/** The TEI of a flow. Its spaces may become line ends. */
export function inline(flow: Flow, { spans = [], italics, use }: InlineOptions): string {
  const inOrder = withoutOverlaps(spans);
  const marks = new Map(flow.marks.map((mark) => [mark.index, mark]));
  const readings = new Map(flow.readings.map((reading) => [reading.from, reading]));
  const { text, at, styles } = flow;
  let out = '';
  let now: number = style.plain;
  let wrap: { to: number; close: string } | undefined;
  let next = 0;
  const turn = (styles: number) => {
    const to = italics === 'none' ? styles & ~emphasized : styles;
    if (now === to) return;
    out += closeOf(now, italics) + openOf(to, italics);
    now = to;
  };
  for (let index = 0; index <= text.length; ) {
    if (wrap && index >= wrap.to) {
      turn(style.plain);
      out += wrap.close;
      wrap = undefined;
    }
    const mark = marks.get(index);
    if (mark?.kind === 'page') out += pageBreak(mark.n);
    if (index === text.length) break;
    if (mark?.kind === 'line') {
      turn(style.plain);
      out += '<lb/>';
      use(at.subarray(index, index + 1));
      index += 1;
      continue;
    }
    const span = inOrder[next];
    if (span && index >= span.from) {
      next += 1;
      turn(style.plain);
      if ('instead' in span) {
        use(at.subarray(span.from, span.to), '');
        out += typeof span.instead === 'string' ? span.instead : span.instead();
        index = span.to;
        continue;
      }
      out += span.open;
      wrap = span;
    }
    const reading = readings.get(index);
    if (reading) {
      turn(styles[index] ?? style.plain);
      use(at.subarray(reading.from, reading.to), reading.as);
      out += soft(reading.as);
      index = reading.to;
      continue;
    }
    turn(styles[index] ?? style.plain);
    let end = index + 1;
    const stop = Math.min(wrap?.to ?? text.length, inOrder[next]?.from ?? text.length);
    while (end < stop && styles[end] === styles[index] && !marks.has(end) && !readings.has(end)) end += 1;
    use(at.subarray(index, end));
    out += soft(text.slice(index, end));
    index = end;
  }
  turn(style.plain);
  return out;
}

/** A page break, with its number where it is known. */
export function pageBreak(n: string | undefined): string {
  return n === undefined ? '<pb/>' : `<pb n="${n}"/>`;
}

function soft(text: string): string {
  return escapeText(text).replaceAll(' ', softSpace);
}

/** Of spans that lie in one another the first and longest is written. */
function withoutOverlaps(spans: readonly Span[]): Span[] {
  let end = 0;
  return [...spans]
    .sort((one, other) => one.from - other.from || other.to - one.to)
    .filter(({ from, to }) => {
      if (from < end || to <= from) return false;
      end = to;
      return true;
    });
}

function openOf(now: number, italics: InlineOptions['italics']): string {
  const looks = [...spanStyles].flatMap(([name, each]) => (now & each ? [name] : []));
  return (
    (now & style.bold ? `<hi rend="bold">` : '') +
    (now & style.italic ? (italics === 'title' ? `<title level="m">` : `<hi rend="italic">`) : '') +
    (looks.length > 0 ? `<hi rend="${looks.join(' ')}">` : '')
  );
}

function closeOf(now: number, italics: InlineOptions['italics']): string {
  return (
    (now & ~emphasized ? '</hi>' : '') +
    (now & style.italic ? (italics === 'title' ? '</title>' : '</hi>') : '') +
    (now & style.bold ? '</hi>' : '')
  );
}
