import type { GeneratedPart, NonExtantMessage, Numbering, PrintedDate } from '../header/volume-metadata.js';
import type { NoteRule } from '../notes/note-rule.js';
import type { PageSetting } from './page-setting.js';

/** A place in the order: behind another document, or before all, of the volume or of a letter's enclosures. */
export interface DocumentPlace {
  /** The letter whose enclosure it is to be; `null` in the volume itself. */
  readonly enclosedIn: string | null;
  /** The document that it comes after; `null` for the first place. */
  readonly after: string | null;
}

/** One step up or down, into the letter above as its enclosure, or out of the letter that it is enclosed in. */
export type DocumentStep = 'up' | 'down' | 'in' | 'out';

/** Where a document that is new comes to stand: behind another one, or as the last of its enclosures. */
export interface NewPlace {
  readonly letter: string;
  readonly how: 'behind' | 'enclosed';
}

/** One change of what the volume's own file says of the volume as a whole. */
export type VolumeEdit =
  /** Lists a document that is new; with `null` last of all. `target` is the pointer to its file. */
  | { readonly change: 'listed'; readonly target: string; readonly place: NewPlace | null }
  | { readonly change: 'place'; readonly letter: string; readonly to: DocumentPlace }
  /** One step from where it stands; nothing where there is no such place. */
  | { readonly change: 'step'; readonly letter: string; readonly step: DocumentStep }
  /** Before or behind another document, as an enclosure of the same letter. */
  | {
      readonly change: 'beside';
      readonly letter: string;
      readonly beside: string;
      readonly where: 'before' | 'behind';
    }
  /** Fixes a document's number, or with `null` no longer. */
  | { readonly change: 'number'; readonly letter: string; readonly number: string | null }
  | { readonly change: 'numbering'; readonly value: Numbering }
  | { readonly change: 'date-rule'; readonly value: readonly PrintedDate[] }
  | { readonly change: 'date-style'; readonly value: string | null }
  | { readonly change: 'name-style'; readonly value: string | null }
  /** States how the notes of these series are labelled; of any other it says nothing. */
  | { readonly change: 'note-rules'; readonly value: readonly NoteRule[] }
  /** Leaves the images of the copy out of what is published, or does not. */
  | { readonly change: 'leave-images-out'; readonly value: boolean }
  /** States how the volume is set in print. */
  | { readonly change: 'page'; readonly value: PageSetting }
  | { readonly change: 'languages'; readonly value: readonly string[] }
  /** States the editorial method, in paragraphs. */
  | { readonly change: 'method'; readonly value: readonly string[] }
  /** Which parts are generated where they are to be printed. */
  | { readonly change: 'generated'; readonly value: readonly GeneratedPart[] }
  /** Puts a piece of the front or back matter before another one, or with `null` last. */
  | { readonly change: 'matter'; readonly piece: string; readonly before: string | null }
  /** An entry of the register of messages that were not found; without an index one more, with `null` one less. */
  | {
      readonly change: 'non-extant';
      readonly index?: number | undefined;
      readonly value: Omit<NonExtantMessage, 'id'> | null;
    };
