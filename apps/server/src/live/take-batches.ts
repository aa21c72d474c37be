import {
  applySteps,
  EditRefused,
  mostMovable,
  movedOver,
  type OpenLetter,
  schema,
} from '@chancery/prosemirror-tei';
import { Step } from 'prosemirror-transform';
import { stepJson } from '../contract/letter.js';
import type { StepsMessage } from '../contract/live.js';
import type { RecentStep, RecentSteps } from './recent-steps.js';
import { Refusal, reasons } from './refusal.js';
import { patchBetween } from './source-patch.js';
import type { CheckedBatch } from './store-steps.js';

/** A batch that waits to be stored, and whose it is. */
export interface Proposal {
  readonly userId: string;
  readonly clientId: string;
  readonly message: StepsMessage;
}

/** What becomes of batches that wait for one letter. */
export interface Taking<P extends Proposal> {
  /** The letter with all that is taken. */
  readonly letter: OpenLetter;
  /** To be stored together, in this order. */
  readonly taken: readonly CheckedBatch[];
  readonly refused: readonly { readonly proposal: P; readonly refusal: Refusal }[];
  /** Made for a version that is over, and not to be put behind what came since: their authors do that, where they are not stored already. */
  readonly late: readonly P[];
}

/** A letter that batches are proposed for. */
interface Current {
  readonly letter: OpenLetter;
  readonly version: number;
  readonly recent: RecentSteps;
}

/** Takes batches that wait for a letter, one behind the other, as far as they fit. Nothing is stored by it. */
export function takeBatches<P extends Proposal>(desk: Current, proposals: readonly P[]): Taking<P> {
  const taken: CheckedBatch[] = [];
  const refused: { proposal: P; refusal: Refusal }[] = [];
  const late: P[] = [];
  const now: RecentStep[] = [];
  let letter = desk.letter;
  for (const proposal of proposals) {
    try {
      const next = placed(desk, { letter, steps: now }, proposal);
      if (!next) {
        late.push(proposal);
        continue;
      }
      const { userId, clientId, message } = proposal;
      const { batch } = message;
      const steps = next.steps.map((step) => stepJson.parse(step.toJSON()));
      taken.push({ userId, clientId, batch, steps, patch: patchBetween(letter.source, next.letter.source) });
      now.push(...steps.map((step) => ({ step, clientId, batch })));
      letter = next.letter;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ proposal, refusal: error });
    }
  }
  return { letter, taken, refused, late };
}

/** What has been taken before within the same turn. */
interface Before {
  readonly letter: OpenLetter;
  readonly steps: readonly RecentStep[];
}

interface Placed {
  readonly letter: OpenLetter;
  readonly steps: readonly Step[];
}

/** The letter with a batch; undefined where it comes too late. */
function placed(desk: Current, before: Before, { clientId, message }: Proposal): Placed | undefined {
  const version = desk.version + before.steps.length;
  if (message.version > version) throw new Refusal('malformed', reasons.future);
  const steps = stepsOf(message.steps);
  if (message.version === version) return { letter: withSteps(before.letter, steps), steps };
  if (message.movable !== true || steps.length > mostMovable) return undefined;
  const pieces = desk.recent.piecesSince(message.version);
  if (!pieces) return undefined;
  const since = [...pieces.map((piece) => piece.steps), ...(before.steps.length > 0 ? [before.steps] : [])];
  // It may be this very batch, or another one that holds the same.
  if (since.flat().some((each) => each.clientId === clientId)) return undefined;
  const made = pieces[0]?.before ?? desk.letter.doc;
  try {
    const moved = movedOver(
      made,
      steps,
      since.map((piece) => piece.map(({ step }) => Step.fromJSON(schema, step))),
    );
    return moved && { letter: applySteps(before.letter, moved), steps: moved };
  } catch {
    // Whatever is the matter with it, its author is told when it comes again.
    return undefined;
  }
}

function stepsOf(json: StepsMessage['steps']): Step[] {
  try {
    return json.map((each) => Step.fromJSON(schema, each));
  } catch {
    throw new Refusal('malformed', reasons.fits);
  }
}

function withSteps(letter: OpenLetter, steps: readonly Step[]): OpenLetter {
  try {
    return applySteps(letter, steps);
  } catch (error) {
    if (error instanceof EditRefused)
      throw new Refusal(
        'not-representable',
        `${error.message} It was not stored; it is still on your screen.`,
      );
    throw new Refusal('does-not-apply', reasons.fits);
  }
}
