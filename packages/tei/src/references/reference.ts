/** What a reference leads to: a letter or other document, a note, a page, or a place in another book. */
export type ReferenceKind = 'letter' | 'note' | 'page' | 'elsewhere';

/** A reference in a letter's text. Its words are its own, or generated from what it leads to. */
export interface Reference {
  readonly kind: ReferenceKind;
  /** The file that it leads into, from the edition's folder: `letters/stalin-1941-08-04.xml`; its own for `#p2`. */
  readonly path?: string | undefined;
  /** The file's stem. */
  readonly name?: string | undefined;
  /** The `xml:id` of the place in the file. */
  readonly fragment?: string | undefined;
  /** A document elsewhere: `volume-one/493`. See TEI Guidelines, 3.7 Simple Links and Cross-References, `@cRef`. */
  readonly cRef?: string | undefined;
  /** As written: `../letters/a.xml#p2`, `volume-one/493`. */
  readonly written: string;
  /** Its own words; empty where they are generated. */
  readonly words: string;
  /** The words of the paragraph that it stands in. */
  readonly context: string;
  /** Where it stands in the source. */
  readonly start: number;
  readonly end: number;
}
