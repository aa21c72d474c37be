import { escapeAttribute, escapeText } from './escape.js';
import { parseTree, type XmlElement, type XmlNode } from './parse-tree.js';
import { decodeReference } from './references.js';

/**
 * One form for all sources that say the same, for comparing: after Canonical XML 1.1 (W3C), attributes sorted, values in
 * double quotes, empty elements as a pair of tags, CDATA as text, character references decoded, line ends as LF.
 * Comments and processing instructions inside of the root element are kept. Namespace declarations come before the other
 * attributes; prefixes stay as written, so the same names under another prefix are another form.
 *
 * It departs from the specification where a letter demands it: references to declared entities stay as written, since
 * they are never expanded; `>` is always written as a reference; attributes are sorted by their names as written, not by their
 * namespaces; namespace declarations are kept where they were written, even if they repeat what is in force; and what
 * stands outside of the root element is left out.
 *
 * @throws {NoRootElement} when there is no element at all.
 */
export function canonical(source: string): string {
  const out: string[] = [];
  write(parseTree(source), source, out);
  return out.join('');
}

function write(node: XmlNode, source: string, out: string[]): void {
  switch (node.type) {
    case 'element':
      writeElement(node, source, out);
      return;
    case 'text':
      out.push(canonicalText(source.slice(node.start, node.end)));
      return;
    case 'cdata':
      out.push(escapeText(lineEndsAsLf(node.value)));
      return;
    case 'comment':
      out.push('<!--', lineEndsAsLf(node.value), '-->');
      return;
    case 'pi':
      out.push('<?', lineEndsAsLf(node.value), '?>');
  }
}

function writeElement(element: XmlElement, source: string, out: string[]): void {
  out.push('<', element.name);
  const byName = [...element.attributes].sort((a, b) => {
    const declaredFirst = Number(b.name.startsWith('xmlns')) - Number(a.name.startsWith('xmlns'));
    if (declaredFirst !== 0) return declaredFirst;
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
  });
  for (const { name, value } of byName) out.push(' ', name, '="', escapeAttribute(value), '"');
  out.push('>');
  for (const child of element.children) write(child, source, out);
  out.push('</', element.name, '>');
}

function canonicalText(raw: string): string {
  return raw
    .split(/(&[^&;\s]+;)/)
    .map((piece, index) => {
      const text = index % 2 === 1 ? decodeReference(piece) : lineEndsAsLf(piece);
      return text === undefined ? piece : escapeText(text);
    })
    .join('');
}

/** XML 1.0 §2.11. */
function lineEndsAsLf(raw: string): string {
  return raw.replace(/\r\n?/g, '\n');
}
