import type { NoteStyle } from './note-rule.js';

/** A note of one series that is to bear a label. */
export interface NoteToLabel {
  readonly id: string;
  /** The label that is fixed for it, `@n`. */
  readonly label?: string | undefined;
}

/** What is counted already where notes are labelled through more than one document. */
export interface LabelledBefore {
  /** How far the notes before have counted. */
  readonly counted: number;
  /** The labels that are fixed for notes elsewhere. */
  readonly fixed: readonly string[];
}

/**
 * The labels of the notes of one series, by their ids. A label that is fixed is kept; the others are counted in the order
 * given, and pass over what is fixed. Where labels begin again on each page in print, only the typesetter knows them.
 */
export function noteLabels(
  style: NoteStyle,
  notes: readonly NoteToLabel[],
  before: LabelledBefore = { counted: 0, fixed: [] },
): ReadonlyMap<string, string> {
  const fixed = new Set([...before.fixed, ...notes.flatMap(({ label }) => label ?? [])]);
  const labels = new Map<string, string>();
  let count = before.counted;
  for (const { id, label } of notes) {
    let own = label;
    while (own === undefined) {
      count += 1;
      const next = labelAs(style, count);
      if (!fixed.has(next)) own = next;
    }
    labels.set(id, own);
  }
  return labels;
}

/** How far so many notes count that have no fixed label: labels that are fixed are passed over. */
export function countedBy(style: NoteStyle, notes: number, fixed: readonly string[]): number {
  if (fixed.length === 0) return notes;
  const passed = new Set(fixed);
  let count = 0;
  for (let left = notes; left > 0; ) {
    count += 1;
    if (!passed.has(labelAs(style, count))) left -= 1;
  }
  return count;
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
  style: NoteStyle = 'figures',
): ReadonlyMap<string, string> {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const inOrder = [...new Set(called)].flatMap((id) => byId.get(id) ?? []);
  return noteLabels(style, [...new Set([...inOrder, ...notes])]);
}

function labelAs(style: NoteStyle, count: number): string {
  switch (style) {
    case 'figures':
      return String(count);
    case 'letters':
      return letters(count);
    case 'roman numerals':
      return roman(count);
    default:
      return (signs[(count - 1) % signs.length] ?? '').repeat(Math.ceil(count / signs.length));
  }
}

/** In the order of the printers: the seventh is the first one twice. */
const signs = ['*', '†', '‡', '§', '¶', '‖'];

function roman(count: number): string {
  const [value, sign] = numerals.find(([each]) => each <= count) ?? [0, ''];
  return value === 0 ? '' : sign + roman(count - value);
}

const numerals: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** 1 is a, 26 is z, 27 is aa. */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((count - 1) % 26));
}
