import { teiNamespace } from '@chancery/tei';
import { childElements, escapeAttribute, lex, type XmlElement } from '@chancery/xml';
import type { CitableText, CitableUnit } from './citable-unit.js';
import { type AskedPlaces, findPlaces } from './find-places.js';

/** The namespace that DTS 1.0 gives the element around a passage. */
const dtsNamespace = 'https://w3id.org/api/dts#';

/**
 * What was asked for of a text, as well-formed TEI (DTS 1.0, “XML/TEI encoding and sub-tree representation”); undefined where all of
 * it was. The passage stands there as it does in the source, with the namespaces and the language that hold for it; an element that it
 * begins or ends in the middle of is opened or closed there.
 *
 * @throws {DtsRefusal}
 */
export function passageOf(text: CitableText, asked: AskedPlaces): string | undefined {
  const places = findPlaces(text, asked);
  if (places.kind === 'whole' || !text.root) return undefined;
  const [first, last] = places.kind === 'unit' ? [places.ref, places.ref] : [places.start, places.end];
  return wrapped(text.source, text.root, { start: first.start, end: Math.max(first.end, last.end) });
}

type Span = Pick<CitableUnit, 'start' | 'end'>;

function wrapped(source: string, root: XmlElement, span: Span): string {
  let around = root;
  for (let inner: XmlElement | undefined = root; inner; ) {
    around = inner;
    inner = childElements(inner).find(
      ({ contentStart, contentEnd }) => contentStart <= span.start && span.end <= contentEnd,
    );
  }
  const holding = inScope(around);
  let prefix = 'dts';
  while (holding.has(`xmlns:${prefix}`)) prefix += '_';
  if (!holding.has('xmlns')) holding.set('xmlns', '');
  const attributes = [...holding].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
  const name = `${prefix}:wrapper`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctypeOf(source, root)}<TEI xmlns="${teiNamespace}"><${name} xmlns:${prefix}="${dtsNamespace}"${attributes}>${cut(source, around, span)}</${name}></TEI>\n`;
}

/** Namespaces, language and white space as they are said around a passage, the nearest first. */
function inScope(around: XmlElement): Map<string, string> {
  const holding = new Map<string, string>();
  for (let up: XmlElement | undefined = around; up; up = up.parent) {
    for (const { name, value } of up.attributes)
      if (/^xmlns(?::|$)|^xml:(?:lang|space)$/.test(name) && !holding.has(name)) holding.set(name, value);
  }
  return holding;
}

/** The entities that the passage may name are declared there. */
function doctypeOf(source: string, root: XmlElement): string {
  if (root.name !== 'TEI') return '';
  for (const { kind, start, end } of lex(source.slice(0, root.start)))
    if (kind === 'doctype') return `${source.slice(start, end)}\n`;
  return '';
}

function cut(source: string, around: XmlElement, { start, end }: Span): string {
  return around.children
    .map((child) => {
      if (child.end <= start || child.start >= end) return '';
      if (child.type !== 'element' || (child.start >= start && child.end <= end))
        return source.slice(child.start, child.end);
      return `${source.slice(child.start, child.contentStart)}${cut(source, child, { start, end })}</${child.name}>`;
    })
    .join('');
}
