import type { Node } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { KnowingReplaceStep, ReplacePartsStep } from '../steps/replace-parts-step.js';
import { type ChangedRange, changedRanges } from './changed-ranges.js';
import type { Concordance } from './concordance.js';
import { withoutTokens } from './without-tokens.js';

/** What has become of a step that is undone before it was stored. */
export interface Fate {
  /** The step as it came to stand, where it did. */
  readonly step: Step | undefined;
  /**
   * What it was to take away, range by range: how many tokens, and the places among them of those that it did not take,
   * because others were first, or because it came not to stand.
   */
  readonly ranges: readonly { readonly length: number; readonly untaken: ReadonlySet<number> }[];
}

/** What a step came to, made where `concordance` tells how one's own document and that of all go together. */
export function fateOf(made: Step, concordance: Concordance, moved: Step | undefined): Fate {
  const { runs } = concordance;
  const map = moved?.getMap();
  const ranges = changedRanges(made).map(({ oldFrom, oldTo }) => {
    const untaken = new Set<number>();
    for (const { side, by, at, length } of runs) {
      if (side === 'other' || (side === 'one' && typeof by === 'string')) continue;
      const to = Math.min(oldTo, at.one + length);
      for (let token = Math.max(oldFrom, at.one); token < to; token += 1) {
        const there = at.other + token - at.one;
        if (side === 'one' || !map?.mapResult(there, 1).deletedAfter) untaken.add(token - oldFrom);
      }
    }
    return { length: oldTo - oldFrom, untaken };
  });
  return { step: moved, ranges };
}

/** The step that another one undoes, where it is known to. */
export function undoneBy(step: Step): Step | undefined {
  return step instanceof KnowingReplaceStep || step instanceof ReplacePartsStep ? step.undoes : undefined;
}

/** A step, made in the document `before`, as one that is known to undo another: what was sent or kept does not say so. */
export function knownToUndo(step: Step, undone: Step, before: Node): Step {
  if (step instanceof ReplacePartsStep) {
    const parts = step.parts.map((part) => ({ ...part, gone: before.slice(part.from, part.to) }));
    return new ReplacePartsStep(parts, undone);
  }
  if (!(step instanceof ReplaceStep)) return step;
  const { from, to, slice } = step;
  return new KnowingReplaceStep(from, to, slice, before.slice(from, to), undone);
}

/** An undoing that gives back only what was taken, and how the ranges of such steps are to be counted. */
export interface GivenBack {
  readonly step: Step;
  /** Whether it gives nothing back, and takes nothing away. */
  readonly isEmpty: boolean;
  /** The ranges of the undoing as it was made, with what it should not give back as what stood there before. */
  readonly made: readonly ChangedRange[];
  /** The ranges of what has become of `step`. */
  movedTo(moved: Step): readonly ChangedRange[];
}

/** What is left of an undoing, made in one's own document, of a step with that fate. */
export function givenBack(undoing: Step, { step: undone, ranges: taken }: Fate): GivenBack | undefined {
  const parts = partsOf(undoing);
  const fits = parts.length === taken.length;
  if (!fits || parts.some(({ slice }, index) => slice.size !== taken[index]?.length)) return undefined;
  const left = parts.map(({ slice }, index) => withoutTokens(slice, taken[index]?.untaken ?? new Set()));
  const slices = left.map(({ slice }) => slice);
  let next = 0;
  const pieces = left.map(({ gone }, index) => {
    const list: { length: number; range: number | undefined }[] = [];
    for (let token = 0; token < (parts[index]?.slice.size ?? 0); token += 1) {
      const last = list.at(-1);
      if (last && gone.has(token) === (last.range === undefined)) last.length += 1;
      else list.push({ length: 1, range: gone.has(token) ? undefined : next++ });
    }
    return list;
  });
  const inPieces = (ranges: readonly ChangedRange[], all: boolean) =>
    ranges.flatMap((whole) => {
      const list = (pieces[whole.range ?? -1] ?? []).filter(({ range }) => all || range !== undefined);
      let at = whole.newFrom;
      const brought = list.map(({ length, range }) => {
        const piece = {
          oldFrom: whole.oldFrom,
          oldTo: whole.oldFrom,
          newFrom: at,
          newTo: at + length,
          range,
        };
        at += length;
        return piece;
      });
      return [...brought, { ...whole, newFrom: at, newTo: at }];
    });
  const step =
    undoing instanceof ReplacePartsStep
      ? new ReplacePartsStep(
          undoing.parts.map((part, index) => ({ ...part, slice: slices[index] ?? part.slice })),
          undone,
        )
      : undoing instanceof KnowingReplaceStep
        ? new KnowingReplaceStep(undoing.from, undoing.to, slices[0] ?? undoing.slice, undoing.gone, undone)
        : undoing;
  return {
    step,
    isEmpty: parts.every(({ from, to }, index) => from === to && slices[index]?.size === 0),
    made: inPieces(changedRanges(undoing), true),
    movedTo: (moved) => inPieces(changedRanges(moved, step), false),
  };
}

function partsOf(step: Step) {
  if (step instanceof ReplacePartsStep) return step.parts;
  return step instanceof KnowingReplaceStep ? [step] : [];
}
