/** What a date says of a letter. `handed` is the day on which a bearer gave it to somebody, `transmitted` that of its way otherwise. */
export type DateType = 'sent' | 'received' | 'signed' | 'handed' | 'transmitted';

/** A letter's ordinal number in its volume. It is shown, and never used as an address. */
export interface LetterNumber {
  /** The figure without its label: `5` of “No. 5”. */
  readonly text: string;
  /** The copy has lost the number and the editors have supplied it: it prints in brackets. */
  readonly supplied: boolean;
  /** Why the editors supplied this number. */
  readonly evidence?: string | undefined;
}

/** The title printed over a letter. */
export interface LetterTitle {
  /** The lines in one, white space normalized, without the asterisk. */
  readonly text: string;
  /** The document had no title and the editors gave it this one: it prints with an asterisk. */
  readonly supplied: boolean;
  /** The lines as printed. */
  readonly lines: readonly string[];
}

/** A date of a letter, with its value in the Gregorian calendar where the encoding gives one. */
export interface LetterDate {
  readonly type: DateType;
  /** ISO 8601, as precise as it is known: `1941-08-04`, `1941-08`. */
  readonly when?: string | undefined;
  /** The earliest and the latest possible day, where the date is not known exactly. */
  readonly notBefore?: string | undefined;
  readonly notAfter?: string | undefined;
  /** The two are the ends of a time that it lasted, and no limits of a day: `@from` and `@to`. */
  readonly isSpan?: boolean | undefined;
  /** How certain it is: `high`, `medium`, `low`, `unknown`. */
  readonly cert?: string | undefined;
  /** How exact it is: `low` for an approximate one. */
  readonly precision?: string | undefined;
  /** What it is known from: `internal`, `external`, `conjecture`. */
  readonly evidence?: string | undefined;
  /** The date in the letter's own words: “August 4, 1941”. Empty where the encoding gives a value only. */
  readonly printed: string;
  /** The whole line that it stands in: “Sent on August 4, 1941”, “Kuibyshev, November 2, 1941”. */
  readonly line?: string | undefined;
}

/** Somebody who sent, received or passed on a letter. */
export interface Correspondent {
  readonly name: string;
  /** Pointer to the person or body in a register, as written. */
  readonly ref?: string | undefined;
  /** The part this one had: `handed-by`, `handed-to`. */
  readonly role?: string | undefined;
  /** It is a body and not a person. */
  readonly isBody?: true;
}

/** A place from which a letter was sent, at which it was received, and so on. */
export interface LetterPlace {
  readonly name: string;
  readonly ref?: string | undefined;
  /** The type of its `correspAction`. */
  readonly action?: string | undefined;
}

/** What text the edition gives: the original wording, a translation, a translation back. */
export interface TextBasis {
  /** `original-wording`, `english-text`, or whatever the edition calls it. */
  readonly type?: string | undefined;
  /** The statement in words. */
  readonly text: string;
}

/** A place in a letter that calls an endnote of the volume. */
export interface EndnoteCallout {
  /** The pointer as written: `../volume.xml#endnote-1`. */
  readonly target: string;
  /** The note's identifier: `endnote-1`. */
  readonly id: string;
}

/** What the header says of a letter beyond {@link LetterMetadata}. Texts have their white space normalized. */
export interface LetterDescription {
  /** The copy-text and other sources: each `bibl` of `sourceDesc`. */
  readonly sources: readonly string[];
  /** The letters before and after it, and what else belongs to it: each `ref` and `ptr` of `correspContext`. */
  readonly context: readonly ContextReference[];
  /** The notes on the file, without the one on the basis of its text. */
  readonly notes: readonly HeaderNote[];
  /** Where the copies of the letter are kept: each `msDesc`, and the identifiers in it. */
  readonly manuscripts: readonly Manuscript[];
  /** The texts that the edition compares, by their sigla. */
  readonly witnesses: readonly Witness[];
  /** BCP 47 tag of the language that the letter was written in, where it is another. */
  readonly originalLanguage?: string | undefined;
  /** How it went from hand to hand, in words. */
  readonly route?: string | undefined;
}

/** A copy of the letter: where it is kept, and under which mark. */
export interface Manuscript {
  readonly settlement?: string | undefined;
  readonly repository?: string | undefined;
  readonly shelfmark?: string | undefined;
}

/** A text that the edition compares. */
export interface Witness {
  /** By which the apparatus knows it: its `xml:id`. */
  readonly siglum?: string | undefined;
  readonly text: string;
}

/** A pointer to another letter of the exchange. */
export interface ContextReference {
  readonly text: string;
  readonly target?: string | undefined;
  /** `prev`, `next`, or whatever the edition calls it. */
  readonly type?: string | undefined;
}

/** A note of the header. */
export interface HeaderNote {
  readonly text: string;
  readonly type?: string | undefined;
}

/** What lists, calendars and headings need to know of one letter. Whatever the letter does not say is undefined or empty. */
export interface LetterMetadata {
  /** `TEI/@xml:id`, by which the letter is addressed. */
  readonly id?: string | undefined;
  /** The main title of the header: “No. 2. F. Roosevelt and W. Churchill to J. V. Stalin”. */
  readonly headerTitle?: string | undefined;
  /** `div/@type` of the document: `letter`, `message`, `aide-memoire`. */
  readonly kind?: string | undefined;
  readonly number?: LetterNumber | undefined;
  readonly title?: LetterTitle | undefined;
  /** In the order of the document, then those that only the header gives. */
  readonly dates: readonly LetterDate[];
  /** The one of {@link dates} that stands in a calendar: sent, else received, else signed, else handed. */
  readonly date?: LetterDate | undefined;
  readonly senders: readonly Correspondent[];
  /** Those who signed it, where the header tells them by themselves. */
  readonly signatories: readonly Correspondent[];
  readonly addressees: readonly Correspondent[];
  /** Those through whose hands it went, in the order of the header. */
  readonly intermediaries: readonly Correspondent[];
  readonly places: readonly LetterPlace[];
  readonly textBasis?: TextBasis | undefined;
  /** BCP 47 tag of the text's language. */
  readonly language?: string | undefined;
  /** The first words of the first paragraph, notes left out. */
  readonly incipit?: string | undefined;
  /** The endnotes called, in the order of the text; one that is called twice stands twice. */
  readonly callouts: readonly EndnoteCallout[];
  /** How many page footnotes the text carries. */
  readonly footnotes: number;
}
