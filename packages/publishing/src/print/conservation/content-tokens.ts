const space = 32;
const percent = 37;
const open = 40;
const close = 41;
const less = 60;
const greater = 62;
const backslash = 92;
const openArray = 91;
const closeArray = 93;

/** White space and delimiters (ISO 32000-1 §7.2.2), by character code: 1 and 2. */
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, space]) kinds[code] = 1;
for (const sign of '()<>[]{}/%') kinds[sign.charCodeAt(0)] = 2;

/** Whether what begins so is an operator: neither a number nor a name, a string or an array. */
function isOperator(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 39 || code === 34;
}

/**
 * Goes through the operations of a content stream (ISO 32000-1 §7.8.2), which may be of many megabytes: each operator with
 * the operands before it, as they are written; an array, also of text with the moves between its glyphs, is one operand.
 */
export function eachOperation(
  content: string,
  tell: (operator: string, operands: readonly string[]) => void,
): void {
  let operands: string[] = [];
  let at = 0;
  while (at < content.length) {
    const code = content.charCodeAt(at);
    if (kinds[code] === 1) {
      at += 1;
      continue;
    }
    const end = endOfToken(content, at, code);
    if (isOperator(code)) {
      tell(content.slice(at, end), operands);
      operands = [];
    } else if (code !== percent) operands.push(content.slice(at, end));
    at = end;
  }
}

function endOfToken(content: string, start: number, code: number): number {
  if (code === open) return endOfString(content, start);
  if (code === openArray) return endOfArray(content, start);
  if (code === less) {
    if (content.charCodeAt(start + 1) === less) return start + 2;
    const end = content.indexOf('>', start);
    return end < 0 ? content.length : end + 1;
  }
  if (code === greater) return content.charCodeAt(start + 1) === greater ? start + 2 : start + 1;
  if (code === percent) {
    const end = content.indexOf('\n', start);
    return end < 0 ? content.length : end;
  }
  if (kinds[code] === 2 && content[start] !== '/') return start + 1;
  let end = start + 1;
  while (end < content.length && kinds[content.charCodeAt(end)] === 0) end += 1;
  return end;
}

/** Parentheses that balance stand in a string as they are (§7.3.4.2). */
function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    const code = content.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === open) depth += 1;
    else if (code === close) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return content.length;
}

function endOfArray(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    const code = content.charCodeAt(at);
    if (code === open) at = endOfString(content, at) - 1;
    else if (code === openArray) depth += 1;
    else if (code === closeArray) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return content.length;
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Goes through the bytes of a string as it is written (§7.3.4), which stands at `start`, and tells where it ends. */
function eachByte(content: string, start: number, tell: (byte: number) => void): number {
  if (content.charCodeAt(start) === less) {
    const end = endOfToken(content, start, less);
    const hex = content.slice(start + 1, end - 1).replace(/\s/g, '');
    for (const byte of Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex')) tell(byte);
    return end;
  }
  let depth = 1;
  for (let at = start + 1; at < content.length; at += 1) {
    let code = content.charCodeAt(at);
    if (code === backslash) {
      at += 1;
      code = content.charCodeAt(at);
      if (isDigit(code)) {
        code -= zero;
        for (let digits = 1; digits < 3 && isDigit(content.charCodeAt(at + 1)); digits += 1) {
          at += 1;
          code = (code * 8 + content.charCodeAt(at) - zero) & 255;
        }
      } else code = escapes[content[at] ?? ''] ?? code;
    } else if (code === open) depth += 1;
    else if (code === close) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
    tell(code);
  }
  return content.length;
}

/** The bytes of a string as it is written. */
export function bytesOf(written: string): Buffer {
  const bytes: number[] = [];
  eachByte(written, 0, (byte) => bytes.push(byte));
  return Buffer.from(bytes);
}

const zero = 48;

function isDigit(code: number): boolean {
  return code >= zero && code < zero + 10;
}

/**
 * Goes through what shows text, a string or an array of strings and moves (§9.4.3): the code of each glyph, of two bytes,
 * and the moves between them in thousandths of the font's size.
 */
export function eachGlyph(
  shown: string,
  glyph: (code: number) => void,
  move: (thousandths: number) => void,
): void {
  let high = -1;
  const take = (byte: number) => {
    if (high < 0) high = byte;
    else {
      glyph(high * 256 + byte);
      high = -1;
    }
  };
  let at = 0;
  while (at < shown.length) {
    const code = shown.charCodeAt(at);
    if (kinds[code] === 1 || code === openArray || code === closeArray) at += 1;
    else if (code === open || code === less) at = eachByte(shown, at, take);
    else {
      const end = endOfToken(shown, at, code);
      move(Number(shown.slice(at, end)));
      at = end;
    }
  }
}
