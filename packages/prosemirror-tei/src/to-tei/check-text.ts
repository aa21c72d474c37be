import type { DocToken } from './doc-token.js';
import { EditRefused } from './edit-refused.js';

/** XML 1.0, production 2 (Char), without the surrogates, which are judged in pairs. */
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uD800-\uDFFF\uE000-\uFFFD]/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Refuses characters that cannot be written in the place where they stand.
 *
 * @throws {EditRefused} `illegal-character` or `line-break-in-text`.
 */
export function checkText(tokens: readonly DocToken[]): void {
  let checked: unknown;
  for (const { node, preserve } of tokens) {
    if (node === checked) continue;
    checked = node;
    const text = node.isText ? (node.text ?? '') : '';
    refuseIllegal(text);
    if (/[\t\n\r]/.test(text) && !(preserve && !text.includes('\r'))) {
      throw new EditRefused(
        'line-break-in-text',
        'A line end or tab cannot stand in running text: use a line beginning.',
      );
    }
    for (const held of [node, ...node.marks]) {
      const attrs: Readonly<Record<string, string>> = held.attrs.attrs ?? {};
      for (const value of Object.values(attrs)) refuseIllegal(value);
    }
  }
}

function refuseIllegal(text: string): void {
  const found = ILLEGAL.exec(text) ?? LONE_SURROGATE.exec(text);
  if (!found) return;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  throw new EditRefused('illegal-character', `The character U+${code} cannot stand in XML.`);
}
