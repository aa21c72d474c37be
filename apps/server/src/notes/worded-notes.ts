import { type Reference, textWithReferences } from '@chancery/tei';
import { checkWellFormed, parseTree } from '@chancery/xml';
import type { Pool } from 'pg';
import { referenceWords } from '../volume/reference-words.js';

/** A wording of a note: its words as they are stored, and the element where it holds references that are worded by what they lead to. */
interface Wording {
  /** The file of the note, inside the edition's folder. */
  readonly path: string;
  readonly text: string;
  readonly pointing: string | null;
}

/** What of a wording in the tables is {@link Wording.pointing}. */
export const pointing = (wording: string) => `CASE WHEN ${wording} LIKE '%ptr%' THEN ${wording} END`;

/** The words of notes as their readers meet them, with those of their references: “see No. 4”. */
export async function wordedNotes(
  pool: Pool,
  editionId: string,
  notes: readonly Wording[],
): Promise<string[]> {
  const read = notes.map(({ path, pointing: wording }) => pointersIn(wording, path));
  const found = read.flatMap((each) => each?.references ?? []);
  const words = (await referenceWords(pool, editionId, found)).values();
  return notes.map(({ path, text }, index) => {
    const element = read[index]?.element;
    return element ? textWithReferences(element, path, () => words.next().value ?? '') : text;
  });
}

/** How the references of a wording are worded that have no words of their own, by their pointers. */
export async function wordedReferences(
  pool: Pool,
  editionId: string,
  path: string,
  wording: string,
): Promise<{ written: string; words: string }[]> {
  const references = pointersIn(wording, path)?.references ?? [];
  const words = await referenceWords(pool, editionId, references);
  return references.map(({ written }, index) => ({ written, words: words[index] ?? written }));
}

/** A wording as a tree with its references that have no words; undefined where it cannot be read by itself. */
function pointersIn(wording: string | null, path: string) {
  if (wording === null || checkWellFormed(wording) !== undefined) return undefined;
  const element = parseTree(wording);
  const references: Reference[] = [];
  textWithReferences(element, path, (reference) => {
    references.push(reference);
    return '';
  });
  return { element, references };
}
