import { Fragment, type Mark, Node, type Schema, Slice } from 'prosemirror-model';
import { Step, StepMap, StepResult } from 'prosemirror-transform';
import { type Attributes, validateAttributes } from '../schema/attributes.js';
import { findInstance } from './find-instance.js';
import { withMarks } from './marked-range.js';

/** Attributes to set; `null` takes one away. */
export type AttributeChanges = Readonly<Record<string, string | null>>;

/**
 * Sets attributes of an element by its instance id. It names the attributes one by one and no position, so it commutes
 * with the typing of others and with changes of other attributes of the same element.
 */
export class SetAttributesStep extends Step {
  constructor(
    readonly id: string,
    readonly changes: AttributeChanges,
    /** The order in which the attributes stood that this brings back; the others follow. */
    readonly order: readonly string[] = [],
  ) {
    super();
  }

  override apply(doc: Node): StepResult {
    const found = findInstance(doc, this.id);
    if (!found) return StepResult.fail('The element is not there any more.');
    const attrs = changed(found.attrs, this.changes, this.order);
    if (found.held instanceof Node) {
      const { held } = found;
      const node = held.type.create({ ...held.attrs, attrs }, null, held.marks);
      const slice = new Slice(Fragment.from(node), 0, held.isLeaf ? 0 : 1);
      return StepResult.fromReplace(doc, found.from, found.from + 1, slice);
    }
    const slice = withMarks(doc, found.from, found.to, (marks) =>
      marks.map((mark) => this.#renewed(mark, attrs)),
    );
    return StepResult.fromReplace(doc, found.from, found.to, slice);
  }

  override getMap(): StepMap {
    return StepMap.empty;
  }

  override invert(doc: Node): Step {
    const former = findInstance(doc, this.id)?.attrs ?? {};
    const back: Record<string, string | null> = {};
    for (const name of Object.keys(this.changes)) back[name] = former[name] ?? null;
    const bringsBack = Object.keys(this.changes).some(
      (name) => this.changes[name] === null && name in former,
    );
    return new SetAttributesStep(this.id, back, bringsBack ? Object.keys(former) : []);
  }

  override map(): Step {
    return this;
  }

  override toJSON(): object {
    const order = this.order.length > 0 ? { order: this.order } : {};
    return { stepType: 'setAttributes', id: this.id, changes: this.changes, ...order };
  }

  static override fromJSON(_schema: Schema, json: Record<string, unknown>): SetAttributesStep {
    const { id, changes, order } = json;
    if (typeof id !== 'string' || typeof changes !== 'object' || changes === null) {
      throw new RangeError('Invalid input for SetAttributesStep.fromJSON');
    }
    const read: Record<string, string | null> = {};
    for (const [name, value] of Object.entries(changes)) {
      if (value !== null && typeof value !== 'string')
        throw new RangeError('An attribute’s value is text or null.');
      validateAttributes({ [name]: value ?? '' });
      read[name] = value;
    }
    const names = Array.isArray(order) ? order.filter((name) => typeof name === 'string') : [];
    return new SetAttributesStep(id, read, names);
  }

  #renewed(mark: Mark, attrs: Attributes): Mark {
    return mark.attrs.id === this.id ? mark.type.create({ ...mark.attrs, attrs }) : mark;
  }
}

Step.jsonID('setAttributes', SetAttributesStep);

function changed(attrs: Attributes, changes: AttributeChanges, order: readonly string[]): Attributes {
  const next: Record<string, string> = { ...attrs };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete next[name];
    else next[name] = value;
  }
  if (order.length === 0) return next;
  const ordered: Record<string, string> = {};
  for (const name of [...order, ...Object.keys(next)]) {
    const value = next[name];
    if (value !== undefined) ordered[name] = value;
  }
  return ordered;
}
