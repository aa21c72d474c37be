import { createHash } from 'node:crypto';
import {
  fixedLabel,
  type NoteCallout,
  type NoteInText,
  type NoteRule,
  noteLabels,
  noteRule,
  readCallouts,
  readNotes,
} from '@chancery/tei';
import type { PoolClient } from 'pg';
import { readVolumeRules } from '../volume/read-volume-rules.js';
import type { LetterIndex } from './letter-index.js';

/**
 * The notes of the letters and where they are called. A note with another wording than before gets a version of its own:
 * what was approved of it was approved of the wording before.
 */
export const notesIndex: LetterIndex = {
  name: 'notes',
  revision: 4,
  async write(client, { id, editionId, kind, path, source, tei }) {
    const callouts = keyed(readCallouts(tei, path));
    const read = readNotes(tei, source);
    const rules = read.length === 0 ? [] : (await readVolumeRules(client, editionId)).noteRules;
    const stood = await client.query<StoodNote>(
      'SELECT series, label, shown FROM letter_note WHERE "letterId" = $1 ORDER BY place',
      [id],
    );
    const isAsBefore =
      (await callsTheSame(client, id, callouts)) &&
      bearings(read).join('\n') === bearings(stood.rows).join('\n');
    if (kind === 'front' || !isAsBefore) await countAnew(client, editionId);
    await client.query('DELETE FROM letter_note WHERE "letterId" = $1', [id]);
    await client.query('DELETE FROM letter_callout WHERE "letterId" = $1', [id]);
    if (callouts.length > 0)
      await client.query(
        `INSERT INTO letter_callout ("letterId", place, "editionId", path, "noteId", key, before, after, "where", "inBack")
         SELECT $1, place - 1, $2, path, note, key, before, after, "where", "inBack"
         FROM ROWS FROM (jsonb_to_recordset($3) AS
           (path text, note text, key text, before text, after text, "where" text, "inBack" boolean)
         ) WITH ORDINALITY AS callout (path, note, key, before, after, "where", "inBack", place)`,
        [id, editionId, JSON.stringify(callouts)],
      );
    const notes = labelled(read, rules, isAsBefore ? stood.rows : []);
    const rows = JSON.stringify(notes);
    await client.query(noPlaces, [id, rows]);
    // The calendar comes before this index, and has written the order that the volume's file says.
    if (kind === 'front') await client.query(lines, [editionId]);
    if (notes.length === 0) return;
    await client.query(
      `INSERT INTO letter_note ("letterId", "noteId", "editionId", place, shown, series, label, text)
       SELECT $1, id, $2, place, shown, series, label, text FROM jsonb_to_recordset($3) AS
         note (id text, place int, shown text, series text, label text, text text)
       ON CONFLICT DO NOTHING`,
      [id, editionId, rows],
    );
    await client.query(newWordings, [id, rows]);
    await client.query(places, [id, rows, editionId]);
  },
};

/**
 * Wordings that differ from the latest one, and what follows from them: an approved note is a draft again, unless its
 * wording is the approved one once more; a note in review stays there, in its new wording.
 */
const newWordings = `
  WITH note AS (
    SELECT DISTINCT ON (id) id, wording, text FROM jsonb_to_recordset($2) AS n (id text, place int, wording text, text text)
    ORDER BY id, place
  ), changed AS (
    SELECT note.*, coalesce(review.version, 0) + 1 AS version, review."approvedVersion", approved.wording AS "approvedWording"
    FROM note
    LEFT JOIN note_review AS review ON review."letterId" = $1 AND review."noteId" = note.id
    LEFT JOIN note_wording AS latest
      ON latest."letterId" = $1 AND latest."noteId" = note.id AND latest.version = review.version
    LEFT JOIN note_wording AS approved
      ON approved."letterId" = $1 AND approved."noteId" = note.id AND approved.version = review."approvedVersion"
    WHERE latest.wording IS DISTINCT FROM note.wording
  ), hand AS (
    SELECT (SELECT "userId" FROM step WHERE "letterId" = $1 ORDER BY version DESC LIMIT 1) AS id
  ), written AS (
    INSERT INTO note_wording ("letterId", "noteId", version, wording, text, "authorId")
    SELECT $1, changed.id, version, wording, text, hand.id FROM changed, hand
  )
  INSERT INTO note_review ("letterId", "noteId", state, version, "approvedVersion", "authorId")
  SELECT $1, changed.id, CASE WHEN wording = "approvedWording" THEN 'approved' ELSE 'draft' END, version,
    CASE WHEN wording = "approvedWording" THEN version ELSE "approvedVersion" END, hand.id
  FROM changed, hand
  ON CONFLICT ("letterId", "noteId") DO UPDATE SET
    state = CASE
      WHEN excluded.state = 'approved' OR note_review.state = 'approved' THEN excluded.state
      ELSE note_review.state
    END,
    version = excluded.version, "approvedVersion" = excluded."approvedVersion", "authorId" = excluded."authorId",
    "changedAt" = now()`;

