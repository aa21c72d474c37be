import { type NoteState, noteStates } from '@chancery/workflow';
import type { Pool } from 'pg';
import { type NoteList, type NoteRow, type NotesQuery, noteSeries, notesAtOnce } from '../contract/note.js';
import { countEndnotes } from './count-endnotes.js';
import { documentNames } from './document-names.js';

/** What the tables have of a note and its review. */
export interface StoredNote {
  readonly letterId: string;
  readonly noteId: string;
  readonly series: string;
  readonly shown: string;
  readonly text: string;
  readonly path: string;
  readonly state: NoteState;
  readonly version: number;
  readonly approvedVersion: number | null;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly changedAt: Date;
  /** Counted for those on the page alone. */
  readonly callouts: number;
  readonly calledIn: string[] | null;
}

const from = `FROM letter_note AS note
  JOIN letter ON letter.id = note."letterId"
  JOIN note_review AS review ON review."letterId" = note."letterId" AND review."noteId" = note."noteId"`;

/** Whether a note awaits somebody: it is in review and not of their wording, or was returned and is. */
const awaits = `(review.state = 'in-review' AND review."authorId" IS DISTINCT FROM $2
  OR review.state = 'changes-requested' AND review."authorId" = $2)`;

const facts = `note."letterId", note."noteId", note.series, note.shown, note.text, note.place,
  letter.path, letter.position, review.state, review.version, review."approvedVersion", review."authorId", review."changedAt"`;

const whole = `SELECT picked.*, "user".name AS author, called.callouts, called."calledIn"
  FROM picked LEFT JOIN "user" ON "user".id = picked."authorId"
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS callouts, array_agg(DISTINCT callout."letterId") AS "calledIn" FROM letter_callout AS callout
    WHERE callout."editionId" = $1 AND callout.path = picked.path AND callout."noteId" = picked."noteId"
  ) AS called`;

/** The notes of an edition, those in review first; a page of them. */
export async function listNotes(
  pool: Pool,
  editionId: string,
  userId: string,
  { show, series, from: offset }: NotesQuery,
): Promise<NoteList> {
  await countEndnotes(pool, editionId);
  const counted = await pool.query<{ state: NoteState; notes: number; mine: number }>(
    `SELECT review.state, count(*)::int AS notes, (count(*) FILTER (WHERE ${awaits}))::int AS mine
     ${from} WHERE note."editionId" = $1 AND ($3::text IS NULL OR note.series = $3) GROUP BY review.state`,
    [editionId, userId, series ?? null],
  );
  const { rows } = await pool.query<StoredNote>(
    `WITH picked AS (
       SELECT ${facts} ${from}
       WHERE note."editionId" = $1 AND ($3::text IS NULL OR note.series = $3)
         AND CASE $4 WHEN 'all' THEN true WHEN 'mine' THEN ${awaits} ELSE review.state = $4 END
       ORDER BY array_position($5, review.state), letter.position, note."letterId", note.place
       LIMIT ${notesAtOnce} OFFSET $6
     ) ${whole} ORDER BY array_position($5, picked.state), picked.position, picked."letterId", picked.place`,
    [editionId, userId, series ?? null, show, inOrder, offset],
  );
  const states = Object.fromEntries(
    noteStates.map((state) => [state, counted.rows.find((row) => row.state === state)?.notes ?? 0]),
  ) as Record<NoteState, number>;
  const mine = counted.rows.reduce((sum, row) => sum + row.mine, 0);
  const all = counted.rows.reduce((sum, row) => sum + row.notes, 0);
  const total = show === 'all' ? all : show === 'mine' ? mine : states[show];
  const names = await documentNames(
    pool,
    rows.flatMap(({ calledIn }) => calledIn ?? []),
  );
  return { notes: rows.map((row) => noteRow(row, names)), total, mine, states };
}

const inOrder: readonly NoteState[] = ['in-review', 'changes-requested', 'draft', 'approved'];

/** One note; undefined where the edition has none of that name. */
export async function storedNote(
  pool: Pool,
  editionId: string,
  letterId: string,
  noteId: string,
): Promise<StoredNote | undefined> {
  await countEndnotes(pool, editionId);
  const { rows } = await pool.query<StoredNote>(
    `WITH picked AS (
       SELECT ${facts} ${from} WHERE note."editionId" = $1 AND note."letterId" = $2 AND note."noteId" = $3
     ) ${whole}`,
    [editionId, letterId, noteId],
  );
  return rows[0];
}

/** A note as it is answered. */
export function noteRow(note: StoredNote, names: Awaited<ReturnType<typeof documentNames>>): NoteRow {
  const { letterId, noteId, state, text, version, authorId, author, callouts } = note;
  return {
    letterId,
    noteId,
    series: noteSeries.find((each) => each === note.series) ?? 'endnote',
    label: note.shown,
    state,
    text,
    version,
    author: authorId !== null && author !== null ? { id: authorId, name: author } : null,
    callouts,
    calledIn: (note.calledIn ?? [])
      .flatMap((id) => names.get(id) ?? [])
      .sort((a, b) => a.position - b.position)
      .map(({ position: _, ...named }) => named),
    changedAt: note.changedAt.toISOString(),
  };
}
