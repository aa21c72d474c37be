import type { Finding } from './finding.js';

/** The two schemas of an edition, as text. */
export interface Schemas {
  /** RELAX NG in the XML syntax, self-contained: no `include` or `externalRef`. */
  readonly rng: string;
  /** ISO Schematron with the `xslt2`, `xslt3` or `xpath31` query binding restricted to XPath 3.1. */
  readonly sch: string;
}

/** Both schemas, compiled; it works in a browser’s worker, in Node and in tests alike. Holds WebAssembly memory until it is disposed of. */
export interface Validator {
  /**
   * All findings of one TEI file, in the order of the source.
   *
   * A file that is not well-formed has exactly one finding, of origin `xml`. Otherwise there is a finding of
   * origin `relaxng` exactly when libxml2 calls the file invalid, doubled identifiers apart. Never throws on account of the source.
   */
  validate(source: string): Finding[];
  /** Gives the memory back. A validator that was disposed of must not be used. */
  dispose(): void;
}
