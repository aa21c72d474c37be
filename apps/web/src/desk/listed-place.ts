import { readCallouts, referencesOf } from '@chancery/tei';
import { childElements, offsetOfPlace, parseTree, type XmlElement } from '@chancery/xml';

/** A place in a letter's source; what stands in its header is shown by the metadata. */
interface ListedPlace {
  readonly start: number;
  readonly end: number;
  readonly isInHeader: boolean;
}

/**
 * The place that a list names in an address: `source.86:5` by line and column, `reference.2` and `callout.0` by its number among
 * those of the letter, from 0. Undefined for what is not there.
 */
export function listedPlace(source: string, address: string): ListedPlace | undefined {
  const [, kind, first, second = '1'] = /^(source|reference|callout)\.(\d+)(?::(\d+))?$/.exec(address) ?? [];
  const tei = parseTree(source);
  const span =
    kind === 'source'
      ? elementAt(tei, source, offsetOfPlace(source, { line: Number(first), column: Number(second) }))
      : kind === 'reference'
        ? referencesOf(tei)[Number(first)]
        : kind === 'callout'
          ? readCallouts(tei, '')[Number(first)]
          : undefined;
  if (!span) return undefined;
  const header = childElements(tei).find(({ localName }) => localName === 'teiHeader');
  return { start: span.start, end: span.end, isInHeader: header !== undefined && span.start < header.end };
}

/** The element that begins at an offset, or behind the space there; else the place itself. */
function elementAt(tei: XmlElement, source: string, offset: number): { start: number; end: number } {
  const at = offset + (/^\s*/.exec(source.slice(offset))?.[0].length ?? 0);
  const within = (element: XmlElement): XmlElement | undefined => {
    if (element.start === at) return element;
    const child = childElements(element).find(({ start, end }) => start <= at && at < end);
    return child && within(child);
  };
  return within(tei) ?? { start: at, end: at };
}
