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

/** A picture of a page of the copy as it is published: a JPEG that lies ready. */
export interface EditionImage {
  /** What files of the edition point to, from its folder: `images/scan-1.jpg`, `images/volume.tif#page=2`. */
  readonly path: string;
  /** What it is called in the publication, the same as long as the picture is: `3f4a….jpg`. */
  readonly name: string;
  /** Where it lies on this computer; nothing is written there. */
  readonly file: string;
  /** Of its bytes. */
  readonly sha256: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** By what program it was made: another one may make it otherwise. */
  readonly recipe: string;
  /** What it shows, for who does not see it: empty where nobody has said, undefined where only the file that points to it may say it. */
  readonly alt?: string | undefined;
  /** What the copy calls the page, where that is told beside the file. */
  readonly label?: string | undefined;
}

/** What an edition is published from: the volume's file, and the files of its documents in any order. */
export interface EditionSource {
  readonly volume: TeiFile;
  readonly letters: readonly TeiFile[];
  /** The pictures of pages that the edition holds itself. */
  readonly images?: readonly EditionImage[] | undefined;
  /** The schemas of its own that its letters keep to, RELAX NG and Schematron; where it has none, Chancery's. */
  readonly schemas?: { readonly rng?: string | undefined; readonly sch?: string | undefined } | undefined;
}
