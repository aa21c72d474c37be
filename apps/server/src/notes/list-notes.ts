import { noteSeries } from '@chancery/tei';
import { may, type NoteState, noteStates, type Role } from '@chancery/workflow';
import type { Pool } from 'pg';
import { type NoteList, type NoteRow, type NotesQuery, notesAtOnce } from '../contract/note.js';
import { countNotes } from './count-notes.js';
import { documentNames } from './document-names.js';
import { pointing, wordedNotes } from './worded-notes.js';

/** What the tables have of a note and its review. */
export interface StoredNote {
  readonly letterId: string;
  readonly noteId: string;
  readonly series: string;
  readonly shown: string;
  readonly text: string;
  /** The element as written, where it holds references that have no words of their own. */
  readonly pointing: string | null;
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

const facts = `note."letterId", note."noteId", note.series, note.shown, note.text, note.place, letter.path,
  review.state, review.version, review."approvedVersion", review."authorId", review."changedAt"`;

/** Reviews with their notes, each found by its whole key: a file may have thousands, which the planner does not know. */
const of = (reviews: string) => `FROM ${reviews} AS review
  CROSS JOIN LATERAL (
    SELECT * FROM letter_note WHERE "letterId" = review."letterId" AND "noteId" = review."noteId" OFFSET 0
  ) AS note
  JOIN letter ON letter.id = note."letterId"`;

/** Which notes of a state await somebody: those in review that are not of their wording, those returned that are. */
const awaiting: Partial<Record<NoteState, (person: string) => string>> = {
  'in-review': (person) => `review."authorId" IS DISTINCT FROM ${person}`,
  'changes-requested': (person) => `review."authorId" = ${person}`,
};

const whole = `SELECT picked.*, "user".name AS author, called.callouts, called."calledIn", (
    SELECT ${pointing('wording')} FROM note_wording AS latest
    WHERE latest."letterId" = picked."letterId" AND latest."noteId" = picked."noteId" AND latest.version = picked.version
  ) AS pointing
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
  await countNotes(pool, editionId);
  const counting = pool.query<{ state: NoteState; notes: number; mine: number }>(
    `SELECT review.state, count(*)::int AS notes, (count(*) FILTER (WHERE CASE review.state
       ${Object.entries(awaiting)
         .map(([state, condition]) => `WHEN '${state}' THEN ${condition('$2')}`)
         .join(' ')} END))::int AS mine
     FROM note_review AS review
     WHERE review."editionId" = $1 AND review.place IS NOT NULL AND ($3::text IS NULL OR review.series = $3)
       AND ($4 OR review.state = 'approved') GROUP BY review.state`,
    [editionId, userId, series ?? null, draftsToo],
  );
  const listing = pageOf(pool, { editionId, userId, show, series, after });
  const [counted, listed] = await Promise.all([counting, listing]);
  const rows = await inWords(pool, editionId, listed);
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

/**
 * A page of the queue: the notes by their states, in each in the order of the volume. Each state is read off the index from
 * where the page begins, and what is shown is fetched for the page alone.
 */
async function pageOf(
  pool: Pool,
  { editionId, userId, show, series, after }: { editionId: string; userId: string } & NotesQuery,
): Promise<StoredNote[]> {
  const last = after === undefined ? undefined : await placeOf(pool, editionId, after);
  if (after !== undefined && !last) return [];
  const begun = last ? inOrder.indexOf(last.state) : 0;
  const states = inOrder
    .map((state, rank) => ({ state, rank }))
    .filter(({ state, rank }) => rank >= begun && isShown(show, state));
  if (states.length === 0) return [];
  const values: unknown[] = [editionId];
  const value = (given: unknown) => `$${values.push(given)}`;
  const ofSeries = series === undefined ? '' : `AND review.series = ${value(series)}`;
  const parts = states.map(({ state, rank }) => {
    const behind =
      last && rank === begun
        ? `AND (review.line, review."letterId", review.place) >
           (${value(last.line)}, ${value(last.letterId)}, ${value(last.place)})`
        : '';
    const mine = show === 'mine' ? `AND ${awaiting[state]?.(value(userId))}` : '';
    return `(
      SELECT review.*, ${rank} AS rank FROM note_review AS review
      WHERE review."editionId" = $1 AND review.state = '${state}' AND review.place IS NOT NULL ${ofSeries} ${mine} ${behind}
      ORDER BY review.line, review."letterId", review.place LIMIT ${notesAtOnce}
    )`;
  });
  const { rows } = await pool.query<StoredNote>(
    `WITH chosen AS (
       SELECT * FROM (${parts.join(' UNION ALL ')}) AS of_states
       ORDER BY rank, line, "letterId", place LIMIT ${notesAtOnce}
     ), picked AS (
       SELECT ${facts}, review.rank, review.line ${of('chosen')}
     ) ${whole} ORDER BY picked.rank, picked.line, picked."letterId", picked.place`,
    values,
  );
  return rows;
}

function isShown(show: NotesQuery['show'], state: NoteState): boolean {
  if (show === 'mine') return awaiting[state] !== undefined;
  return show === 'all' || show === state;
}

interface Placed {
  readonly state: NoteState;
  readonly line: number;
  readonly letterId: string;
  readonly place: number;
}

/** Where a note stands in the queue now, by `letter/note`. */
async function placeOf(pool: Pool, editionId: string, after: string): Promise<Placed | undefined> {
  const [, letterId, noteId] = /^(.*)\/(.*)$/s.exec(after) ?? [];
  const { rows } = await pool.query<Placed>(
    `SELECT state, line, "letterId", place FROM note_review
     WHERE "editionId" = $1 AND "letterId" = $2 AND "noteId" = $3 AND place IS NOT NULL`,
    [editionId, letterId ?? null, noteId ?? null],
  );
  return rows[0];
}

const inOrder: readonly NoteState[] = ['in-review', 'changes-requested', 'draft', 'approved'];

/** One note; undefined where the edition has none of that name. */
export async function storedNote(
  pool: Pool,
  editionId: string,
  letterId: string,
  noteId: string,
): Promise<StoredNote | undefined> {
  await countNotes(pool, editionId);
  const { rows } = await pool.query<StoredNote>(
    `WITH picked AS (
       SELECT ${facts} ${of('note_review')} WHERE note."editionId" = $1 AND review."letterId" = $2 AND review."noteId" = $3
     ) ${whole}`,
    [editionId, letterId, noteId],
  );
  const [note] = await inWords(pool, editionId, rows);
  return note;
}

/** Notes with the words of their references. */
async function inWords(pool: Pool, editionId: string, notes: readonly StoredNote[]): Promise<StoredNote[]> {
  const texts = await wordedNotes(pool, editionId, notes);
  return notes.map((note, index) => ({ ...note, text: texts[index] ?? note.text }));
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
