import { childElements, parseTree, type XmlElement } from '@chancery/xml';
import type { DocumentFrame, SeriesFrame } from './series-file.js';

/** A document of a series is wanting, so that its file cannot be given back. */
export class DocumentMissing extends Error {
  override readonly name = 'DocumentMissing';

  constructor(readonly id: string) {
    super(`The document “${id}” of the series is no longer there.`);
  }
}

/**
 * The file of a series with its documents as they stand now: what was not edited is character for character what was taken apart.
 *
 * @param sources of the letters, by their identifiers
 * @throws {DocumentMissing}
 */
export function joinSeries(
  { between, documents }: SeriesFrame,
  sources: ReadonlyMap<string, string>,
): string {
  return between
    .map((piece, index) => {
      const frame = documents[index];
      if (!frame) return piece;
      const source = sources.get(frame.id);
      if (source === undefined) throw new DocumentMissing(frame.id);
      return piece + documentIn(source, frame);
    })
    .join('');
}

/** Whether a letter has been changed where its document has no place in the series: in the header that was put before it. */
export function isChangedAround(source: string, { element, before, behind }: DocumentFrame): boolean {
  return element === 'div' && !(source.startsWith(before) && source.endsWith(behind));
}

/** The document as it stands in the series. Of a letter whose frame was changed, all that stands in its body. */
export function documentIn(source: string, frame: DocumentFrame): string {
  const { element, before, behind } = frame;
  if (source.startsWith(before) && source.endsWith(behind))
    return withoutDeclarations(source.slice(before.length, source.length - behind.length), frame);
  const root = parseTree(source);
  if (element === 'div') {
    const [start, end] = bodyOf(root);
    return withoutDeclarations(source.slice(start, end), frame);
  }
  // Comments before the TEI element may stand in a series too; an XML declaration or a document type may not.
  const comments = source.slice(0, root.start).match(/<!--[\s\S]*?-->/g) ?? [];
  const known = new Set(before.match(/<!--[\s\S]*?-->/g) ?? []);
  const kept = comments.filter((comment) => !known.has(comment)).join('');
  return kept + withoutDeclarations(source.slice(root.start), frame);
}

/**
 * A letter of a series with another document in the place of its own: what of it has no place in the series, as a header that was
 * changed, stays. Where the document is the letter's own, it is the letter as it is.
 *
 * @param document as it stands in the series
 */
export function withDocument(source: string, frame: DocumentFrame, document: string): string {
  if (documentIn(source, frame) === document) return source;
  const { element, before, behind, declarations } = frame;
  const name = /^<[^\s/>]+/.exec(document)?.[0] ?? '';
  const whole = name + declarations + document.slice(name.length);
  if (element === 'TEI' || !isChangedAround(source, frame)) return before + whole + behind;
  const [start, end] = bodyOf(parseTree(source));
  return source.slice(0, start) + whole + source.slice(end);
}

function bodyOf(root: XmlElement): [start: number, end: number] {
  const body = child(child(root, 'text'), 'body') ?? root;
  return [body.contentStart, body.contentEnd];
}

function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent && childElements(parent).find(({ localName }) => localName === name);
}

/** Where the declarations stand as they were put in, they are taken out; elsewhere they say nothing new, and stay. */
function withoutDeclarations(document: string, { declarations }: DocumentFrame): string {
  const name = /^<[^\s/>]+/.exec(document)?.[0] ?? '';
  return declarations !== '' && document.startsWith(declarations, name.length)
    ? name + document.slice(name.length + declarations.length)
    : document;
}
