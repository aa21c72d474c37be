import type { Mark, Node, Schema } from 'prosemirror-model';
import { type Mappable, ReplaceStep, Step, StepMap, StepResult } from 'prosemirror-transform';
import { inlineBetween, sharedMarks, withMarks } from './marked-range.js';
import { WrapStep } from './wrap-step.js';

/** Takes a phrase element away from a range, by its instance; its text stays. The inverse puts it back at its depth. */
export class UnwrapStep extends Step {
  constructor(
    readonly from: number,
    readonly to: number,
    readonly mark: Mark,
  ) {
    super();
  }

  override apply(doc: Node): StepResult {
    if (this.from >= this.to || this.to > doc.content.size)
      return StepResult.fail('There is nothing to unmark.');
    if (!this.#holds(doc)) return StepResult.fail('The element does not hold all of this any more.');
    const slice = withMarks(doc, this.from, this.to, (marks) => marks.filter((mark) => !this.#is(mark)));
    return StepResult.fromReplace(doc, this.from, this.to, slice);
  }

  override getMap(): StepMap {
    return StepMap.empty;
  }

  override invert(doc: Node): Step {
    const { from, to } = this;
    const shared = sharedMarks(inlineBetween(doc, from, to));
    const depth = shared.findIndex((mark) => this.#is(mark));
    const mark = shared[depth];
    // In two elements side by side there is no depth at which it could be put around both.
    return mark ? new WrapStep(from, to, mark, depth) : new ReplaceStep(from, to, doc.slice(from, to));
  }

  override map(mapping: Mappable): Step | null {
    const from = mapping.mapResult(this.from, 1);
    const to = mapping.mapResult(this.to, -1);
    if ((from.deleted && to.deleted) || from.pos >= to.pos) return null;
    return new UnwrapStep(from.pos, to.pos, this.mark);
  }

  override toJSON(): object {
    return { stepType: 'unwrapElement', mark: this.mark.toJSON(), from: this.from, to: this.to };
  }

  static override fromJSON(schema: Schema, json: Record<string, unknown>): UnwrapStep {
    const { from, to } = json;
    if (typeof from !== 'number' || typeof to !== 'number') {
      throw new RangeError('Invalid input for UnwrapStep.fromJSON');
    }
    return new UnwrapStep(from, to, schema.markFromJSON(json.mark));
  }

  /**
   * Whether the element holds the whole range as one. Somebody may have split the paragraph meanwhile, or put in what is
   * not in the element: taken away all the same, it could not be put back exactly as it was, and windows that undo and redo
   * while others type would come to differ.
   */
  #holds(doc: Node): boolean {
    const { from, to } = this;
    if (!doc.resolve(from).sameParent(doc.resolve(to))) return false;
    const nodes = inlineBetween(doc, from, to);
    const depth = nodes[0]?.marks.findIndex((each) => this.#is(each)) ?? -1;
    const mark = nodes[0]?.marks[depth];
    return mark !== undefined && nodes.every(({ marks }) => marks[depth]?.eq(mark));
  }

  #is(mark: Mark): boolean {
    return mark.type === this.mark.type && mark.attrs.id === this.mark.attrs.id;
  }
}

Step.jsonID('unwrapElement', UnwrapStep);
