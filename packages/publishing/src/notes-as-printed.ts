import {
  endnoteLabels,
  type NoteCallout,
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
  readonly callouts: readonly NoteCallout[];
}

/**
 * The labels of the volume's endnotes, by their ids, in the order in which they print.
 *
 * @param files the volume's own file, and the documents in their order
 */
export function endnotesInOrder(
  volumePath: string,
  files: readonly LabelledNotes[],
  rules: readonly NoteRule[],
): ReadonlyMap<string, string> {
  const [volume] = files;
  const [front, back] = [false, true].map((inBack) =>
    (volume?.callouts ?? []).filter((callout) => callout.inBack === inBack),
  );
  const calls = [front, ...files.slice(1).map(({ callouts }) => callouts), back].flatMap(
    (each) => each ?? [],
  );
  return endnoteLabels(
    (volume?.notes ?? []).filter(({ series }) => series === 'endnote'),
    calls.filter(({ path }) => path === volumePath).map(({ note }) => note),
    noteRule(rules, 'endnote').style,
  );
}

/**
 * A file's source with the labels of its notes written into them, and its endnotes in the order in which they print. Page
 * footnotes that are numbered by page, and have no label, are left to the page that they fall on.
 *
 * @param rules how the volume labels its notes
 * @param endnotes the labels of the volume's endnotes, for its own file
 */
export function notesAsPrinted(
  source: string,
  rules: readonly NoteRule[],
  endnotes?: ReadonlyMap<string, string>,
): string {
  if (!/<(?:[^\s:<>/]+:)?note\b/.test(source)) return source;
  const notes = outermost(readNotes(parseTree(source), source));
  const inDocument = new Map(
    (['footnote', 'textual'] as const).flatMap((series) => {
      const { scope, style } = noteRule(rules, series);
      const ofSeries = notes.filter((note) => note.series === series);
      return scope === 'document' ? [...noteLabels(style, ofSeries.map(withoutFigure))] : [];
    }),
  );
  const places = notes.filter(({ series, id }) => series === 'endnote' && endnotes?.has(id));
  const rank = new Map([...(endnotes?.keys() ?? [])].map((id, index) => [id, index]));
  const sorted = places.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  const inPlace = new Map(places.map((note, index) => [note, sorted[index] ?? note]));
  let end = 0;
  const parts = notes.map((note) => {
    const stands = inPlace.get(note) ?? note;
    const label = stands.series === 'endnote' ? endnotes?.get(stands.id) : inDocument.get(stands.id);
    const before = source.slice(end, note.start);
    end = note.end;
    return before + (label === undefined ? stands.wording : withLabel(stands.wording, label));
  });
  return parts.join('') + source.slice(end);
}

/** The figure of a page footnote is the one that its copy has on its page: it fixes nothing where they are counted otherwise. */
function withoutFigure({ id, series, label }: NoteInText): { id: string; label: string | undefined } {
  return { id, label: series === 'footnote' && /^\d+$/.test(label ?? '') ? undefined : label };
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
