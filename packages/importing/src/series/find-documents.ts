import { attributeValue, childElements, type XmlElement } from '@chancery/xml';

/** The documents of a file that holds several, and what each of them is. */
export interface FoundDocuments {
  readonly element: 'TEI' | 'div';
  /** In the order of the file; none stands within another. */
  readonly documents: readonly XmlElement[];
}

/** Values of `div/@type` that say that the division is a document of its own (TEI Guidelines, 4.1.1 leaves them to the project). */
const documentTypes: ReadonlySet<string> = new Set([
  'document',
  'doc',
  'letter',
  'message',
  'telegram',
  'cable',
  'memorandum',
  'dispatch',
  'despatch',
  'postcard',
  'aide-memoire',
  'draft',
]);

/**
 * The documents of a series: the `TEI` elements of a `teiCorpus` (TEI Guidelines, 15.1), or, within one `TEI`, its divisions that are
 * documents by their type, where there are two or more and the header describes no single letter (`correspDesc`, 2.4.6), of which the others
 * are enclosures then. Undefined for a file that is one letter.
 */
export function findDocuments(root: XmlElement): FoundDocuments | undefined {
  if (root.localName === 'teiCorpus') {
    const documents = outermost(
      root,
      ({ localName, namespace }) => localName === 'TEI' && namespace === root.namespace,
    );
    return documents.length > 0 ? { element: 'TEI', documents } : undefined;
  }
  if (outermost(root, ({ localName }) => localName === 'correspDesc').length === 1) return undefined;
  const bodies = outermost(root, ({ localName }) => localName === 'body');
  const documents = bodies.flatMap((body) =>
    outermost(
      body,
      (element) => element.localName === 'div' && documentTypes.has(attributeValue(element, 'type') ?? ''),
    ),
  );
  return documents.length > 1 ? { element: 'div', documents } : undefined;
}

function outermost(root: XmlElement, is: (element: XmlElement) => boolean): XmlElement[] {
  const found: XmlElement[] = [];
  const pending = childElements(root).reverse();
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    if (is(element)) found.push(element);
    else pending.push(...childElements(element).reverse());
  }
  return found;
}
