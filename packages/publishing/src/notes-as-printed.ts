import {
  endnoteLabels,
  fixedLabel,
  type NoteCall,
  type NoteInText,
  type NoteRule,
  noteLabels,
  noteRule,
  readNotes,
} from '@chancery/tei';
import { escapeAttribute, parseTree } from '@chancery/xml';
import type { TeiFile } from './edition-source.js';

/** A file with its notes and what it calls. */
export interface LabelledNotes {
  readonly file: TeiFile;
  readonly notes: readonly NoteInText[];
  readonly callouts: readonly NoteCall[];
}

/** The ids of the endnotes that documents before those at hand call, and documents behind them, in the order of their calls. */
export interface CalledAround {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * The labels of the volume's endnotes, by their ids, in the order in which they print.
 *
 * @param files the volume's own file, and the documents in their order
 * @param around what other documents call
 */
export function endnotesInOrder(
  volumePath: string,
  files: readonly LabelledNotes[],
  rules: readonly NoteRule[],
  around: CalledAround = { before: [], after: [] },
): ReadonlyMap<string, string> {
  const [volume] = files;
  const [front, back] = [false, true].map((inBack) =>
    (volume?.callouts ?? []).filter((callout) => callout.inBack === inBack),
  );
  const called = (callouts: readonly NoteCall[] = []) =>
    callouts.flatMap(({ path, note }) => (path === volumePath ? [note] : []));
  const calls = [
    ...called(front),
    ...around.before,
    ...files.slice(1).flatMap(({ callouts }) => called(callouts)),
    ...around.after,
    ...called(back),
  ];
  return endnoteLabels(
    (volume?.notes ?? []).filter(({ series }) => series === 'endnote'),
    calls,
    noteRule(rules, 'endnote').style,
  );
}

/** The labels of notes by the path of their file, and by their ids there. */
export type LabelsInText = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The labels of the notes that are called where they stand, by the paths of their files. Page footnotes that are numbered by page
 * are not among them.
 *
 * @param files the volume's own file, and the documents in their order
 */
export function labelsInText(files: readonly LabelledNotes[], rules: readonly NoteRule[]): LabelsInText {
  const labels = new Map(files.map(({ file }) => [file.path, new Map<string, string>()]));
  for (const series of ['footnote', 'textual'] as const) {
    const rule = noteRule(rules, series);
    const ofSeries = (file: LabelledNotes) =>
      outermost(file.notes)
        .filter((note) => note.series === series)
        .map(({ id, label }) => ({ path: file.file.path, id, label: fixedLabel(rule, label) }));
    const groups = rule.scope === 'document' ? files.map(ofSeries) : [];
    if (rule.scope === 'volume') groups.push(throughVolume(files, ofSeries));
    for (const notes of groups) {
      const named = noteLabels(
        rule.style,
        notes.map(({ label }, place) => ({ id: String(place), label })),
      );
      for (const [place, { path, id }] of notes.entries())
        labels.get(path)?.set(id, named.get(String(place)) ?? '');
    }
  }
  return labels;
}

/** Notes in the order of the volume: what its front matter has, the documents, and what its back matter has. */
function throughVolume<Note extends { readonly id: string }>(
  [volume, ...documents]: readonly LabelledNotes[],
  notesOf: (file: LabelledNotes) => readonly Note[],
): Note[] {
  if (!volume) return [];
  const own = notesOf(volume);
  const isBack = ({ id }: Note) =>
    volume.callouts.some(({ path, note, inBack }) => inBack && path === volume.file.path && note === id);
  return [...own.filter((note) => !isBack(note)), ...documents.flatMap(notesOf), ...own.filter(isBack)];
}

/**
 * A file's source with the labels of its notes written into them, and its endnotes in the order in which they print. Page
 * footnotes that are numbered by page, and have no label, are left to the page that they fall on.
 *
 * @param labels of the notes that are called where they stand
 * @param endnotes the labels of the volume's endnotes, for its own file
 */
export function notesAsPrinted(
  source: string,
  labels: ReadonlyMap<string, string> | undefined,
  endnotes?: ReadonlyMap<string, string>,
): string {
  if (!/<(?:[^\s:<>/]+:)?note\b/.test(source)) return source;
  const notes = outermost(readNotes(parseTree(source), source));
  const places = notes.filter(({ series, id }) => series === 'endnote' && endnotes?.has(id));
  const rank = new Map([...(endnotes?.keys() ?? [])].map((id, index) => [id, index]));
  const sorted = places.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  const inPlace = new Map(places.map((note, index) => [note, sorted[index] ?? note]));
  let end = 0;
  const parts = notes.map((note) => {
    const stands = inPlace.get(note) ?? note;
    const label = stands.series === 'endnote' ? endnotes?.get(stands.id) : labels?.get(stands.id);
    const before = source.slice(end, note.start);
    end = note.end;
    return before + (label === undefined ? stands.wording : withLabel(stands.wording, label));
  });
  return parts.join('') + source.slice(end);
}

/** A note within another is printed with that. */
function outermost(notes: readonly NoteInText[]): NoteInText[] {
  let end = 0;
  return notes.filter((note) => {
    if (note.start < end) return false;
    end = note.end;
    return true;
  });
}

function withLabel(wording: string, label: string): string {
  const [tag = ''] = /^<(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(wording) ?? [];
  const bare = tag.replace(/\sn\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  const labelled = bare.replace(/\s*(\/?>)$/, ` n="${escapeAttribute(label)}"$1`);
  return labelled + wording.slice(tag.length);
}
