/** Where the numbers of notes run on: by page in print, by volume, by document. */
export const noteSeries = ['footnote', 'endnote', 'textual'] as const;

export type NoteSeries = (typeof noteSeries)[number];

/** A note on the text, as its file has it. */
export interface NoteInText {
  /** Its `xml:id`; for a note without one its place among the notes of the file, from 1: `@2`. */
  readonly id: string;
  readonly series: NoteSeries;
  /** The label that is fixed for it, `@n`. */
  readonly label?: string | undefined;
  /** Its words; empty while it has none. */
  readonly text: string;
  /** The element as written: what is approved of a note is this. */
  readonly wording: string;
  /** Where it stands in the source. */
  readonly start: number;
  readonly end: number;
}

/** A place in the text that calls a note: a pointer, or the note itself where it stands in the text. */
export interface NoteCall {
  /** The file of the note, from the edition's folder. */
  readonly path: string;
  /** The {@link NoteInText.id} of the note. */
  readonly note: string;
  /** Whether it stands in the back matter. In a volume's own file that comes behind the letters, the rest before them. */
  readonly inBack: boolean;
  /** Where it stands in the source. */
  readonly start: number;
  readonly end: number;
}

/** The same with the words around it. */
export interface NoteCallout extends NoteCall {
  /** The sentence that calls it, up to the callout and behind it. */
  readonly before: string;
  readonly after: string;
  /** In words: “Paragraph 2”. */
  readonly where: string;
}
