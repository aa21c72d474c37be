import { escapeAttribute, readTag, type XmlElement } from '@chancery/xml';
import type { SourcePatch } from './source-patch.js';

/** The patches that give an element an attribute, or take it away; none where it has that value. */
export function attributePatch(
  source: string,
  element: XmlElement,
  name: string,
  value: string | undefined,
): SourcePatch[] {
  const tag = readTag(source, { start: element.start, end: element.contentStart });
  const span = tag.attributes.find((each) => each.name === name);
  if (span) {
    if (span.value === value) return [];
    if (value === undefined) {
      const space = /[ \t\r\n]*$/.exec(source.slice(element.start, span.start))?.[0].length ?? 0;
      return [{ start: span.start - space, end: span.end, text: '' }];
    }
    return [{ start: span.valueStart, end: span.valueEnd, text: escapeAttribute(value, span.quote) }];
  }
  if (value === undefined) return [];
  const quote = tag.attributes.at(-1)?.quote ?? quoteOf(source, element);
  const at = tag.attributes.at(-1)?.end ?? tag.nameEnd;
  return [{ start: at, end: at, text: ` ${name}=${quote}${escapeAttribute(value, quote)}${quote}` }];
}

/** The quotes that a file writes around values: those of the outermost element that has any. */
export function quoteOf(source: string, element: XmlElement): '"' | "'" {
  const outer = element.parent && quoteOf(source, element.parent);
  if (outer === "'") return outer;
  const tag = readTag(source, { start: element.start, end: element.contentStart });
  return outer ?? tag.attributes[0]?.quote ?? '"';
}
