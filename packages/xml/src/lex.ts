import { endOfDoctype } from './doctype.js';
import type { Token, TokenKind } from './token.js';

const LESS_THAN = 60;
const SLASH = 47;
const EXCLAMATION = 33;
const QUESTION = 63;
const GREATER_THAN = 62;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/**
 * Cuts an XML source into tokens that stand end to end: joining `source.slice(token.start, token.end)` over the
 * result gives the identical string back, whatever the source is. Nothing is decoded, expanded or normalised.
 *
 * The lexer judges nothing: a source that is not well-formed is cut as well as may be, and what never ends
 * becomes one token of kind `malformed`. Ask {@link checkWellFormed} first where that matters.
 *
 * @example
 * lex('<p>a</p>').map((token) => token.kind); // ['open', 'text', 'close']
 */
export function lex(source: string): Token[] {
  const tokens: Token[] = [];
  const cutter = new Cutter(source);
  const length = source.length;
  let at = 0;
  while (at < length) {
    if (source.charCodeAt(at) !== LESS_THAN) {
      const next = source.indexOf('<', at);
      const end = next < 0 ? length : next;
      tokens.push({ kind: 'text', start: at, end });
      at = end;
      continue;
    }
    const token = cutter.markup(at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

class Cutter {
  /** What has been looked for in vain: it does not stand further on either, and a second search would make lexing quadratic. */
  readonly #absent = new Set<string>();

  constructor(private readonly source: string) {}

  markup(start: number): Token {
    const { source } = this;
    switch (source.charCodeAt(start + 1)) {
      case SLASH:
        return this.#until(start, '>', 2, 'close');
      case QUESTION: {
        const declaration = start === 0 && /^<\?xml[ \t\r\n]/.test(source.slice(0, 6));
        return this.#until(start, '?>', 2, declaration ? 'declaration' : 'pi');
      }
      case EXCLAMATION:
        if (source.startsWith('<!--', start)) return this.#until(start, '-->', 4, 'comment');
        if (source.startsWith('<![CDATA[', start)) return this.#until(start, ']]>', 9, 'cdata');
        if (source.startsWith('<!DOCTYPE', start)) return this.#doctype(start);
        return this.#unended(start);
      default:
        return this.#tag(start);
    }
  }

  #indexOf(text: string, from: number): number {
    if (this.#absent.has(text)) return -1;
    const found = this.source.indexOf(text, from);
    if (found < 0) this.#absent.add(text);
    return found;
  }

  #until(start: number, close: string, skip: number, kind: TokenKind): Token {
    const found = this.#indexOf(close, start + skip);
    return found < 0 ? this.#unended(start) : { kind, start, end: found + close.length };
  }

  /** A file has one document type declaration; behind one that never ends none is looked for. */
  #doctype(start: number): Token {
    const end = this.#absent.has('<!DOCTYPE') ? -1 : endOfDoctype(this.source, start);
    if (end >= 0) return { kind: 'doctype', start, end };
    this.#absent.add('<!DOCTYPE');
    return this.#unended(start);
  }

  /** A `>` inside quotes does not end a tag, so the quotes have to be followed. */
  #tag(start: number): Token {
    const { source } = this;
    const length = source.length;
    for (let at = start + 1; at < length; at += 1) {
      const code = source.charCodeAt(at);
      if (code === GREATER_THAN) {
        const kind = source.charCodeAt(at - 1) === SLASH && at - 1 > start ? 'empty' : 'open';
        return { kind, start, end: at + 1 };
      }
      if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
        const closing = this.#indexOf(code === DOUBLE_QUOTE ? '"' : "'", at + 1);
        if (closing < 0) break;
        at = closing;
      } else if (code === LESS_THAN) {
        break;
      }
    }
    return this.#unended(start);
  }

  /** The rest up to the next `<`, so that one broken tag does not swallow the remainder of the file. */
  #unended(start: number): Token {
    const next = this.source.indexOf('<', start + 1);
    return { kind: 'malformed', start, end: next < 0 ? this.source.length : next };
  }
}
