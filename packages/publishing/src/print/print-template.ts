import type { VolumeTemplate } from '@chancery/tei';

/** By which template a volume is set: one in place of its own, or as a proof of its own, with its page and line ends. */
export type PrintTemplate = VolumeTemplate | 'proof';

/** How far what is proofed has come. */
export interface ProofState {
  /** `First proof`. */
  readonly stage: string;
  readonly revision: string;
}

/** A question that the editors have at a place of a file. */
export interface ProofQuery {
  readonly path: string;
  /** Where in the file's source: between two characters of its text. */
  readonly offset: number;
  readonly words: string;
}

/** What stands on each page of a proof. */
export interface ProofMarks extends ProofState {
  /** When it was made, in words. */
  readonly date: string;
  /** Of the documents that have come elsewhere, by the paths of their files. */
  readonly documents?: Readonly<Record<string, ProofState>>;
  /** What stands in the margins. */
  readonly queries?: readonly ProofQuery[];
}
