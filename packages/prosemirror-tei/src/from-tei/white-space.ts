const SPACE = 32;

/** White space as XML has it: space, tab, line feed, carriage return. A no-break space is text. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === 10 || code === 13 || code === 9;
}

/** Whether the text is nothing but white space. */
export function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

/** Whether white space holds a line end or a tab, and so may be hidden or shown as one space. */
export function breaksLine(text: string): boolean {
  return /[\t\r\n]/.test(text);
}

/** The offset after the run of white space at `from`. */
export function endOfSpace(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(source.charCodeAt(at))) at += 1;
  return at;
}

/** The length of the padding at the beginning of a textblock: the whole run, if it breaks the line. */
export function leadingPadding(source: string, from: number, to: number): number {
  const end = endOfSpace(source, from, to);
  return breaksLine(source.slice(from, end)) ? end - from : 0;
}

/**
 * The length of the padding at the end of a textblock: from the first line end or tab of the last run. Spaces before it
 * are text, so that a space typed at the end of a line is kept.
 */
export function trailingPadding(source: string, from: number, to: number): number {
  let at = to;
  while (at > from && isSpace(source.charCodeAt(at - 1))) at -= 1;
  while (at < to && source.charCodeAt(at) === SPACE) at += 1;
  return to - at;
}
