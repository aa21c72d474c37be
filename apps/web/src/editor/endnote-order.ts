import {
  type Endnote,
  endnoteLabels,
  type LabelledBefore,
  type NoteRule,
  type NoteToLabel,
  noteRule,
} from '@chancery/tei';

/** What the labels of endnotes follow from, beside the callouts of the letter itself. */
export interface EndnoteOrder {
  /** The notes of the volume, as its file keeps them. */
  readonly notes: readonly NoteToLabel[];
  /** The notes that the rest of the volume calls before the letter, and behind it, in the order of their first callouts. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How the volume says that notes are labelled, of whatever series. */
  readonly rules: readonly NoteRule[];
  /** What the notes before the letter count, of the series that the volume numbers through. */
  readonly counted: Counted;
}

/** What is counted elsewhere, of a series that the volume numbers through. */
interface CountedElsewhere extends LabelledBefore {
  /** How many notes without a fixed label stand in the letters, for the volume's own file: between its front and its back matter. */
  readonly between: number;
}

type Counted = { readonly [Series in 'footnote' | 'textual']?: CountedElsewhere | undefined };

/** A note of the volume with the label that it bears now. */
export interface LabelledEndnote extends Endnote {
  readonly figure: string;
}

/** The order of a volume's notes; until it is known what the letters call, the order in which the volume keeps them. */
export function endnoteOrder(
  endnotes: readonly Endnote[],
  called?: Pick<EndnoteOrder, 'before' | 'after'>,
  rules: readonly NoteRule[] = [],
  counted: Counted = {},
): EndnoteOrder {
  const notes = endnotes.flatMap(({ id, n }) => (id === undefined ? [] : [{ id, label: n }]));
  return {
    notes,
    before: called?.before ?? notes.map(({ id }) => id),
    after: called?.after ?? [],
    rules,
    counted,
  };
}

/** The labels of endnotes with what a letter calls in its text, and in its back matter. */
export function labelsOf(
  { notes, before, after, rules }: EndnoteOrder,
  text: readonly string[],
  back: readonly string[],
): ReadonlyMap<string, string> {
  const { style } = noteRule(rules, 'endnote');
  return endnoteLabels(notes, [...before, ...text, ...after, ...back], style);
}
