/** How much of a file is accepted. Every figure is inclusive. */
export interface XmlLimits {
  /** Bytes of a file; for a source already decoded, UTF-16 units. */
  readonly bytes: number;
  /** Elements open at once, the root element being the first. */
  readonly depth: number;
  /** Attributes of one element, namespace declarations included. */
  readonly attributes: number;
  /** Characters of the name of an element or attribute. */
  readonly name: number;
  /** Characters of the document type declaration with its internal subset. */
  readonly doctype: number;
  /** Characters that any one declared entity would have if it were expanded, which it never is. */
  readonly entityLength: number;
  /** Characters that all references to declared entities together would add to the text if they were expanded. */
  readonly expansion: number;
}

/**
 * 50 MB, 256 elements deep, 256 attributes an element, names of 1,000 characters, 1 MB of declarations, 100,000 characters an entity and 10 million
 * for all references: many times what letters need.
 */
export const defaultLimits: XmlLimits = {
  bytes: 50 * 1024 * 1024,
  depth: 256,
  attributes: 256,
  name: 1000,
  doctype: 1024 * 1024,
  entityLength: 100_000,
  expansion: 10_000_000,
};
