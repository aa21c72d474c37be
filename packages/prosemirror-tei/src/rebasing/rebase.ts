import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import { SourceStep } from '../steps/source-step.js';
import { changedRanges } from './changed-ranges.js';
import { Concordance } from './concordance.js';
import { type Fate, fateOf, givenBack, undoneBy } from './given-back.js';
import { takenOver } from './taken-over.js';

/** One of one's own steps, and its place among them. */
interface OwnStep {
  readonly step: Step;
  readonly of: number;
}

/** A step that did not come to stand upon those of others. */
export interface DroppedStep extends OwnStep {
  /** The document, without the steps of others, that it was made in. */
  readonly before: Node;
}

/** What becomes of one's own steps when those of others are put before them. */
export interface Rebased {
  readonly steps: readonly OwnStep[];
  readonly dropped: readonly DroppedStep[];
  /** The document that both follow. */
  readonly base: Node;
  /** The document without the steps of others. */
  readonly mine: Node;
  /** The document with the steps of others, and without one's own. */
  readonly theirs: Node;
  /** The document with both. */
  readonly doc: Node;
  /** From `base` to `mine`. */
  readonly myChanges: Concordance;
  /** From `base` to `theirs`. */
  readonly theirChanges: Concordance;
  /** From `mine` to `doc`. */
  readonly concordance: Concordance;
}

/** A step of the letter cannot be taken: the log that it came from does not fit the document. */
export class StepDoesNotFollow extends Error {
  override readonly name = 'StepDoesNotFollow';
}

/**
 * Puts the steps of others before one's own: both follow `base`. What others wrote is never taken away by a step that
 * could not know of it, and what they took away is not brought back by undoing that one had taken it away as well.
 *
 * @throws {StepDoesNotFollow} when one of the steps does not follow what is before it.
 */
export function rebase(base: Node, own: readonly Step[], others: readonly Step[]): Rebased {
  let theirs = base;
  let theirChanges = Concordance.of(base.content.size);
  others.forEach((step, index) => {
    theirs = applied(step, theirs);
    theirChanges = theirChanges.changed('other', changedRanges(step), index).joined();
  });

  let mine = base;
  let doc = theirs;
  let myChanges = Concordance.of(base.content.size);
  let concordance = theirChanges;
  const steps: OwnStep[] = [];
  const dropped: DroppedStep[] = [];
  const undone = new Set(own.map(undoneBy));
  const fates = new Map<Step, Fate>();
  for (const [of, step] of own.entries()) {
    const fate = fates.get(undoneBy(step) ?? step);
    const back = fate && givenBack(step, fate);
    const moved = back?.isEmpty ? undefined : takenOver(back?.step ?? step, mine, concordance, doc);
    if (undone.has(step)) fates.set(step, fateOf(step, concordance, moved?.step));
    const ranges = changedRanges(step);
    const by = step instanceof SourceStep ? 'source' : 'mine';
    myChanges = myChanges.changed('other', ranges, by).joined();
    concordance = concordance.changed('one', back?.made ?? ranges, by);
    if (moved) {
      const come = back?.movedTo(moved.step) ?? changedRanges(moved.step, step);
      concordance = concordance.changed('other', come, by).joined();
      steps.push({ step: moved.step, of });
      doc = moved.doc;
    } else {
      concordance = concordance.joined();
      dropped.push({ step, of, before: mine });
    }
    mine = applied(step, mine);
  }
  return { steps, dropped, base, mine, theirs, doc, myChanges, theirChanges, concordance };
}

/**
 * The document after a step that was stored.
 *
 * @throws {StepDoesNotFollow} when it cannot be taken.
 */
export function applied(step: Step, doc: Node): Node {
  try {
    const result = step.apply(doc);
    if (result.doc) return result.doc;
    throw new StepDoesNotFollow(result.failed ?? 'It cannot be taken.');
  } catch (error) {
    if (error instanceof RangeError)
      throw new StepDoesNotFollow('It is for another place.', { cause: error });
    throw error;
  }
}
