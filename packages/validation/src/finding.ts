/** How much a finding matters: an `error` must be put right before a letter is passed; a `warning` should be looked at. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Which check spoke.
 *
 * - `xml`: the text is not well-formed XML, or breaks a stated limit.
 * - `relaxng`: the letter departs from the edition's grammar, `schemas/letters.rng`.
 * - `schematron`: the letter departs from a rule of the editors, `schemas/letters.sch`.
 * - `editorial`: a rule that needs more than one file (used by the importer).
 */
export type FindingOrigin = 'xml' | 'relaxng' | 'schematron' | 'editorial';

/**
 * One change of one element that would settle a finding.
 *
 * `offset` is the place of the element's `<` in the source that was checked, in UTF-16 units, so that a caller
 * can find the element again in its own model of the same source.
 */
export type FixChange =
  | { readonly kind: 'set-attribute'; readonly offset: number; readonly name: string; readonly value: string }
  | { readonly kind: 'remove-attribute'; readonly offset: number; readonly name: string }
  | Renaming;

/**
 * A name in a tag to be written otherwise. Here `offset` is the place of the name itself, at which the source has
 * `from`; an element with an end tag needs two of them.
 */
export interface Renaming {
  readonly kind: 'rename';
  readonly offset: number;
  readonly from: string;
  readonly to: string;
}

/** A repair that may be offered as one click, because only one answer is right. */
export interface Fix {
  /** What the button says, such as “Record 1941-11-04”. */
  readonly label: string;
  readonly changes: readonly FixChange[];
}

/** An editor's mistake, with its place and what to do about it. Findings are plain data and survive `postMessage` and JSON. */
export interface Finding {
  /** Stable name of the kind of mistake, such as `element-unknown` or the `id` of a Schematron assertion. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in plain words; one or two sentences. */
  readonly message: string;
  readonly origin: FindingOrigin;
  /** XPath of the element, counted among siblings of its name: `/TEI/text/body/div/p[2]`. Empty when there is none. */
  readonly path: string;
  /** 1-based line; LF, CR LF and CR each end a line. */
  readonly line: number;
  /** 1-based column, in Unicode characters. */
  readonly column: number;
  /** 0-based place in the source, in UTF-16 units, where a caret may be put. */
  readonly offset?: number;
  /** 0-based end of the place in the source, exclusive. */
  readonly endOffset?: number;
  /** Name of the element that the finding is about. */
  readonly element?: string;
  /** The `xml:id` of the element, or of the nearest element around it that has one. */
  readonly id?: string;
  /** What stands there: an element's or attribute's name, or a value. */
  readonly found?: string;
  /** What may stand there: names of elements or attributes, values, or a description of a datatype. */
  readonly expected?: readonly string[];
  readonly fix?: Fix;
}
