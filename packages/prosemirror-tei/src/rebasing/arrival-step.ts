import type { Node, Slice } from 'prosemirror-model';
import { Step, type StepMap, StepResult } from 'prosemirror-transform';
import { changedRegion } from '../to-tei/changed-region.js';

/**
 * Leads, in one editor alone, from a document to the one that it has become because others were first. It is never sent:
 * what stands in both keeps its place, however much around it is another.
 */
export class ArrivalStep extends Step {
  private constructor(
    private readonly from: number,
    private readonly to: number,
    private readonly slice: Slice,
    private readonly places: StepMap,
  ) {
    super();
  }

  /** The step between two documents of which `places` tells how they go together; undefined where they are the same. */
  static between(before: Node, after: Node, places: StepMap): ArrivalStep | undefined {
    const region = changedRegion(before, after);
    return (
      region && new ArrivalStep(region.from, region.oldTo, after.slice(region.from, region.newTo), places)
    );
  }

  override apply(doc: Node): StepResult {
    return StepResult.fromReplace(doc, this.from, this.to, this.slice);
  }

  override getMap(): StepMap {
    return this.places;
  }

  override invert(doc: Node): ArrivalStep {
    const { from, to, slice, places } = this;
    return new ArrivalStep(from, from + slice.size, doc.slice(from, to), places.invert());
  }

  override map(): null {
    return null;
  }

  override toJSON(): never {
    throw new NeverSent('What arrived is not sent again.');
  }
}

/** Something that belongs to one editor was to be sent. */
class NeverSent extends Error {
  override readonly name = 'NeverSent';
}
