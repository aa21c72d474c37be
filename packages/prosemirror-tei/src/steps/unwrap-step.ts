import type { Mark, Node, Schema } from 'prosemirror-model';
import { type Mappable, ReplaceStep, Step, StepMap, StepResult } from 'prosemirror-transform';
import { inlineBetween, withMarks } from './marked-range.js';
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
    const slice = withMarks(doc, this.from, this.to, (marks) => marks.filter((mark) => !this.#is(mark)));
    return StepResult.fromReplace(doc, this.from, this.to, slice);
  }

  override getMap(): StepMap {
    return StepMap.empty;
  }

  override invert(doc: Node): Step {
    const { from, to } = this;
    const nodes = inlineBetween(doc, from, to);
    const marks = nodes.map((node) => node.marks.find((each) => this.#is(each)));
    const [mark] = marks;
    const inOne = doc.resolve(from).sameParent(doc.resolve(to));
    // Somebody has meanwhile split the paragraph, or written in the range what is not in the element.
    if (!mark || !inOne || marks.includes(undefined)) return new ReplaceStep(from, to, doc.slice(from, to));
    const depths = nodes.map((node) => node.marks.findIndex((each) => this.#is(each)));
    return new WrapStep(from, to, mark, Math.min(...depths));
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

  #is(mark: Mark): boolean {
    return mark.type === this.mark.type && mark.attrs.id === this.mark.attrs.id;
  }
}

Step.jsonID('unwrapElement', UnwrapStep);
