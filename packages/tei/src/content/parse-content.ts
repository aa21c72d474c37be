import { type Content, choice, empty, type RepeatSign, repeat, sequence } from './content.js';

/** A content expression of the table that cannot be read: a mistake in a row. */
export class ContentSyntaxError extends Error {
  override readonly name = 'ContentSyntaxError';
}

const token = /\s*([A-Za-z][\w.]*|<text>|[(),|?*+])\s*/y;

/**
 * Reads a content expression: names joined by `,` (in this order) or by `|` (one of these), not both at one level
 * without parentheses; `?`, `*` and `+` after a name or a group repeat it. `text` is running text, `<text>` the element.
 *
 * @throws ContentSyntaxError when the expression is not of that form.
 */
export function parseContent(expression: string): Content {
  const tokens = tokensOf(expression);
  let at = 0;
  const fail = (): never => {
    throw new ContentSyntaxError(`Content expression "${expression}": unexpected ${tokens[at] ?? 'end'}`);
  };
  const group = (): Content => {
    const parts = [unit()];
    const separator = tokens[at];
    if (separator !== ',' && separator !== '|') return sequence(parts);
    while (tokens[at] === separator) {
      at += 1;
      parts.push(unit());
    }
    return separator === ',' ? sequence(parts) : choice(parts);
  };
  const unit = (): Content => {
    let content = atom();
    for (let sign = tokens[at]; isRepeatSign(sign); sign = tokens[at]) {
      content = repeat(content, sign);
      at += 1;
    }
    return content;
  };
  const atom = (): Content => {
    const next = tokens[at];
    if (next === undefined || /^[),|?*+]$/.test(next)) return fail();
    at += 1;
    if (next === 'empty') return empty;
    if (next === 'text') return { kind: 'text' };
    if (next === '<text>') return { kind: 'name', name: 'text' };
    if (next !== '(') return { kind: 'name', name: next };
    const inner = group();
    if (tokens[at] !== ')') return fail();
    at += 1;
    return inner;
  };
  const content = group();
  return at === tokens.length ? content : fail();
}

function isRepeatSign(sign: string | undefined): sign is RepeatSign {
  return sign === '?' || sign === '*' || sign === '+';
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < expression.length) {
    const from = token.lastIndex;
    const found = token.exec(expression)?.[1];
    if (found === undefined) {
      throw new ContentSyntaxError(
        `Content expression "${expression}": cannot read "${expression.slice(from)}"`,
      );
    }
    tokens.push(found);
  }
  return tokens;
}
