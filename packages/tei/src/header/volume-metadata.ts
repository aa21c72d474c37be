/** One part of a title page, line for line. */
export interface TitlePagePart {
  /** `main`, `desc`, `volume`, `sub`, `dates`, or `imprint`. */
  readonly type?: string | undefined;
  readonly lines: readonly string[];
}

/** A document of the volume, in its place. */
export interface LetterTarget {
  /** The pointer as written, relative to the volume's file: `letters/stalin-1941-08-04.xml`. */
  readonly target: string;
  /** The file's stem, which is the letter's identifier. */
  readonly id: string;
}

/** A piece of the front matter, in the order of the volume. */
export interface FrontPiece {
  readonly id?: string | undefined;
  /** `title-page`, `commission`, `contents`, `foreword`, `publishers-note`. */
  readonly kind?: string | undefined;
  /** Its heading. A title page and a generated piece have none. */
  readonly title?: string | undefined;
}

/** A note of the volume's one series. Its figure is its place in the series. */
export interface Endnote {
  readonly id?: string | undefined;
  /** The figure that the source gave it. */
  readonly n?: string | undefined;
  /** The note's words, or undefined where the source lacks them. */
  readonly text?: string | undefined;
  /** Why the text is wanting. */
  readonly gap?: string | undefined;
}

/** A person or place of the volume's register. */
export interface RegisterEntry {
  readonly id?: string | undefined;
  readonly name: string;
  /** What the edition says in identification. */
  readonly note?: string | undefined;
}

/** Words of the source that the edition leaves out. */
export interface ExcludedText {
  readonly id?: string | undefined;
  readonly text: string;
  readonly reason: string;
}

/** What lists, title pages and navigation need to know of a volume. Whatever it does not say is undefined or empty. */
export interface VolumeMetadata {
  /** `TEI/@xml:id`. */
  readonly id?: string | undefined;
  /** The main title of the header. */
  readonly title?: string | undefined;
  /** The volume within a work of several: “Volume Two”. */
  readonly volume?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly titlePage: readonly TitlePagePart[];
  /** The documents in the order of the volume. */
  readonly letters: readonly LetterTarget[];
  readonly front: readonly FrontPiece[];
  readonly endnotes: readonly Endnote[];
  readonly persons: readonly RegisterEntry[];
  readonly places: readonly RegisterEntry[];
  readonly excluded: readonly ExcludedText[];
  readonly language?: string | undefined;
}
