import { isIllegalAt } from './illegal-character.js';
import { emphasized, fileSeparator, type SourceLine, spanStyles, style } from './source-line.js';

interface RawLine extends Omit<SourceLine, 'plain' | 'at' | 'styles'> {
  readonly source: string;
  /** Where its words begin and end in the source. */
  readonly from: number;
  readonly to: number;
}

/** A run of asterisks that may open or close emphasis. */
interface Run {
  readonly at: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

const emphasis = [style.plain, style.italic, style.bold, emphasized];

/**
 * Reads Markdown as OCR programs write it, or plain text, into lines. Of Markdown only what such texts use is read: headings,
 * emphasis with asterisks, spans in brackets, backslashes before signs, lines across the page, line ends that are kept; and lines that say which file
 * begins. All else is words, so
 * that plain text is read as it stands: an asterisk without a partner is an asterisk.
 */
export function readSourceLines(source: string): SourceLine[] {
  const raw = rawLines(source);
  const lines: SourceLine[] = [];
  for (let first = 0; first < raw.length; ) {
    let last = first + 1;
    if (raw[first]?.kind === 'text')
      while (raw[last]?.kind === 'text' && raw[last]?.level === 0 && raw[first]?.level === 0) last += 1;
    lines.push(...wordsOf(source, raw.slice(first, last)));
    first = last;
  }
  return lines;
}

function rawLines(source: string): RawLine[] {
  const lines: RawLine[] = [];
  const ends = /\r\n|\n|\r/g;
  for (let start = 0, number = 1; start <= source.length; number += 1) {
    const end = ends.exec(source);
    lines.push(rawLine(source, start, end?.index ?? source.length, number));
    if (end === null) break;
    start = ends.lastIndex;
  }
  return lines;
}

function rawLine(source: string, start: number, end: number, number: number): RawLine {
  const text = source.slice(start, end);
  const isNewPage = /^\s*\f/.test(text);
  const [lead = ''] = /^(?:\s|\uFEFF)*/.exec(text) ?? [];
  const heading = /^(#{1,6})\s+/.exec(text.slice(lead.length));
  const from = start + lead.length + (heading?.[0].length ?? 0);
  const body = source.slice(from, end);
  const isHardBreak = / {2,}$|\\$/.test(body) && body.trim() !== '';
  const trailing = /(?:\s|(?<!\\)\\)*$/.exec(body)?.[0] ?? '';
  const to = Math.max(from, end - trailing.length);
  const isRule = /^(?:-{3,}|_{3,}|\*{3,}|[—–]{3,})$/.test(text.trim());
  return {
    source,
    number,
    start,
    end,
    kind: text.startsWith(fileSeparator) ? 'file' : from >= to ? 'blank' : isRule ? 'rule' : 'text',
    isNewPage,
    level: heading?.[1]?.length ?? 0,
    indent: lead.replaceAll('\t', '    ').replace(/[\f\uFEFF]/g, '').length,
    isHardBreak,
    from,
    to,
  };
}

/** The words of the lines of one paragraph: emphasis may begin in one line and end in another. */
function wordsOf(source: string, lines: readonly RawLine[]): SourceLine[] {
  const runs = lines.flatMap((line) => (line.kind === 'text' ? runsOf(source, line) : []));
  const signs = pairsOf(runs);
  for (const line of lines) if (line.kind === 'text') addSpans(source, line, signs);
  let now: number = style.plain;
  return lines.map(({ source: _source, from, to, ...line }) => {
    if (line.kind !== 'text') {
      const plain = line.kind === 'file' ? source.slice(line.start + fileSeparator.length, line.end) : '';
      return { ...line, plain, at: new Int32Array(), styles: new Uint8Array() };
    }
    const at = new Int32Array(to - from);
    const styles = new Uint8Array(to - from);
    const pieces: string[] = [];
    let count = 0;
    for (let offset = from; offset < to; ) {
      const sign = signs.get(offset);
      if (sign !== undefined) {
        now ^= sign.style;
        offset += sign.length;
        continue;
      }
      if (isEscape(source, offset)) offset += 1;
      if (isIllegalAt(source, offset)) {
        offset += 1;
        continue;
      }
      // As far as nothing stands out, units are taken together.
      let end = offset + 1;
      while (end < to && isPlain(source.charCodeAt(end))) end += 1;
      pieces.push(source.slice(offset, end));
      styles.fill(now, count, count + end - offset);
      for (; offset < end; offset += 1) {
        at[count] = offset;
        count += 1;
      }
    }
    return { ...line, plain: pieces.join(''), at: at.subarray(0, count), styles: styles.subarray(0, count) };
  });
}

/** Neither an asterisk, a bracket nor a backslash, nor a unit that XML may not hold. */
function isPlain(code: number): boolean {
  return code >= 0x20 && code < 0xd800 && code !== 0x2a && (code < 0x5b || code > 0x5d);
}

interface Sign {
  readonly style: number;
  readonly length: number;
}

/** Spans in brackets whose names are all known; other brackets are words. */
function addSpans(source: string, { from, to }: RawLine, signs: Map<number, Sign>): void {
  if (!source.slice(from, to).includes(']{.')) return;
  const open: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (isEscape(source, at)) at += 1;
    else if (source[at] === '[') open.push(at);
    else if (source[at] === ']') {
      const opener = open.pop();
      const [sign = '', names = ''] = /^\]\{((?:\.[a-z]+ ?)+)\}/.exec(source.slice(at, to)) ?? [];
      const styles = names.split(' ').map((name) => spanStyles.get(name.slice(1)));
      if (opener === undefined || sign === '' || styles.includes(undefined)) continue;
      const all = styles.reduce<number>((sum, each) => sum | (each ?? 0), style.plain);
      signs.set(opener, { style: all, length: 1 });
      signs.set(at, { style: all, length: sign.length });
    }
  }
}

