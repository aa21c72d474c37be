import { may, type NoteState, noteStates, type Role } from '@chancery/workflow';
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

/** Whether a note awaits somebody: it is in review and not of their wording, or was returned and is. */
const awaits = `(review.state = 'in-review' AND review."authorId" IS DISTINCT FROM $2
  OR review.state = 'changes-requested' AND review."authorId" = $2)`;

const facts = `note."letterId", note."noteId", note.series, note.shown, note.text, note.place, letter.path,
  review.state, review.version, review."approvedVersion", review."authorId", review."changedAt"`;

const from = `FROM letter_note AS note
  JOIN letter ON letter.id = note."letterId"
  JOIN note_review AS review ON review."letterId" = note."letterId" AND review."noteId" = note."noteId"`;

/** Where a note stands in the queue; the volume's own file has no line in the calendar, and stands before all letters. */
const placeInQueue = `array_position($5, review.state) AS rank, COALESCE(line.place, -1) AS line, review."letterId", review.place`;
const byPlace = (of: string) => `${of}.rank, ${of}.line, ${of}."letterId", ${of}.place`;
const narrow = `note_review AS review LEFT JOIN calendar_line AS line ON line."letterId" = review."letterId"`;

/** The condition of being behind the note that the last page ended with. */
const behind = `WHERE (${byPlace('placed')}) > (SELECT ${byPlace('last')} FROM (
  SELECT ${placeInQueue} FROM ${narrow} WHERE review."letterId" = $6 AND review."noteId" = $7) AS last)`;

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
  { id: userId, role }: { readonly id: string; readonly role: Role | undefined },
  { show: asked, series, after }: NotesQuery,
): Promise<NoteList> {
  const draftsToo = may(role, 'read-drafts-of-notes');
  const show = draftsToo ? asked : 'approved';
  await countEndnotes(pool, editionId);
  const counting = pool.query<{ state: NoteState; notes: number; mine: number }>(
    `SELECT review.state, count(*)::int AS notes, (count(*) FILTER (WHERE ${awaits}))::int AS mine
     FROM note_review AS review
     WHERE review."editionId" = $1 AND review.place IS NOT NULL AND ($3::text IS NULL OR review.series = $3)
       AND ($4 OR review.state = 'approved') GROUP BY review.state`,
    [editionId, userId, series ?? null, draftsToo],
  );
  // Put in order in narrow rows; what is shown is fetched for a page alone.
  const listing = pool.query<StoredNote>(
    `WITH placed AS (
       SELECT review."noteId", ${placeInQueue} FROM ${narrow}
       WHERE review."editionId" = $1 AND review.place IS NOT NULL AND ($3::text IS NULL OR review.series = $3)
         AND CASE $4 WHEN 'all' THEN true WHEN 'mine' THEN ${awaits} ELSE review.state = $4 END
     ), chosen AS (
       SELECT * FROM placed ${after === undefined ? '' : behind}
       ORDER BY ${byPlace('placed')} LIMIT ${notesAtOnce}
     ), picked AS (
       SELECT ${facts}, chosen.rank, chosen.line ${from} JOIN chosen ON chosen."letterId" = note."letterId" AND chosen."noteId" = note."noteId"
     ) ${whole} ORDER BY ${byPlace('picked')}`,
    [editionId, userId, series ?? null, show, inOrder, ...(after === undefined ? [] : cursorOf(after))],
  );
  const [counted, { rows }] = await Promise.all([counting, listing]);
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

/** The file and the note behind which a page begins. */
function cursorOf(after: string): [string | null, string | null] {
  const [, letterId, noteId] = /^(.*)\/(.*)$/s.exec(after) ?? [];
  return [letterId ?? null, noteId ?? null];
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
