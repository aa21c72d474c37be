import type { Node } from 'prosemirror-model';
import { type Mappable, Mapping, type Step, type StepMap } from 'prosemirror-transform';
import { leftOf } from './left-of.js';

/** A step that others have made. */
export interface StepOver {
  readonly map: StepMap;
  /** Which of the steps that are taken back it is, where somebody else has made that very one. */
  readonly is?: number;
}

/** What came of making steps again. */
export interface Remade {
  /** Each step as it is now, in the order of those given; undefined where it was left out or fits no longer. */
  readonly steps: readonly (Step | undefined)[];
  readonly doc: Node;
  /** Whether others have changed, in part, what one of the steps takes away or marks. */
  readonly changed: boolean;
}

/**
 * Takes a row of steps back, takes in the steps of others, and makes those of the row again that are to be kept, each moved
 * to where it belongs now: what `rebaseSteps` of prosemirror-collab does, but with any of the steps left out, and without those
 * that would take away or mark other words than they were made for.
 *
 * @param doc the document that the steps of others lead to
 */
export function remake(
  steps: readonly Step[],
  doc: Node,
  { over = [], keep = () => true }: { over?: readonly StepOver[]; keep?: (index: number) => boolean },
): Remade {
  const mapping = new Mapping();
  const count = steps.length;
  const undone = (index: number) => count - 1 - index;
  for (const step of steps.toReversed()) mapping.appendMap(step.getMap().invert());
  for (const { map, is } of over) mapping.appendMap(map, is === undefined ? undefined : undone(is));
  let now = doc;
  let changed = false;
  const remade = steps.map((step, index) => {
    const moved = keep(index) ? moveStep(step, mapping.slice(count - index)) : undefined;
    const result = moved?.apply(now).doc;
    if (!moved || !result) return undefined;
    mapping.appendMap(moved.getMap(), undone(index));
    now = result;
    return moved;
  });
  return { steps: remade, doc: now, changed };

  function moveStep(step: Step, over_: Mappable): Step | undefined {
    const left = over.length > 0 ? leftOf(step, over_) : 'all';
    if (left === 'some') changed = true;
    return (left === 'none' ? undefined : step.map(over_)) ?? undefined;
  }
}
