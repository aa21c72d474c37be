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
