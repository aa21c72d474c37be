import { SetAttributesStep, WrapStep } from '@chancery/prosemirror-tei';
import type { Node } from 'prosemirror-model';
import { AddMarkStep, type Step } from 'prosemirror-transform';

/** The versions that made an element, and last made it say something else of itself. */
export interface ElementOrigin {
  /** 0 for an element that was imported. */
  readonly made: number;
  readonly changed: number | undefined;
}

/** Which version made each element of a letter, by its instance. An element that comes back keeps its origin. */
export class ElementOrigins {
  readonly #origins: Map<string, ElementOrigin>;

  constructor(origins: ReadonlyMap<string, ElementOrigin> = new Map()) {
    this.#origins = new Map(origins);
  }

  /** All elements of a document are the work of one version. */
  static of(doc: Node, version: number): ElementOrigins {
    const origins = new ElementOrigins();
    origins.#add(doc, 0, doc.content.size, version);
    return origins;
  }

  copy(): ElementOrigins {
    return new ElementOrigins(this.#origins);
  }

  get(id: string): ElementOrigin | undefined {
    return this.#origins.get(id);
  }

  /** A step has made `doc`, or what stands at its changed ranges. */
  follow(step: Step, doc: Node, version: number): void {
    if (step instanceof WrapStep || step instanceof AddMarkStep) this.#make(step.mark.attrs.id, version);
    if (step instanceof SetAttributesStep) {
      const made = this.#origins.get(step.id)?.made ?? version;
      this.#origins.set(step.id, { made, changed: version });
    }
    step.getMap().forEach((_from, _to, at, end) => {
      this.#add(doc, at, end, version);
    });
  }

  #add(doc: Node, from: number, to: number, version: number): void {
    if (from >= to) return;
    doc.nodesBetween(from, to, ({ attrs, marks }) => {
      this.#make(attrs.id, version);
      for (const mark of marks) this.#make(mark.attrs.id, version);
    });
  }

  #make(id: unknown, version: number): void {
    if (typeof id === 'string' && !this.#origins.has(id)) {
      this.#origins.set(id, { made: version, changed: undefined });
    }
  }
}
