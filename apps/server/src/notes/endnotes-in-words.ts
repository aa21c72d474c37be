import type { Pool } from 'pg';
import { pointing, wordedNotes } from './worded-notes.js';

/** An endnote that holds references, with what they are worded as. */
interface EndnoteInWords {
  readonly noteId: string;
  readonly text: string;
}

/**
 * Of the endnotes of a letter's volume those that hold references without words of their own, in the words that their readers
 * meet; the volume's own metadata cannot have them, since what they lead to stands in other files.
 */
export async function endnotesInWords(pool: Pool, letterId: string): Promise<EndnoteInWords[]> {
  const { rows } = await pool.query<{
    editionId: string;
    path: string;
    noteId: string;
    text: string;
    pointing: string | null;
  }>(
    `SELECT * FROM (
       SELECT file."editionId", file.path, note."noteId", note.text, (
         SELECT ${pointing('wording')} FROM note_wording AS latest
         WHERE latest."letterId" = note."letterId" AND latest."noteId" = note."noteId" ORDER BY latest.version DESC LIMIT 1
       ) AS pointing
       FROM letter AS here
       JOIN letter AS file ON file."editionId" = here."editionId" AND file.kind = 'front'
       JOIN letter_note AS note ON note."letterId" = file.id AND note.series = 'endnote'
       WHERE here.id = $1 ORDER BY note.place
     ) AS worded WHERE pointing IS NOT NULL`,
    [letterId],
  );
  const [first] = rows;
  const texts = first ? await wordedNotes(pool, first.editionId, rows) : [];
  return rows.map(({ noteId, text }, index) => ({ noteId, text: texts[index] ?? text }));
}
