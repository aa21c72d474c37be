import type { NoteSeries } from './note-in-text.js';

/** Where the labels of a series begin again. */
export type NoteScope = 'page' | 'document' | 'volume';

/** What labels are made of: 1 2 3, a b c, i ii iii, * † ‡. */
export type NoteStyle = 'figures' | 'letters' | 'roman numerals' | 'signs';

/** How the notes of a series are labelled, and whether the volume has any of it. */
export interface NoteRule {
  readonly series: NoteSeries;
  readonly isUsed: boolean;
  readonly scope: NoteScope;
  readonly style: NoteStyle;
}

/** What holds of a series of which the volume says nothing. */
const usual: Readonly<Record<NoteSeries, NoteRule>> = {
  footnote: { series: 'footnote', isUsed: true, scope: 'page', style: 'figures' },
  endnote: { series: 'endnote', isUsed: true, scope: 'volume', style: 'figures' },
  textual: { series: 'textual', isUsed: true, scope: 'document', style: 'letters' },
};

/**
 * Where the labels of each series may begin again. Endnotes are called from many documents and have one label in all of them;
 * what is on a page only the typesetter knows, who numbers notes of one series.
 */
export const noteScopes: Readonly<Record<NoteSeries, readonly NoteScope[]>> = {
  footnote: ['page', 'document', 'volume'],
  endnote: ['volume'],
  textual: ['document', 'volume'],
};

/** The rule of a series, as the volume states it or else as is usual. */
export function noteRule(stated: readonly NoteRule[], series: NoteSeries): NoteRule {
  return stated.find((rule) => rule.series === series) ?? usual[series];
}

/**
 * The label that is fixed for a note, `@n`; undefined for none. The figure of a page footnote is the one that its copy has on its
 * page: it fixes nothing where they are counted otherwise.
 */
export function fixedLabel(
  { series, scope }: Pick<NoteRule, 'series' | 'scope'>,
  label: string | null | undefined,
): string | undefined {
  if (series === 'footnote' && scope !== 'page' && /^\d+$/.test(label ?? '')) return undefined;
  return label || undefined;
}

/** Of which notes a rendition of the volume speaks. */
const noteSelector = /^note\[type=(footnote|endnote|textual)\]$/;

/** The rule in the words in which the volume's file states it. */
export function noteRuleWords({ isUsed, scope, style }: NoteRule): string {
  return isUsed ? `numbered by ${scope}, in ${style}` : 'not used';
}

/** The rule that a rendition states; undefined where it speaks of no series, or in other words than these. */
export function noteRuleFrom(selector: string, words: string): NoteRule | undefined {
  const series = (['footnote', 'endnote', 'textual'] as const).find(
    (each) => each === noteSelector.exec(selector)?.[1],
  );
  if (!series) return undefined;
  if (words === 'not used') return { ...usual[series], isUsed: false };
  const styles: readonly NoteStyle[] = ['figures', 'letters', 'roman numerals', 'signs'];
  return noteScopes[series]
    .flatMap((scope) => styles.map((style): NoteRule => ({ series, isUsed: true, scope, style })))
    .find((rule) => noteRuleWords(rule) === words);
}
