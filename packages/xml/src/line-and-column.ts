/** A place for people: both count from 1. Columns count Unicode characters, so an astral letter is one column. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The line and column of a UTF-16 `offset`. CR, LF and CR LF each end one line. Offsets beyond the end give the end. */
export function lineAndColumn(source: string, offset: number): Place {
  const limit = Math.max(0, Math.min(offset, source.length));
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < limit; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) {
      line += 1;
      lineStart = at + 1;
    }
  }
  let column = 1;
  for (let at = lineStart; at < limit; at += 1) {
    const code = source.charCodeAt(at);
    if (code < 0xdc00 || code > 0xdfff) column += 1;
  }
  return { line, column };
}

/** The UTF-16 offset of a line and column, the way back of {@link lineAndColumn}. A place beyond the end of its line gives that end. */
export function offsetOfPlace(source: string, { line, column }: Place): number {
  let at = 0;
  for (let here = 1; here < line && at < source.length; here += 1) {
    const end = /\r\n?|\n/g;
    end.lastIndex = at;
    at = end.exec(source) ? end.lastIndex : source.length;
  }
  for (let here = 1; here < column && at < source.length && !/[\r\n]/.test(source.charAt(at)); here += 1)
    at += (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}
