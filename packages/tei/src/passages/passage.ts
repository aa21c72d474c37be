import type { Reading } from './reading.js';

/** What of a file a passage belongs to. */
export type PassageArea = 'text' | 'notes' | 'metadata';

/** The two ways in which a text with emendations is read: as the copy has it, or as the edition does. */
export type ReadingKind = 'written' | 'emended';

/** A paragraph, a heading, a note, a field of the header: words that belong together, and are searched as one. */
export interface Passage {
  /** Its place among the passages of the file, from 0. */
  readonly place: number;
  readonly area: PassageArea;
  /** “paragraph 3”, “page footnote”, “title”. */
  readonly label: string;
  /** Passages of one group are looked at together; a note of the volume is a group of its own. */
  readonly group: number;
  /** As the copy has it: with the writer's deletions, without what the editors have supplied or corrected. */
  readonly written: Reading;
  /** As the edition reads it; the same object where the two do not differ. */
  readonly emended: Reading;
}
