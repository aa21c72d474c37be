import { endnoteLabels, type NoteCallout, type NoteInText, noteLabels, readNotes } from '@chancery/tei';
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
  );
}

/**
 * A file's source with the labels of its notes written into them, and its endnotes in the order in which they print. Page
 * footnotes that have no label are left to the page that they fall on.
 *
 * @param endnotes the labels of the volume's endnotes, for its own file
 */
export function notesAsPrinted(source: string, endnotes?: ReadonlyMap<string, string>): string {
  if (!/<(?:[^\s:<>/]+:)?note\b/.test(source)) return source;
  const notes = outermost(readNotes(parseTree(source), source));
  const textual = noteLabels(
    'textual',
    notes.filter(({ series }) => series === 'textual'),
  );
  const places = notes.filter(({ series, id }) => series === 'endnote' && endnotes?.has(id));
  const rank = new Map([...(endnotes?.keys() ?? [])].map((id, index) => [id, index]));
  const sorted = places.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  const inPlace = new Map(places.map((note, index) => [note, sorted[index] ?? note]));
  let end = 0;
  const parts = notes.map((note) => {
    const stands = inPlace.get(note) ?? note;
    const label = stands.series === 'endnote' ? endnotes?.get(stands.id) : textual.get(stands.id);
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
