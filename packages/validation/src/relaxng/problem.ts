import type { XmlElement } from '@chancery/xml';

/** One departure from the grammar, not yet in words. */
export interface Problem {
  readonly code:
    | 'element-unknown'
    | 'element-misplaced'
    | 'element-early'
    | 'element-repeated'
    | 'content-incomplete'
    | 'content-value'
    | 'text-misplaced'
    | 'attribute-unknown'
    | 'attribute-conflict'
    | 'attribute-missing'
    | 'attribute-value'
    | 'root-unknown';
  /** The element to point at. */
  readonly element: XmlElement;
  /** The element whose content is at fault, when that is not `element` itself. */
  readonly parent?: XmlElement | undefined;
  /** The sibling element that comes before, if any. */
  readonly after?: XmlElement | undefined;
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly attribute?: string;
  /** Names of elements or attributes, or values. Where something is missing: those that bring it nearer to its end. */
  readonly expected: readonly string[];
  /** Where something is missing: names of elements that may stand there too, and help nothing. */
  readonly optional?: readonly string[];
  /** Names that a misspelt one may have been meant for. */
  readonly meant?: readonly string[];
  /** Whether the one name that may have been meant can take the misspelt one's place without another problem. */
  readonly renamable?: boolean;
  /** A datatype in words, where values cannot be listed. */
  readonly description?: string | undefined;
  /** Whether the grammar also lets text stand there. */
  readonly text?: boolean;
}
