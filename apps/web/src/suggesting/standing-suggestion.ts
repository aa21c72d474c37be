import {
  type Fit,
  rebaseSuggestion,
  type SuggestedPart,
  type SuggestionPlace,
  schema,
  suggestedParts,
  suggestionWords,
} from '@chancery/prosemirror-tei';
import type { SuggestionRow } from '@chancery/server/api';
import type { Node } from 'prosemirror-model';
import { Mapping, Step, type StepMap } from 'prosemirror-transform';

/** An open suggestion upon a version of the letter. */
export interface StandingSuggestion {
  readonly row: SuggestionRow;
  readonly version: number;
  readonly steps: readonly Step[];
  /** How much of it the edits of others have left. */
  readonly fit: Fit;
  /** Where it stands in the letter at that version, and what it does there. */
  readonly parts: readonly SuggestedPart[];
  /** The same in words: of a part what is left, of one that is gone what its author wrote. */
  readonly places: readonly SuggestionPlace[];
  readonly more: number;
}

/** A suggestion as the server has given it with the letter's version, read in the letter as it was then. */
export function readSuggestion(row: SuggestionRow, version: number, doc: Node): StandingSuggestion {
  const steps = row.steps.map((step) => Step.fromJSON(schema, step));
  return told({ row, version, steps, fit: row.fit, parts: suggestedParts(doc, steps), ...row.words }, doc);
}

/** The same moved over what has been acknowledged since, as the server does it. */
export function moveSuggestion(
  standing: StandingSuggestion,
  over: readonly StepMap[],
  version: number,
  doc: Node,
): StandingSuggestion {
  if (standing.fit === 'none') return { ...standing, version };
  const { steps, fit } = rebaseSuggestion(standing.steps, over, doc);
  if (fit === 'whole' && standing.fit === 'whole')
    return { ...standing, version, steps, parts: movedParts(standing.parts, over) };
  const left: Fit = fit === 'whole' ? 'part' : fit;
  return told({ ...standing, version, steps, fit: left, parts: suggestedParts(doc, steps) }, doc);
}

/** Places of a document after what was done to it. */
export function movedParts<Part extends { readonly from: number; readonly to: number }>(
  parts: readonly Part[],
  over: readonly StepMap[],
): Part[] {
  const mapping = new Mapping([...over]);
  return parts.map((part) => {
    const from = mapping.map(part.from, 1);
    return { ...part, from, to: Math.max(from, mapping.map(part.to, -1)) };
  });
}

function told(standing: StandingSuggestion, doc: Node): StandingSuggestion {
  return standing.fit === 'part' ? { ...standing, ...suggestionWords(doc, standing.steps) } : standing;
}
