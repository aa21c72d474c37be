import type { PartName } from './parts/part-name.js';

export const warningCodes = [
  'unknown-element',
  'in-preparation',
  'not-listed',
  'note-never-called',
  'dead-reference',
  'no-address',
  'no-day',
  'no-search',
  'print',
  'accessibility',
] as const;

/** Something that was published after a fashion, and that an editor may want to see to. */
export interface PublishWarning {
  readonly code: (typeof warningCodes)[number];
  readonly message: string;
  /** The file, as the edition names it. */
  readonly file?: string | undefined;
  /** Count from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** A part that was published. */
export interface PublishedPart {
  /** Where it is, relative to the folder published into; of a part of many files where to begin. */
  readonly path: string;
  /** How many pages it has, where it has pages. */
  readonly pages?: number;
}

/** What was published, part for part. */
export interface PublishReport extends Readonly<Partial<Record<PartName, PublishedPart>>> {
  /** The parts that the publication holds: those that were made, and those that were kept. */
  readonly offered: readonly PartName[];
  readonly warnings: readonly PublishWarning[];
}

export interface PublishProgress {
  readonly done: number;
  readonly total: number;
  /** What was done last, for people: `No. 2`, `Print volume`. */
  readonly label: string;
}
