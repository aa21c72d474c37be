import type { Role } from './role.js';
import { type Stage, stageAfter, stageLabel, stages } from './stage.js';
import { type Reading, readersOf, tandemReadings, type VerificationPolicy } from './verification.js';

/** All that decides whether a letter may be handed on. */
export interface Standing {
  readonly stage: Stage;
  /** How many findings are errors; null while the letter has not been checked. */
  readonly errors: number | null;
  readonly openSuggestions: number;
  /** Differences between two keyings that nobody has settled. */
  readonly openDiscrepancies: number;
  /** Notes that are called in the letter and are not approved. */
  readonly notesNotApproved: number;
  /** Passages that have been changed since a proof was signed, and not been read again. */
  readonly touchedPassages: number;
  readonly readings: readonly Reading[];
  /** Who transcribed the letter: nobody proofreads their own transcription. */
  readonly transcribers: readonly string[];
}

/** What a letter still lacks. */
export type LackCode =
  | 'not-checked'
  | 'errors'
  | 'suggestions'
  | 'discrepancies'
  | 'not-read'
  | 'same-person'
  | 'touched'
  | 'notes'
  | 'people'
  | 'tandem';

export interface Lack {
  readonly code: LackCode;
  /** For people: “2 suggestions are open.” */
  readonly words: string;
}

const proofs = ['first-proof', 'second-proof'] as const satisfies readonly Stage[];

/** The stages from which each role may hand a letter on. */
const handsOn: Record<Role, readonly Stage[]> = {
  'chief-editor': stages,
  editor: ['transcription', 'first-proof', 'second-proof', 'notes-review'],
  proofreader: proofs,
  transcriber: ['transcription'],
  reader: [],
};

/** The stages from which each role may return a letter. */
const returns: Record<Role, readonly Stage[]> = {
  'chief-editor': stages,
  editor: ['first-proof', 'second-proof', 'notes-review', 'ready'],
  proofreader: proofs,
  transcriber: [],
  reader: [],
};

/**
 * Whether somebody of this role may move a letter from one stage to another: on by one stage, or back by any number.
 *
 * @example
 * mayMove('transcriber', 'transcription', 'first-proof'); // true
 * mayMove('transcriber', 'first-proof', 'transcription'); // false
 */
export function mayMove(role: Role | undefined, from: Stage, to: Stage): boolean {
  if (role === undefined || from === to) return false;
  if (isReturn(from, to)) return returns[role].includes(from);
  return stageAfter(from) === to && handsOn[role].includes(from);
}

/** Whether a move leads back. */
export function isReturn(from: Stage, to: Stage): boolean {
  return stages.indexOf(to) < stages.indexOf(from);
}

/** What a letter lacks before it may leave its stage for the next; nothing for a letter that may go on. */
export function lacking(standing: Standing, policy: VerificationPolicy): Lack[] {
  const { stage } = standing;
  if (stage === 'published') return [];
  const found = [...inOrder(standing)];
  if (isProof(stage)) found.push(...proofLacking(standing, stage));
  if (stage === 'notes-review') found.push(...reviewLacking(standing, policy));
  return found;
}

function* inOrder(standing: Standing): Generator<Lack> {
  const { errors, openDiscrepancies, openSuggestions, stage } = standing;
  if (errors === null) yield { code: 'not-checked', words: 'The letter has not been checked yet.' };
  else if (errors > 0)
    yield { code: 'errors', words: `${counted(errors, 'finding is an error', 'findings are errors')}.` };
  if (openDiscrepancies > 0)
    yield {
      code: 'discrepancies',
      words: `${counted(openDiscrepancies, 'discrepancy between the two transcriptions is', 'discrepancies between the two transcriptions are')} open.`,
    };
  if (stage !== 'transcription' && openSuggestions > 0)
    yield {
      code: 'suggestions',
      words: `${counted(openSuggestions, 'suggestion is', 'suggestions are')} open.`,
    };
  if (standing.touchedPassages > 0)
    yield {
      code: 'touched',
      words: `${counted(standing.touchedPassages, 'passage has', 'passages have')} changed since a proof was signed, and ${standing.touchedPassages === 1 ? 'is' : 'are'} to be read again.`,
    };
}

function isProof(stage: Stage): stage is (typeof proofs)[number] {
  return (proofs as readonly Stage[]).includes(stage);
}

/** A second pair of eyes is a second person: neither who transcribed, nor who read the proof before. */
function* proofLacking({ readings, transcribers }: Standing, stage: Stage): Generator<Lack> {
  const made = readings.filter((reading) => reading.stage === stage);
  const label = stageLabel(stage).toLowerCase();
  if (made.length === 0) {
    yield { code: 'not-read', words: `No reading of the ${label} is recorded.` };
    return;
  }
  const before = readersOf(
    readings.filter((reading) => stages.indexOf(reading.stage) < stages.indexOf(stage)),
  );
  const seen = new Set([...transcribers, ...before]);
  if ([...readersOf(made)].every((reader) => seen.has(reader)))
    yield {
      code: 'same-person',
      words:
        stage === 'first-proof'
          ? 'The first proof has to be read by somebody who did not transcribe the letter.'
          : `The ${label} has to be read by somebody who has not worked on the letter’s text before.`,
    };
}

function* reviewLacking(standing: Standing, policy: VerificationPolicy): Generator<Lack> {
  const { notesNotApproved, readings } = standing;
  if (notesNotApproved > 0)
    yield { code: 'notes', words: `${counted(notesNotApproved, 'note is', 'notes are')} not approved.` };
  const people = readersOf(readings).size;
  if (people < policy.people)
    yield {
      code: 'people',
      words: `This edition demands readings by ${policy.people} people; ${people === 0 ? 'nobody has' : `${people} ${people === 1 ? 'has' : 'have'}`} read the letter.`,
    };
  const tandem = tandemReadings(readings);
  if (tandem < policy.inTandem)
    yield {
      code: 'tandem',
      words: `This edition demands ${counted(policy.inTandem, 'reading', 'readings')} in tandem or by double keying; there ${tandem === 1 ? 'is 1' : `are ${tandem}`}.${readings.some(({ unsigned }) => unsigned) ? ' One waits for the second reader’s signature.' : ''}`,
    };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
