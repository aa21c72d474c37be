import { isStage, type Stage, stageLabel } from './stage.js';

/** How a text is read against its copy. */
export const readingMethods = ['single', 'tandem', 'double-keying'] as const;
export type ReadingMethod = (typeof readingMethods)[number];

/** What a text is read against. */
export const readingCopies = ['original', 'photocopy', 'microfilm', 'print'] as const;
export type ReadingCopy = (typeof readingCopies)[number];

/** What a letter is read against, as it stands after “against”. */
export const copyNames: Readonly<Record<ReadingCopy, string>> = {
  original: 'the original',
  photocopy: 'a photocopy',
  microfilm: 'a microfilm',
  print: 'a print',
};

/** How it is read, as it stands after “read”. */
export const methodNames: Readonly<Record<ReadingMethod, string>> = {
  single: 'by one person',
  tandem: 'in tandem',
  'double-keying': 'by double keying',
};

/**
 * A reading in words, without the names of who read: “Read in tandem against a photocopy (first proof): two commas put in”.
 * Words that this release does not know stand as they are.
 */
export function readingWords(reading: {
  readonly method: string;
  readonly copy: string;
  readonly stage: string;
  readonly changes: string;
}): string {
  const method = readingMethods.find((each) => each === reading.method);
  const copy = readingCopies.find((each) => each === reading.copy);
  const stage = isStage(reading.stage) ? stageLabel(reading.stage).toLowerCase() : reading.stage;
  const read = `Read ${method ? methodNames[method] : reading.method} against ${copy ? copyNames[copy] : reading.copy} (${stage})`;
  return reading.changes === '' ? `${read}.` : `${read}: ${reading.changes}`;
}

/** One entry of the verification ledger, as far as it counts for a stage. */
export interface Reading {
  /** Who read: the holder of the copy. */
  readonly by: string;
  /** Who read with them, in a tandem reading or as the second keyer. */
  readonly partner?: string | undefined;
  /** Whether the second person has yet to sign it: until then it counts for the first one alone, as a single reading. */
  readonly unsigned?: boolean | undefined;
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
  return new Set(
    readings.flatMap(({ by, partner, unsigned }) =>
      partner === undefined || unsigned ? [by] : [by, partner],
    ),
  );
}

/** How many readings were made by two people at once, and are signed by both. */
export function tandemReadings(readings: readonly Reading[]): number {
  return readings.filter(({ method, unsigned }) => method !== 'single' && !unsigned).length;
}
