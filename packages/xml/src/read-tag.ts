import { decodeReferences } from './references.js';

/** One attribute of a tag, with its place in the source. All offsets are into the source that was read. */
export interface AttributeSpan {
  readonly name: string;
  /** The value as XML 1.0 §3.3.3 normalises it: references decoded, line ends and tabs as spaces. */
  readonly value: string;
  /** First character of the name. */
  readonly start: number;
  /** After the closing quote. */
  readonly end: number;
  /** First character of the value, after the opening quote. */
  readonly valueStart: number;
  /** The closing quote. */
  readonly valueEnd: number;
  readonly quote: '"' | "'";
}

/** A start tag, an end tag or an empty-element tag taken apart. */
export interface Tag {
  readonly name: string;
  /** First character of the name. */
  readonly nameStart: number;
  /** After the last character of the name. */
  readonly nameEnd: number;
  readonly attributes: readonly AttributeSpan[];
  readonly selfClosing: boolean;
}

const NO_ATTRIBUTES: readonly AttributeSpan[] = [];

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/**
 * Takes the tag at `token` apart. The tag is read by its quotes, so an attribute's value may hold `>` or what looks
 * like another attribute. For a tag that is not well-formed the attributes up to the fault are given.
 */
export function readTag(source: string, token: { readonly start: number; readonly end: number }): Tag {
  const nameStart = source.charCodeAt(token.start + 1) === 47 ? token.start + 2 : token.start + 1;
  const selfClosing = source.charCodeAt(token.end - 2) === 47 && nameStart < token.end - 2;
  const limit = token.end - (selfClosing ? 2 : 1);
  let at = nameStart;
  while (at < limit && !isSpace(source.charCodeAt(at))) at += 1;
  const nameEnd = at;
  const name = source.slice(nameStart, nameEnd);
  let attributes: AttributeSpan[] | undefined;
  for (;;) {
    while (at < limit && isSpace(source.charCodeAt(at))) at += 1;
    if (at >= limit) break;
    const start = at;
    while (at < limit && source.charCodeAt(at) !== 61 && !isSpace(source.charCodeAt(at))) at += 1;
    const attributeName = source.slice(start, at);
    while (at < limit && isSpace(source.charCodeAt(at))) at += 1;
    if (source.charCodeAt(at) !== 61) break;
    at += 1;
    while (at < limit && isSpace(source.charCodeAt(at))) at += 1;
    const quote = source[at];
    if (quote !== '"' && quote !== "'") break;
    const valueStart = at + 1;
    const valueEnd = source.indexOf(quote, valueStart);
    if (valueEnd < 0 || valueEnd >= token.end) break;
    at = valueEnd + 1;
    attributes ??= [];
    attributes.push({
      name: attributeName,
      value: attributeValue(source.slice(valueStart, valueEnd)),
      start,
      end: at,
      valueStart,
      valueEnd,
      quote,
    });
  }
  return { name, nameStart, nameEnd, attributes: attributes ?? NO_ATTRIBUTES, selfClosing };
}

function attributeValue(raw: string): string {
  return decodeReferences(/[\t\r\n]/.test(raw) ? raw.replace(/\r\n|[\t\r\n]/g, ' ') : raw);
}
