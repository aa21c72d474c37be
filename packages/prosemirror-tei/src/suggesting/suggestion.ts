import type { Node } from 'prosemirror-model';
import { Mapping, type Step, type StepMap } from 'prosemirror-transform';
import { changedRegion } from '../to-tei/changed-region.js';
import { remake, type StepOver } from './remake.js';

/** One step of an author who suggests, and the suggestion that it belongs to. */
export interface LabelledStep {
  readonly step: Step;
  readonly label: string;
}

/** What others' edits have left of a suggestion and of the words that it is about: all, a part, or nothing that would change the text. */
export type Fit = 'whole' | 'part' | 'none';

/** A suggestion moved to where it belongs now. */
export interface RebasedSuggestion {
  readonly steps: readonly Step[];
  readonly fit: Fit;
  /** The document with the suggestion. */
  readonly doc: Node;
}

/**
 * Moves a suggestion over the edits that were made since, as everybody who holds it does: author, editor and server
 * come to the same.
 *
 * @param steps the suggestion, upon the document before those edits
 * @param over what they did, in order
 * @param doc the document that they lead to
 */
export function rebaseSuggestion(
  steps: readonly Step[],
  over: readonly StepMap[],
  doc: Node,
): RebasedSuggestion {
  return judged(remake(steps, doc, { over: over.map((map) => ({ map })) }), doc);
}

function judged(remade: ReturnType<typeof remake>, doc: Node): RebasedSuggestion {
  const steps = remade.steps.filter((step) => step !== undefined);
  if (steps.length === 0 || !changedRegion(doc, remade.doc)) return { steps: [], fit: 'none', doc };
  const whole = steps.length === remade.steps.length && !remade.changed;
  return { steps, fit: whole ? 'whole' : 'part', doc: remade.doc };
}

/** A suggestion as it is stored: upon the letter alone. */
export interface StandingSuggestion {
  readonly label: string;
  readonly steps: readonly Step[];
}

/** Puts suggestions that each stand upon the letter alone one upon the other: what their author sees and goes on from. */
export function stackSuggestions(
  doc: Node,
  suggestions: readonly StandingSuggestion[],
): { readonly steps: readonly LabelledStep[]; readonly doc: Node } {
  const stacked: LabelledStep[] = [];
  const over: StepMap[] = [];
  let now = doc;
  for (const { label, steps } of suggestions) {
    const rebased = rebaseSuggestion(steps, over, now);
    for (const step of rebased.steps) {
      stacked.push({ step, label });
      over.push(step.getMap());
    }
    now = rebased.doc;
  }
  return { steps: stacked, doc: now };
}

/**
 * The steps of one suggestion upon the letter alone, out of all that its author has done, in order, upon the letter.
 * Undefined when some of them stand upon those of another suggestion: the two are then one.
 *
 * @param doc the letter, without any of it
 */
export function aloneSteps(
  row: readonly LabelledStep[],
  belongs: (label: string) => boolean,
  doc: Node,
): readonly Step[] | undefined {
  const own = row.map(({ label }) => belongs(label));
  const { steps } = remake(
    row.map(({ step }) => step),
    doc,
    { keep: (index) => own[index] === true },
  );
  const kept = steps.filter((step) => step !== undefined);
  return kept.length === own.filter(Boolean).length ? kept : undefined;
}

/**
 * The steps that take one suggestion out of all that its author sees, in the order in which they are made. Undefined when
 * what others of them do would not be left as it is.
 *
 * @param doc the letter, without any of the row
 */
export function takenOut(
  row: readonly LabelledStep[],
  belongs: (label: string) => boolean,
  doc: Node,
): readonly Step[] | undefined {
  const docs = [doc];
  for (const { step } of row) docs.push(step.apply(docs.at(-1) ?? doc).doc ?? doc);
  const mapping = new Mapping(row.map(({ step }) => step.getMap()));
  const steps: Step[] = [];
  let now = docs.at(-1) ?? doc;
  for (const [index, { step, label }] of [...row.entries()].reverse()) {
    const made = docs[index];
    if (!belongs(label) || !made) continue;
    const back = step.invert(made).map(mapping.slice(index + 1));
    const result = back?.apply(now).doc;
    if (!back || !result) continue;
    mapping.appendMap(back.getMap(), index);
    steps.push(back);
    now = result;
  }
  const own = row.map(({ label }) => belongs(label));
  const others = remake(
    row.map(({ step }) => step),
    doc,
    { keep: (index) => own[index] !== true },
  );
  return others.doc.eq(now) ? steps : undefined;
}

/**
 * Which suggestions of a row have to be one, because what one does stands upon what another does: each such label with
 * the one that it joins. Few rows have any, as an edit that takes hold of a suggestion's place is given its label.
 */
export function entangled(row: readonly LabelledStep[], doc: Node): ReadonlyMap<string, string> {
  const joins = new Map<string, string>();
  const of = (label: string): string => {
    const other = joins.get(label);
    return other === undefined ? label : of(other);
  };
  const labels = () => [...new Set(row.map(({ label }) => of(label)))];
  const canStand = (...some: string[]) => aloneSteps(row, (label) => some.includes(of(label)), doc);
  for (const label of labels()) {
    while (!canStand(of(label))) {
      const others = labels().filter((other) => other !== of(label));
      const other = others.findLast((each) => canStand(of(label), each)) ?? others.at(-1);
      if (other === undefined) break;
      joins.set(other, of(label));
    }
  }
  return joins;
}

/**
 * What an author has added to a suggestion while it was accepted without that: a suggestion upon the letter with the
 * accepted one in it.
 *
 * @param accepted the suggestion as it was accepted, upon the letter as the author had it
 * @param added the steps that follow it
 * @param over the edits since; those with `is` are the steps of the accepted one
 * @param doc the document that they lead to
 */
export function remainderOf(
  accepted: readonly Step[],
  added: readonly Step[],
  over: readonly StepOver[],
  doc: Node,
): RebasedSuggestion {
  const all = [...accepted, ...added];
  const remade = remake(all, doc, { over, keep: (index) => index >= accepted.length });
  return judged({ ...remade, steps: remade.steps.slice(accepted.length) }, doc);
}
