import { type Change, ChangeSet, type TokenEncoder } from 'prosemirror-changeset';
import { Mark, type Node } from 'prosemirror-model';
import { Mapping, type Step } from 'prosemirror-transform';
import { findInstance } from '../steps/find-instance.js';
import { SetAttributesStep } from '../steps/set-attributes-step.js';
import { UnwrapStep } from '../steps/unwrap-step.js';
import { WrapStep } from '../steps/wrap-step.js';

/** Something in the document that has become another without words coming or going: a mark, or an element's attributes. */
export interface TouchedSpan {
  readonly label: string;
  readonly kind: 'wrap' | 'unwrap' | 'attributes';
  /** The element's name and instance. */
  readonly name: string;
  readonly id: string;
  /** Where it is in the document with the changes. */
  readonly from: number;
  readonly to: number;
}

/** A place that a suggestion has replaced, in the document with the changes. */
interface Held {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** A place that an edit takes hold of. */
interface Grasp {
  readonly from: number;
  readonly to: number;
  /** Whether what only adjoins it belongs to it. */
  readonly adjoins: boolean;
}

// Which words stand where, and in which elements: instance ids and attributes make no difference to a reader, except
// of what is nothing but its attributes.
const encoder: TokenEncoder<string | number> = {
  encodeCharacter: (char) => char,
  encodeNodeStart: (node) =>
    node.isLeaf ? JSON.stringify([node.type.name, node.attrs]) : `${node.type.name} ${node.attrs.name}`,
  encodeNodeEnd: () => 'end',
  compareTokens: (a, b) => a === b,
};

/** What suggestions have changed in a document, and where: whose is which. */
export class SuggestedSpans {
  readonly #set: ChangeSet<string>;
  /** Marks and attributes that have changed. */
  readonly touched: readonly TouchedSpan[];

  /** Every place that a step has replaced, also where the same words stand there again. */
  readonly #replaced: readonly Held[];

  private constructor(set: ChangeSet<string>, touched: readonly TouchedSpan[], replaced: readonly Held[]) {
    this.#set = set;
    this.touched = touched;
    this.#replaced = replaced;
  }

  /** None yet, upon a document. */
  static upon(doc: Node): SuggestedSpans {
    return new SuggestedSpans(ChangeSet.create<string>(doc, undefined, encoder), [], []);
  }

  /** The document without the changes. */
  get before(): Node {
    return this.#set.startDoc;
  }

  /** The words and elements that have come and gone, in order. */
  get changes(): readonly Change<string>[] {
    return this.#set.changes;
  }

  /** These and further steps; `label` says whose each is, and `after` is the document that they lead to. */
  add(steps: readonly Step[], label: (index: number) => string, after: Node): SuggestedSpans {
    const maps = steps.map((step) => step.getMap());
    const mapping = new Mapping(maps);
    const labels = steps.map((_, index) => label(index));
    const replaced = joined([
      ...this.#replaced.map((held) => grown(held, mapping)),
      ...maps.flatMap((map, index) => {
        const rest = mapping.slice(index + 1);
        const held: Held[] = [];
        map.forEach((_from, _to, from, to) => {
          held.push(grown({ label: labels[index] ?? '', from, to }, rest));
        });
        return held;
      }),
    ]);
    const touched = this.touched.flatMap((span) => moved(span, mapping));
    steps.forEach((step, index) => {
      const span = touchedBy(step, labels[index] ?? '', after, mapping.slice(index + 1));
      if (!span) return;
      const undone = touched.findIndex((each) => undoes(span, each));
      if (undone === -1) touched.push(span);
      else touched.splice(undone, 1);
    });
    return new SuggestedSpans(this.#set.addSteps(after, maps, labels), touched, replaced);
  }

  /** The suggestions that steps upon the document with the changes take hold of, or adjoin. */
  labelsAt(steps: readonly Step[], before: Node): ReadonlySet<string> {
    const labels = new Set<string>();
    const held = grasps(steps, before);
    for (const span of this.#replaced)
      if (held.some((each) => meet(each, { ...span, adjoins: true }))) labels.add(span.label);
    for (const span of this.touched)
      if (held.some((each) => meet(each, { ...span, adjoins: span.kind !== 'attributes' })))
        labels.add(span.label);
    return labels;
  }
}

/** Places of one suggestion that adjoin are one place. */
function joined(places: readonly Held[]): Held[] {
  const all: Held[] = [];
  for (const place of places.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = all.at(-1);
    if (last && last.label === place.label && place.from <= last.to)
      all[all.length - 1] = { ...last, to: Math.max(last.to, place.to) };
    else all.push(place);
  }
  return all;
}

/** Where a place is then, with what has come in at its edges. */
function grown(held: Held, mapping: Mapping): Held {
  return { ...held, from: mapping.map(held.from, -1), to: mapping.map(held.to, 1) };
}

function meet(one: Grasp, two: Grasp): boolean {
  if (one.adjoins && two.adjoins) return one.from <= two.to && two.from <= one.to;
  return one.from < two.to && two.from < one.to;
}

function grasps(steps: readonly Step[], before: Node): Grasp[] {
  const held: Grasp[] = [];
  const done = new Mapping();
  for (const step of steps) {
    const back = done.invert();
    const add = (from: number, to: number, adjoins: boolean) => {
      held.push({ from: back.map(from, -1), to: back.map(to, 1), adjoins });
    };
    const map = step.getMap();
    map.forEach((from, to) => {
      add(from, to, true);
    });
    if (step instanceof WrapStep || step instanceof UnwrapStep) add(step.from, step.to, false);
    if (step instanceof SetAttributesStep) {
      const found = attributesAt(step.id, before);
      if (found) held.push({ ...found, adjoins: false });
    }
    done.appendMap(map);
  }
  return held;
}

function attributesAt(id: string, doc: Node): { from: number; to: number; name: string } | undefined {
  const found = findInstance(doc, id);
  if (!found) return undefined;
  const { from, to, name } = found;
  return { from, to: found.held instanceof Mark ? to : from + 1, name };
}

/** What a step touches, where that is in the end: `mapping` leads there. */
function touchedBy(step: Step, label: string, after: Node, mapping: Mapping): TouchedSpan | undefined {
  if (step instanceof SetAttributesStep) {
    const found = attributesAt(step.id, after);
    return found && { label, kind: 'attributes', id: step.id, ...found };
  }
  if (!(step instanceof WrapStep || step instanceof UnwrapStep)) return undefined;
  const { name, id } = step.mark.attrs;
  const kind = step instanceof WrapStep ? 'wrap' : 'unwrap';
  const span = { label, kind, name: String(name), id: String(id), from: step.from, to: step.to } as const;
  return moved(span, mapping)[0];
}

function undoes(one: TouchedSpan, other: TouchedSpan): boolean {
  const kinds = [one.kind, other.kind];
  if (one.id !== other.id || !(kinds.includes('wrap') && kinds.includes('unwrap'))) return false;
  return one.from === other.from && one.to === other.to;
}

function moved(span: TouchedSpan, mapping: Mapping): TouchedSpan[] {
  const from = mapping.map(span.from, 1);
  const to = mapping.map(span.to, -1);
  return from < to ? [{ ...span, from, to }] : [];
}
