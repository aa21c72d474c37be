/** A TEI file of an edition. */
export interface TeiFile {
  /** Relative to the edition's folder, with slashes: `letters/stalin-1941-08-04.xml`. */
  readonly path: string;
  readonly source: string;
  /** The file's bytes, where they are not the source in UTF-8. What readers download is this, byte for byte. */
  readonly bytes?: Uint8Array;
  /** Its address in the edition, where that is not its `xml:id`. */
  readonly id?: string;
}

/** What an edition is published from: the volume's file, and the files of its documents in any order. */
export interface EditionSource {
  readonly volume: TeiFile;
  readonly letters: readonly TeiFile[];
  /** The schemas of its own that its letters keep to, RELAX NG and Schematron; where it has none, Chancery's. */
  readonly schemas?: { readonly rng?: string | undefined; readonly sch?: string | undefined } | undefined;
}