function isEscape(source: string, offset: number): boolean {
  return source[offset] === '\\' && /[!-/:-@[-`{-~]/.test(source[offset + 1] ?? '');
}

function runsOf(source: string, { from, to }: RawLine): Run[] {
  const runs: Run[] = [];
  for (let at = from; at < to; at += 1) {
    if (isEscape(source, at)) at += 1;
    else if (source[at] === '*') {
      let end = at + 1;
      while (source[end] === '*' && end < to) end += 1;
      const before = at > from ? source.charAt(at - 1) : '';
      const after = end < to ? source.charAt(end) : '';
      // A callout is no emphasis, though it may look like some.
      const isCallout = source.endsWith('<sup>', at) && source.startsWith('</sup>', end);
      const canOpen = !isCallout && isBeside(after, before);
      const canClose = !isCallout && isBeside(before, after);
      runs.push({ at, length: end - at, canOpen, canClose });
      at = end - 1;
    }
  }
  return runs;
}

/**
 * Whether a run stands close to a word on one side, as CommonMark 0.31 (§6.2, flanking delimiter runs) has it: white space is not
 * beside it there, and punctuation only if white space or punctuation is on the other side.
 */
function isBeside(near: string, far: string): boolean {
  if (near === '' || /\s/.test(near)) return false;
  return !/[\p{P}\p{S}]/u.test(near) || far === '' || /[\s\p{P}\p{S}]/u.test(far);
}

/** The runs that are signs of emphasis, by where they stand; the others are asterisks of the text. */
function pairsOf(runs: readonly Run[]): Map<number, Sign> {
  const signs = new Map<number, Sign>();
  const open: Run[] = [];
  for (const run of runs) {
    const opener = run.canClose ? open.findLast(({ length }) => length <= run.length) : undefined;
    if (opener) {
      open.length = open.indexOf(opener);
      const sign = { style: emphasis[opener.length] ?? style.plain, length: opener.length };
      signs.set(opener.at, sign);
      // Of more asterisks than were opened, the first ones are the text's: **TITLE***.
      signs.set(run.at + run.length - opener.length, sign);
    } else if (run.canOpen && run.length <= 3) open.push(run);
  }
  return signs;
}
