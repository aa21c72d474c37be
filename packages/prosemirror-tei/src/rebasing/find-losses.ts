import type { Node } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { findInstance } from '../steps/find-instance.js';
import { ReplacePartsStep } from '../steps/replace-parts-step.js';
import { SetAttributesStep } from '../steps/set-attributes-step.js';
import { SourceStep } from '../steps/source-step.js';
import { UnwrapStep } from '../steps/unwrap-step.js';
import { WrapStep } from '../steps/wrap-step.js';
import { inTheWay } from './in-the-way.js';
import type { Loss, LostChange, LostWords, TwoValues } from './loss.js';
import type { DroppedStep, Rebased } from './rebase.js';
import { twoReadings } from './two-readings.js';
import { wordsOf } from './words-of.js';

/** What one's own steps have lost when those of others were put before them. */
export function findLosses(rebased: Rebased, own: readonly Step[], others: readonly Step[]): Loss[] {
  return [
    ...lostWords(rebased, others),
    ...twoReadings(rebased, others),
    ...twoValues(rebased, own, others),
    ...undoneDeletions(rebased, others),
    ...rebased.dropped.flatMap((dropped) => lostChange(dropped, rebased, others)),
  ];
}

function lostWords({ concordance, myChanges, mine }: Rebased, others: readonly Step[]): LostWords[] {
  return concordance.runs.flatMap(({ side, by, at, length }) => {
    if (side !== 'one' || by !== 'mine') return [];
    const slice = mine.slice(at.one, at.one + length);
    if (wordsOf(slice) === '') return [];
    const before = myChanges.map.invert().map(at.one, -1);
    const place = concordance.map.map(at.one, -1);
    return [{ kind: 'words', slice, at: place, by: inTheWay(before, before, others) }];
  });
}

/** What one has deleted, and stands there still. */
function undoneDeletions({ concordance, doc }: Rebased, others: readonly Step[]): LostChange[] {
  return concordance.runs.flatMap(({ side, by, at, length }) => {
    if (side !== 'other' || typeof by === 'number') return [];
    const words = wordsOf(doc.slice(at.other, at.other + length));
    if (words === '') return [];
    return [
      {
        kind: 'change',
        of: undefined,
        change: 'deletion',
        element: undefined,
        words,
        at: at.other,
        by: others.length === 1 ? 0 : undefined,
      },
    ];
  });
}

function twoValues(rebased: Rebased, own: readonly Step[], others: readonly Step[]): TwoValues[] {
  const values: TwoValues[] = [];
  const theirs = others.map((step) => (step instanceof SetAttributesStep ? step : undefined));
  const seen = new Set<string>();
  for (const step of own) {
    if (!(step instanceof SetAttributesStep)) continue;
    for (const attribute of Object.keys(step.changes)) {
      const by = theirs.findLastIndex((their) => their?.id === step.id && attribute in their.changes);
      if (by < 0 || seen.has(`${step.id} ${attribute}`)) continue;
      seen.add(`${step.id} ${attribute}`);
      const found = findInstance(rebased.doc, step.id);
      const mine = found?.attrs[attribute] ?? null;
      const their = valueIn(rebased.theirs, step.id, attribute);
      if (!found || mine === their) continue;
      values.push({
        kind: 'values',
        id: step.id,
        element: found.name,
        attribute,
        mine,
        theirs: their,
        at: found.from,
        by,
      });
    }
  }
  return values;
}

function valueIn(doc: Node, id: string, attribute: string): string | null {
  return findInstance(doc, id)?.attrs[attribute] ?? null;
}

/** A step that was dropped, as far as it was about more than words. Where what it was about is gone, so is its purpose. */
function lostChange(
  { step, of, before }: DroppedStep,
  rebased: Rebased,
  others: readonly Step[],
): LostChange[] {
  const told = describe(step, before);
  if (!told) return [];
  const place = told.from === undefined ? undefined : rebased.concordance.map.map(told.from, -1);
  return [
    {
      kind: 'change',
      of,
      change: told.change,
      element: told.element,
      words: told.words,
      at: Math.min(place ?? 0, rebased.doc.content.size),
      by: others.length === 1 ? 0 : undefined,
    },
  ];
}

interface Told {
  readonly change: LostChange['change'];
  readonly element: string | undefined;
  readonly words: string;
  readonly from: number | undefined;
}

function describe(step: Step, before: Node): Told | undefined {
  if (step instanceof WrapStep || step instanceof UnwrapStep) {
    const change = step instanceof WrapStep ? 'marking' : 'unmarking';
    const words = wordsOf(before.slice(step.from, step.to));
    return { change, element: String(step.mark.attrs.name), words, from: step.from };
  }
  if (step instanceof SetAttributesStep) {
    const found = findInstance(before, step.id);
    const words = Object.entries(step.changes)
      .map(([name, value]) => `${name}="${value ?? ''}"`)
      .join(' ');
    return { change: 'attributes', element: found?.name, words, from: found?.from };
  }
  if (step instanceof SourceStep)
    return { change: 'source', element: undefined, words: step.change.text, from: step.from };
  if (step instanceof ReplacePartsStep) return undefined;
  if (step instanceof ReplaceStep) {
    const { from, to, slice } = step;
    // Words that it brought or took away are told of as such.
    if (wordsOf(slice) !== '' || wordsOf(before.slice(from, to)) !== '') return undefined;
    const words = before.resolve(from).parent.textContent;
    return { change: from === to ? 'division' : 'joining', element: undefined, words, from };
  }
  let from: number | undefined;
  step.getMap().forEach((oldFrom) => {
    from ??= oldFrom;
  });
  const words = from === undefined ? '' : (before.nodeAt(from)?.textContent ?? '');
  return { change: 'structure', element: undefined, words, from };
}
