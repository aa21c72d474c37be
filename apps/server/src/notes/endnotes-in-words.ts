import { may, type Role } from '@chancery/workflow';
import type { Pool } from 'pg';
import { pointing, wordedNotes } from './worded-notes.js';

/** An endnote of a volume in words. */
interface EndnoteInWords {
  readonly noteId: string;
  readonly text: string;
}

/** The wordings of endnotes: the latest to who may read drafts, to others the one that was approved. */
const wordings = `FROM letter AS file
  JOIN letter_note AS note ON note."letterId" = file.id AND note.series = 'endnote'
  JOIN note_review AS review ON review."letterId" = note."letterId" AND review."noteId" = note."noteId"
  JOIN note_wording AS worded ON worded."letterId" = note."letterId" AND worded."noteId" = note."noteId"
    AND worded.version = CASE WHEN $2 THEN review.version ELSE review."approvedVersion" END`;

const readsDrafts = (role: Role | undefined): boolean => may(role, 'read-drafts-of-notes');

/**
 * Of the endnotes of a letter's volume those that hold references without words of their own, in the words that their readers
 * meet; the volume's own metadata cannot have them, since what they lead to stands in other files.
 */
export async function endnotesInWords(
  pool: Pool,
  letterId: string,
  role: Role | undefined,
): Promise<EndnoteInWords[]> {
  const { rows } = await pool.query<{
    editionId: string;
    path: string;
    noteId: string;
    text: string;
    pointing: string;
  }>(
    `SELECT * FROM (
       SELECT file."editionId", file.path, note."noteId", worded.text, note.place, ${pointing('worded.wording')} AS pointing
       ${wordings} JOIN letter AS here ON here."editionId" = file."editionId"
       WHERE here.id = $1 AND file.kind = 'front'
     ) AS endnote WHERE pointing IS NOT NULL ORDER BY place`,
    [letterId, readsDrafts(role)],
  );
  const [first] = rows;
  const texts = first ? await wordedNotes(pool, first.editionId, rows) : [];
  return rows.map(({ noteId, text }, index) => ({ noteId, text: texts[index] ?? text }));
}

/**
 * The endnotes of a volume as who may not read drafts meets them: each in the wording that was approved, and without text where
 * none was.
 *
 * @param endnotes those of the volume's file, in their latest wording
 */
export async function readableEndnotes<Note extends { readonly id?: string | undefined }>(
  pool: Pool,
  editionId: string,
  role: Role | undefined,
  endnotes: readonly Note[],
): Promise<readonly (Note & { readonly text?: string | undefined })[]> {
  if (readsDrafts(role)) return endnotes;
  const { rows } = await pool.query<EndnoteInWords>(
    `SELECT note."noteId", worded.text ${wordings} WHERE file."editionId" = $1 AND file.kind = 'front'`,
    [editionId, false],
  );
  const approved = new Map(rows.map(({ noteId, text }) => [noteId, text]));
  return endnotes.map((note) => ({
    ...note,
    text: note.id === undefined ? undefined : approved.get(note.id),
  }));
}
