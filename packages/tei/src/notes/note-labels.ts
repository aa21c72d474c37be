import type { NoteSeries } from './note-in-text.js';

/** A note of one series that is to bear a label. */
export interface NoteToLabel {
  readonly id: string;
  /** The label that is fixed for it, `@n`. */
  readonly label?: string | undefined;
}

/**
 * The labels of the notes of one series, by their ids. A label that is fixed is kept; the others are counted in the order
 * given, in figures, or in letters for textual notes, and pass over what is fixed. In print the figures of page footnotes
 * begin again on each page, which only the typesetter knows.
 */
export function noteLabels(series: NoteSeries, notes: readonly NoteToLabel[]): ReadonlyMap<string, string> {
  const fixed = new Set(notes.flatMap(({ label }) => label ?? []));
  const labels = new Map<string, string>();
  let count = 0;
  for (const { id, label } of notes) {
    let own = label;
    while (own === undefined) {
      count += 1;
      const next = series === 'textual' ? letters(count) : String(count);
      if (!fixed.has(next)) own = next;
    }
    labels.set(id, own);
  }
  return labels;
}

/**
 * The labels of the endnotes of a volume: they are counted in the order in which they are first called. Those that nothing
 * calls come behind the others, in the order in which the volume keeps them.
 *
 * @param called the ids that the callouts call, in the order of the volume; some may be called again, some not exist
 */
export function endnoteLabels(
  notes: readonly NoteToLabel[],
  called: Iterable<string>,
): ReadonlyMap<string, string> {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const inOrder = [...new Set(called)].flatMap((id) => byId.get(id) ?? []);
  return noteLabels('endnote', [...new Set([...inOrder, ...notes])]);
}

/** 1 is a, 26 is z, 27 is aa. */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((count - 1) % 26));
}
