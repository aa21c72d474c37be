/** How much of a file is accepted. Every figure is inclusive. */
export interface XmlLimits {
  /** Bytes of a file; for a source already decoded, UTF-16 units. */
  readonly bytes: number;
  /** Elements open at once, the root element being the first. */
  readonly depth: number;
  /** Attributes of one element, namespace declarations included. */
  readonly attributes: number;
  /** Characters that any one declared entity would have if it were expanded, which it never is. */
  readonly entityLength: number;
}

/** 50 MB, 256 elements deep, 256 attributes an element, 100,000 characters an entity: many times what letters need. */
export const defaultLimits: XmlLimits = {
  bytes: 50 * 1024 * 1024,
  depth: 256,
  attributes: 256,
  entityLength: 100_000,
};
