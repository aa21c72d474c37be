import type { NoteRule } from '../notes/note-rule.js';
import type { PageSetting } from '../volume/page-setting.js';
import type { Correspondent, DateType, LetterDate } from './letter-metadata.js';

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
  /** The number that is fixed for it here, whatever its place: `12a`. */
  readonly number?: string | undefined;
  /** The letter that it belongs to as an enclosure. */
  readonly enclosedIn?: string | undefined;
}

/** How the documents get their numbers: each bears its own, or they are counted in the order of the volume. */
export type Numbering = 'as-written' | 'by-place';

/** Somebody, or a body, whom a header names in a statement of responsibility. */
export interface Responsible {
  readonly id: string;
  readonly name: string;
}

/** What of a volume is generated where it is to be printed: from its header, from its emendations, from the names in it. */
export type GeneratedPart = 'method' | 'emendations' | 'index' | 'imprint' | 'colophon';

/** Where the date of a letter prints: under its number, or under its text at the left. */
export type DatePlace = 'under-number' | 'lower-left';

/** One sentence of the volume's rule of dates: this one prints there, if the letter has none that comes before it in the rule. */
export interface PrintedDate {
  readonly type: DateType;
  readonly place: DatePlace;
}

/** A message that is known of and was not found. */
export interface NonExtantMessage {
  readonly id?: string | undefined;
  readonly senders: readonly Correspondent[];
  readonly addressees: readonly Correspondent[];
  /** The date in words, and its value as far as it is known. */
  readonly date?: Omit<LetterDate, 'type' | 'line'> | undefined;
  /** Where it is told of: “Mentioned in Byrnes' Speaking Frankly, London, 1947, p. 64.” */
  readonly evidence: string;
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
  /** A label that is fixed for it; without one it is counted. */
  readonly n?: string | undefined;
  /** The note's words, or undefined where the source lacks them. */
  readonly text?: string | undefined;
  /** Why the text is wanting. */
  readonly gap?: string | undefined;
}

/** An entry of one of the volume's registers. */
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
  readonly numbering: Numbering;
  /** Which date of a letter prints, the first that it has, and where; empty where the volume states no rule. */
  readonly dateRule: readonly PrintedDate[];
  /** How dates are written that the editors supply: `month day, year`. Undefined where the volume does not say. */
  readonly dateStyle?: string | undefined;
  /** How lists write the names of persons: `surname first`. Undefined for as they are entered. */
  readonly nameStyle?: string | undefined;
  /** How notes are labelled, of the series of which the volume says so: see `noteRule`. */
  readonly noteRules: readonly NoteRule[];
  /** Whether the images of the copy are left out of what is published. */
  readonly leavesImagesOut: boolean;
  /** How the volume is set in print, whatever it says of it. */
  readonly page: PageSetting;
  /** Who answers for the edition, as letters point to them by `@resp`. */
  readonly responsible: readonly Responsible[];
  /** The statement of method as the desk keeps it, in paragraphs. */
  readonly silentMethod: readonly string[];
  /** What of the volume is generated where it is to be printed. */
  readonly generated: readonly GeneratedPart[];
  readonly nonExtant: readonly NonExtantMessage[];
  readonly front: readonly FrontPiece[];
  /** The pieces of the back matter, in the same way. */
  readonly back: readonly FrontPiece[];
  readonly endnotes: readonly Endnote[];
  readonly persons: readonly RegisterEntry[];
  readonly places: readonly RegisterEntry[];
  readonly organisations: readonly RegisterEntry[];
  readonly bibliography: readonly RegisterEntry[];
  readonly excluded: readonly ExcludedText[];
  /** Its main language, which is that of a letter that says nothing of its own. */
  readonly language?: string | undefined;
  /** All languages that the volume declares, as BCP 47 tags, the main one first. */
  readonly languages: readonly string[];
}
