import type { Mark, Node, Schema } from 'prosemirror-model';
import { type Mappable, ReplaceStep, Step, StepMap, StepResult } from 'prosemirror-transform';
import { inlineBetween, sharedMarks, withMarks } from './marked-range.js';
import { UnwrapStep } from './unwrap-step.js';

/**
 * Puts a phrase element around a range of one textblock. It nests inside of the elements that hold the whole range and
 * outside of those that hold a part of it; with `depth`, outside of what lies deeper. ProseMirror's own mark step always
 * nests innermost, and its inverse forgets the nesting.
 */
export class WrapStep extends Step {
  constructor(
    readonly from: number,
    readonly to: number,
    readonly mark: Mark,
    readonly depth: number | undefined = undefined,
  ) {
    super();
  }

  override apply(doc: Node): StepResult {
    if (this.from >= this.to || this.to > doc.content.size)
      return StepResult.fail('There is nothing to mark.');
    const $from = doc.resolve(this.from);
    const parent = $from.parent;
    if (!parent.inlineContent || doc.resolve(this.to).parent !== parent) {
      return StepResult.fail('An element cannot be put around parts of two paragraphs.');
    }
    if (!parent.type.allowsMarkType(this.mark.type)) {
      return StepResult.fail('Text that stands loose beside blocks cannot be marked.');
    }
    const nodes = inlineBetween(doc, this.from, this.to);
    if (nodes.some((node) => this.mark.isInSet(node.marks)))
      return StepResult.fail('The text is in this element already.');
    const depth = Math.min(this.depth ?? Number.POSITIVE_INFINITY, sharedMarks(nodes).length);
    const slice = withMarks(doc, this.from, this.to, (marks) => [
      ...marks.slice(0, depth),
      this.mark,
      ...marks.slice(depth),
    ]);
    return StepResult.fromReplace(doc, this.from, this.to, slice);
  }

  override getMap(): StepMap {
    return StepMap.empty;
  }

  override invert(doc: Node): Step {
    const { from, to, mark } = this;
    // A piece of the same element, with other attributes, would be taken away with it.
    const isWithin = inlineBetween(doc, from, to).some(({ marks }) =>
      marks.some((each) => each.type === mark.type && each.attrs.id === mark.attrs.id),
    );
    return isWithin ? new ReplaceStep(from, to, doc.slice(from, to)) : new UnwrapStep(from, to, mark);
  }

  override map(mapping: Mappable): Step | null {
    const from = mapping.mapResult(this.from, 1);
    const to = mapping.mapResult(this.to, -1);
    if ((from.deleted && to.deleted) || from.pos >= to.pos) return null;
    return new WrapStep(from.pos, to.pos, this.mark, this.depth);
  }

  override toJSON(): object {
    const { from, to, mark, depth } = this;
    return {
      stepType: 'wrapElement',
      mark: mark.toJSON(),
      from,
      to,
      ...(depth === undefined ? {} : { depth }),
    };
  }

  static override fromJSON(schema: Schema, json: Record<string, unknown>): WrapStep {
    const { from, to, depth } = json;
    if (typeof from !== 'number' || typeof to !== 'number')
      throw new RangeError('Invalid input for WrapStep.fromJSON');
    return new WrapStep(
      from,
      to,
      schema.markFromJSON(json.mark),
      typeof depth === 'number' ? depth : undefined,
    );
  }
}

Step.jsonID('wrapElement', WrapStep);
