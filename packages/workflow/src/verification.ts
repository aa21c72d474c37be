import type { Stage } from './stage.js';

/** How a text is read against its copy. */
export const readingMethods = ['single', 'tandem', 'double-keying'] as const;
export type ReadingMethod = (typeof readingMethods)[number];

/** What a text is read against. */
export const readingCopies = ['original', 'photocopy', 'microfilm', 'print'] as const;
export type ReadingCopy = (typeof readingCopies)[number];

/** One entry of the verification ledger, as far as it counts for a stage. */
export interface Reading {
  /** Who read: the holder of the copy. */
  readonly by: string;
  /** Who read with them, in a tandem reading or as the second keyer. */
  readonly partner?: string | undefined;
  readonly method: ReadingMethod;
  /** The stage at which it was made. */
  readonly stage: Stage;
}

/** What an edition demands before a letter is ready. */
export interface VerificationPolicy {
  /** How many different people have read the letter. */
  readonly people: number;
  /** How many of the readings were in tandem or by double keying. */
  readonly inTandem: number;
}

/** Two people, and one reading in tandem or by double keying. */
export const usualVerification: VerificationPolicy = { people: 2, inTandem: 1 };

/** The people who have read, each once. */
export function readersOf(readings: readonly Reading[]): ReadonlySet<string> {
  return new Set(readings.flatMap(({ by, partner }) => (partner === undefined ? [by] : [by, partner])));
}

/** How many readings were made by two people at once. */
export function tandemReadings(readings: readonly Reading[]): number {
  return readings.filter(({ method }) => method !== 'single').length;
}
