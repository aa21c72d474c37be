/** How words are set apart from their neighbours. */
export interface Look {
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly smallCaps?: boolean;
  /** Letterspaced. */
  readonly spaced?: boolean;
  readonly underlined?: boolean;
  readonly struck?: boolean;
  readonly raised?: boolean;
  readonly lowered?: boolean;
}

/** What a paragraph consists of, in its order. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly look: Look }
  | { readonly kind: 'line' | 'page' }
  /** A callout, with the note that it calls. */
  | { readonly kind: 'note'; readonly note: WrittenNote };

export interface WrittenNote {
  readonly series: 'footnote' | 'endnote';
  readonly paragraphs: readonly WrittenParagraph[];
}

export interface WrittenParagraph {
  readonly kind: 'paragraph';
  /** The level of a heading; 0 for none. */
  readonly level: number;
  readonly pieces: readonly Piece[];
}

/** A table, by rows and cells. */
export interface WrittenTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly (readonly WrittenParagraph[])[])[];
}

export type WrittenBlock = WrittenParagraph | WrittenTable;

/** Where a file begins; the text of one that is Markdown or plain text stands as it is. */
export interface WrittenFile {
  readonly kind: 'file';
  readonly name: string;
  readonly text?: string;
}

/** Something in a document of a word processor that is not in the text that was read from it. */
export interface LeftOut {
  readonly code:
    | 'comment'
    | 'deletion'
    | 'doubled'
    | 'image'
    | 'link'
    | 'list-label'
    | 'look'
    | 'note-paragraphs'
    | 'note-numbers'
    | 'outside'
    | 'refused'
    | 'running-head'
    | 'table'
    | 'words';
  /** What it is and what became of it, in a sentence. */
  readonly message: string;
  /** The line of the text that it concerns, counted from 1, where it concerns one. */
  readonly line?: number;
}

/** A document of a word processor, as far as a printed volume has a use for it. */
export interface WrittenDocument {
  readonly blocks: readonly WrittenBlock[];
  readonly left: readonly LeftOut[];
}

/** Files one after the other, each with where it begins. */
export interface WrittenFiles {
  readonly blocks: readonly (WrittenBlock | WrittenFile)[];
  readonly left: readonly LeftOut[];
}

/** The text of such a document in the Markdown that the importer of printed volumes reads, with the account of what is not in it. */
export interface WrittenSource {
  readonly text: string;
  readonly left: readonly LeftOut[];
}
