import { type Node, type Schema, Slice } from 'prosemirror-model';
import {
  type Mappable,
  ReplaceAroundStep,
  ReplaceStep,
  Step,
  type StepMap,
  StepResult,
} from 'prosemirror-transform';
import { AdjoiningMap } from './adjoining-map.js';
import { type Part, spared } from './spared.js';

/** How many parts one step may have. */
const most = 10_000;

/**
 * Replaces several ranges of a document at once, in ascending order. It is what becomes of a replacement when it is
 * moved over the step of somebody who wrote within its range: what they wrote stays, between the parts.
 */
export class ReplacePartsStep extends Step {
  /** @param undoes the step that this one undoes */
  constructor(
    readonly parts: readonly Part[],
    readonly undoes?: Step,
  ) {
    super();
  }

  override apply(doc: Node): StepResult {
    let now = doc;
    for (const { from, to, slice } of this.parts.toReversed()) {
      const result = StepResult.fromReplace(now, from, to, slice);
      if (!result.doc) return result;
      now = result.doc;
    }
    return StepResult.ok(now);
  }

  override getMap(): StepMap {
    return new AdjoiningMap(this.parts.flatMap(({ from, to, slice }) => [from, to - from, slice.size]));
  }

  override invert(doc: Node): ReplacePartsStep {
    let moved = 0;
    const parts = this.parts.map(({ from, to, slice }) => {
      const start = from + moved;
      moved += slice.size - (to - from);
      return { from: start, to: start + slice.size, slice: doc.slice(from, to), gone: slice };
    });
    return new ReplacePartsStep(parts, this);
  }

  override map(mapping: Mappable): ReplacePartsStep | null {
    const parts = inOrder(this.parts.flatMap((part) => spared(part, mapping, this.undoes !== undefined)));
    return parts.length === 0 ? null : new ReplacePartsStep(parts, this.undoes);
  }

  override toJSON(): object {
    const parts = this.parts.map(({ from, to, slice }) => ({
      from,
      to,
      ...(slice.size > 0 ? { slice: slice.toJSON() } : {}),
    }));
    return { stepType: 'replaceParts', parts };
  }

  static override fromJSON(schema: Schema, json: Record<string, unknown>): ReplacePartsStep {
    if (!Array.isArray(json.parts) || json.parts.length === 0 || json.parts.length > most) throw invalid();
    let last = 0;
    const parts = json.parts.map((part: unknown): Part => {
      if (typeof part !== 'object' || part === null || !('from' in part) || !('to' in part)) throw invalid();
      const { from, to } = part;
      if (!isPosition(from) || !isPosition(to) || from < last || to < from) throw invalid();
      last = to;
      return { from, to, slice: Slice.fromJSON(schema, 'slice' in part ? part.slice : null) };
    });
    return new ReplacePartsStep(parts);
  }
}

Step.jsonID('replaceParts', ReplacePartsStep);

/**
 * A replacement that knows what it takes away, as far as that is whole, and which step it undoes if it undoes one. Sent and stored it is an ordinary
 * one.
 */
export class KnowingReplaceStep extends ReplaceStep {
  constructor(
    from: number,
    to: number,
    slice: Slice,
    readonly gone: Slice | undefined,
    readonly undoes?: Step,
  ) {
    super(from, to, slice);
  }
}

/** Parts in ascending order again, where one of them has been moved elsewhere. */
function inOrder(parts: readonly Part[]): Part[] {
  let end = 0;
  return parts
    .toSorted((one, other) => one.from - other.from)
    .map((part) => {
      // What is brought to within a range that is taken away comes behind it.
      const from = Math.max(part.from, end);
      end = Math.max(part.to, from);
      return { ...part, from, to: end };
    });
}

function isPosition(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function invalid(): RangeError {
  return new RangeError('Invalid input for ReplacePartsStep.fromJSON');
}

function moved(step: ReplaceStep, mapping: Mappable): Step | null {
  const { from, to, slice } = step;
  const { gone, undoes } = step instanceof KnowingReplaceStep ? step : {};
  const parts = spared({ from, to, slice, gone }, mapping, undoes !== undefined);
  const [only] = parts;
  if (!only) return null;
  if ('structure' in step && step.structure) {
    // A seam between two blocks is closed or stays open as a whole.
    const start = mapping.map(from, 1);
    return new ReplaceStep(start, Math.max(start, mapping.map(to, -1)), slice, true);
  }
  if (parts.length > 1) return new ReplacePartsStep(parts, undoes);
  return only.gone || undoes
    ? new KnowingReplaceStep(only.from, only.to, slice, only.gone, undoes)
    : new ReplaceStep(only.from, only.to, slice);
}

const around = ReplaceAroundStep.prototype.map;

/** Of an element that somebody else has replaced or taken away there is nothing left to replace. */
function isReplaced({ from, gapFrom, gapTo, to }: ReplaceAroundStep, mapping: Mappable): boolean {
  const isGone = (token: number) => mapping.mapResult(token, 1).deletedAfter;
  for (let token = from; token < gapFrom; token += 1) if (isGone(token)) return true;
  for (let token = gapTo; token < to; token += 1) if (isGone(token)) return true;
  return false;
}

// ProseMirror lets a replacement that is moved over the steps of others take with it what they have written within its
// range, in rebasing and in undoing alike. Both ask the step itself where it comes to stand, and what undoes it.
Object.defineProperties(ReplaceStep.prototype, {
  map: {
    value(this: ReplaceStep, mapping: Mappable) {
      return moved(this, mapping);
    },
  },
  invert: {
    value(this: ReplaceStep, doc: Node) {
      const { from, to, slice } = this;
      return new KnowingReplaceStep(from, from + slice.size, doc.slice(from, to), slice, this);
    },
  },
});
Object.defineProperty(ReplaceAroundStep.prototype, 'map', {
  value(this: ReplaceAroundStep, mapping: Mappable) {
    return isReplaced(this, mapping) ? null : around.call(this, mapping);
  },
});