const noPlaces = `UPDATE note_review SET place = NULL WHERE "letterId" = $1 AND place IS NOT NULL
  AND "noteId" NOT IN (SELECT id FROM jsonb_to_recordset($2) AS note (id text))`;

const places = `
  UPDATE note_review AS review SET "editionId" = $3, series = note.series, place = note.place, line = note.line
  FROM (
    SELECT note.*, COALESCE((SELECT place FROM calendar_line WHERE "letterId" = $1), -1) AS line
    FROM jsonb_to_recordset($2) AS note (id text, series text, place int)
  ) AS note
  WHERE review."letterId" = $1 AND review."noteId" = note.id
    AND (review."editionId", review.series, review.place, review.line)
      IS DISTINCT FROM ($3, note.series, note.place, note.line)`;

const lines = `
  UPDATE note_review AS review SET line = line.place FROM calendar_line AS line
  WHERE line."editionId" = $1 AND review."letterId" = line."letterId" AND review.line <> line.place`;

/** A note as it stood in the table. */
interface StoodNote {
  readonly series: string;
  readonly label: string | null;
  readonly shown: string;
}

/** What labels follow from. */
function bearings(notes: readonly { readonly series: string; readonly label?: string | null | undefined }[]) {
  return notes.map(({ series, label }) => `${series} ${label ?? ''}`);
}

/** What is counted over all letters (see `countNotes`) bears the label that it had, where nothing of what that follows from is another. */
function labelled(
  notes: readonly NoteInText[],
  rules: readonly NoteRule[],
  stood: readonly Pick<StoodNote, 'shown'>[],
) {
  const labels = (['footnote', 'endnote', 'textual'] as const).map((series) => {
    const rule = noteRule(rules, series);
    const ofSeries = notes.filter((note) => note.series === series);
    return noteLabels(
      rule.style,
      ofSeries.map(({ id, label }) => ({ id, label: fixedLabel(rule, label) })),
    );
  });
  return notes.map((note, place) => ({
    ...note,
    place,
    shown:
      (noteRule(rules, note.series).scope === 'volume' ? stood[place]?.shown : undefined) ??
      labels.map((each) => each.get(note.id)).find((label) => label !== undefined) ??
      '',
  }));
}

async function callsTheSame(
  client: PoolClient,
  letterId: string,
  callouts: readonly NoteCallout[],
): Promise<boolean> {
  const { rows } = await client.query<{ path: string; noteId: string }>(
    'SELECT path, "noteId" FROM letter_callout WHERE "letterId" = $1 ORDER BY place',
    [letterId],
  );
  const called = callouts.map(({ path, note }) => `${path}#${note}`);
  return called.join(' ') === rows.map(({ path, noteId }) => `${path}#${noteId}`).join(' ');
}

/** Before any row of a note is held, as whoever counts takes them after this one too. */
async function countAnew(client: PoolClient, editionId: string): Promise<void> {
  await client.query(
    `INSERT INTO endnote_count ("editionId") VALUES ($1) ON CONFLICT ("editionId") DO UPDATE SET stale = true`,
    [editionId],
  );
}

/** A callout is the same as long as its sentence is; of several in one sentence each has its own key. */
function keyed<Callout extends { note: string; before: string; after: string }>(
  callouts: readonly Callout[],
) {
  const seen = new Map<string, number>();
  return callouts.map((callout) => {
    const { note, before, after } = callout;
    const hash = createHash('sha256')
      .update(JSON.stringify([note, before.trim(), after.trim()]))
      .digest('hex')
      .slice(0, 16);
    const times = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, times);
    return { ...callout, key: times === 1 ? hash : `${hash}-${times}` };
  });
}
