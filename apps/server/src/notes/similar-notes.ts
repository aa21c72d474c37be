import { wordsOf } from '@chancery/collation';
import type { Pool } from 'pg';
import type { NoteRow } from '../contract/note.js';
import { documentNames } from './document-names.js';
import { noteRow, type StoredNote, storedNote } from './list-notes.js';

/** Shorter words say little of what a note is about. */
const shortest = 4;
/** Words of a note that are looked for, and notes that are shown. */
const looked = 40;
const shown = 5;
/** How much of the words two notes have to share, of the shorter one. */
const alike = 0.4;

/** Endnotes and others of an edition that say much the same, the most alike first. */
export async function similarNotes(pool: Pool, editionId: string, text: string): Promise<NoteRow[]> {
  const words = tellingWords(text);
  if (words.size === 0) return [];
  const query = [...words]
    .slice(0, looked)
    .map((word) => `'${word.replaceAll(/['\\]/g, '')}'`)
    .join(' | ');
  const { rows } = await pool.query<{ letterId: string; noteId: string; text: string }>(
    `SELECT "letterId", "noteId", text FROM letter_note
     WHERE "editionId" = $1 AND to_tsvector('simple', text) @@ to_tsquery('simple', $2)
     ORDER BY ts_rank(to_tsvector('simple', text), to_tsquery('simple', $2)) DESC LIMIT 50`,
    [editionId, query],
  );
  const scored = rows
    .map((row) => ({ ...row, score: overlap(words, tellingWords(row.text)) }))
    .filter(({ score }) => score >= alike)
    .sort((one, other) => other.score - one.score)
    .slice(0, shown);
  const notes = await Promise.all(
    scored.map(({ letterId, noteId }) => storedNote(pool, editionId, letterId, noteId)),
  );
  const there = notes.filter((note): note is StoredNote => note !== undefined);
  const names = await documentNames(
    pool,
    there.flatMap(({ calledIn }) => calledIn ?? []),
  );
  return there.map((note) => noteRow(note, names));
}

function tellingWords(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .filter(({ kind, text: word }) => kind === 'word' && word.length >= shortest)
      .map(({ text: word }) => word.toLowerCase()),
  );
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  return smaller === 0 ? 0 : [...one].filter((word) => other.has(word)).length / smaller;
}
