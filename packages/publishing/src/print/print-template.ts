import type { VolumeTemplate } from '@chancery/tei';

/** By which template a volume is set: one in place of its own, or as a proof of its own, with its page and line ends. */
export type PrintTemplate = VolumeTemplate | 'proof';

/** How far what is proofed has come. */
export interface ProofState {
  /** `First proof`. */
  readonly stage: string;
  readonly revision: string;
}

/** What stands on each page of a proof. */
export interface ProofMarks extends ProofState {
  /** When it was made, in words. */
  readonly date: string;
  /** Of the documents that have come elsewhere, by the paths of their files. */
  readonly documents?: Readonly<Record<string, ProofState>>;
}
