import type { Node } from 'prosemirror-model';
import { type Mappable, type MapResult, ReplaceStep, type Step, type StepMap } from 'prosemirror-transform';
import { KnowingReplaceStep, ReplacePartsStep } from '../steps/replace-parts-step.js';
import { changedRanges } from './changed-ranges.js';
import type { Concordance } from './concordance.js';
import { wordsOf } from './words-of.js';

/** A step, moved over what others did, and the document after it. */
export interface MovedStep {
  readonly step: Step;
  readonly doc: Node;
}

/**
 * Moves a step, made in the document `before`, over what others did, and takes it; undefined where it has no place any
 * more. What others wrote within the words that it takes away stays.
 */
export function takenOver(
  made: Step,
  before: Node,
  concordance: Concordance,
  doc: Node,
): MovedStep | undefined {
  const { map } = concordance;
  const step = knowing(made, before);
  // What is typed where somebody else has typed comes before it, so that the two do not mingle.
  const moved = step.map(step instanceof ReplaceStep && step.from === step.to ? new Leaning(map) : map);
  if (!moved) return undefined;
  const ways = moved instanceof ReplacePartsStep ? [whole(moved), moved] : [moved];
  for (const way of ways) {
    const after = way?.apply(doc).doc;
    if (way && after && !takesTheirWords(way, concordance, doc)) return { step: way, doc: after };
  }
  return undefined;
}

/** Whether a step would take away words that others wrote meanwhile. */
function takesTheirWords(step: Step, concordance: Concordance, doc: Node): boolean {
  const theirs = concordance.runs.filter(({ side, by }) => side === 'other' && typeof by === 'number');
  return changedRanges(step).some(({ oldFrom, oldTo }) =>
    theirs.some(({ at, length }) => {
      const [from, to] = [Math.max(oldFrom, at.other), Math.min(oldTo, at.other + length)];
      return from < to && wordsOf(doc.slice(from, to)) !== '';
    }),
  );
}

/** With what others put in between the parts; undefined where that would leave out what one of them brings. */
function whole({ parts }: ReplacePartsStep): Step | undefined {
  const [first, ...others] = parts;
  const last = others.at(-1) ?? first;
  if (!first || !last || others.some(({ slice }) => slice.size > 0)) return undefined;
  return new ReplaceStep(first.from, last.to, first.slice);
}

function knowing(step: Step, before: Node): Step {
  if (!(step instanceof ReplaceStep) || step.from === step.to || ('structure' in step && step.structure))
    return step;
  const { undoes } = step instanceof KnowingReplaceStep ? step : {};
  return new KnowingReplaceStep(step.from, step.to, step.slice, before.slice(step.from, step.to), undoes);
}

/** A map by which a place stays before what is put in there. */
class Leaning implements Mappable {
  constructor(private readonly over: StepMap) {}

  map(pos: number): number {
    return this.over.map(pos, -1);
  }

  mapResult(pos: number): MapResult {
    return this.over.mapResult(pos, -1);
  }
}
