import { endnoteLabels, fixedLabel, type NoteRule, noteLabels, noteRule } from '@chancery/tei';
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../database/in-transaction.js';
import { readVolumeRules } from '../volume/read-volume-rules.js';
import { endnoteCalls } from './endnote-calls.js';
import { notesThroughVolume } from './notes-through-volume.js';

/**
 * Gives the notes of an edition that are counted over all its letters the labels that they bear now, where any callout has come,
 * gone or moved: the endnotes, and other series that the volume numbers so.
 */
export async function countNotes(pool: Pool, editionId: string): Promise<void> {
  const asked = await pool.query('SELECT 1 FROM endnote_count WHERE "editionId" = $1 AND stale', [editionId]);
  if (asked.rowCount === 0) return;
  await inTransaction(pool, (client) => countIn(client, editionId));
}

async function countIn(client: PoolClient, editionId: string): Promise<void> {
  // Holds the row until all is counted: what changes meanwhile waits, and has it counted again.
  const taken = await client.query(
    'UPDATE endnote_count SET stale = false WHERE "editionId" = $1 AND stale',
    [editionId],
  );
  if (taken.rowCount === 0) return;
  const notes = await client.query<{ letterId: string; id: string; label: string | null }>(
    `SELECT note."letterId", note."noteId" AS id, note.label
     FROM letter JOIN letter_note AS note ON note."letterId" = letter.id
     WHERE letter."editionId" = $1 AND letter.kind = 'front' AND note.series = 'endnote' ORDER BY note.place`,
    [editionId],
  );
  const calls = await endnoteCalls(client, editionId);
  const { noteRules: rules } = await readVolumeRules(client, editionId);
  const labels = endnoteLabels(
    notes.rows.map(({ id, label }) => ({ id, label: label ?? undefined })),
    calls.map(({ noteId }) => noteId),
    noteRule(rules, 'endnote').style,
  );
  await show(
    client,
    notes.rows.map(({ letterId, id }) => ({ letterId, id, label: labels.get(id) })),
  );
  for (const series of ['footnote', 'textual'] as const)
    if (noteRule(rules, series).scope === 'volume') await countThrough(client, editionId, rules, series);
}

async function countThrough(
  client: PoolClient,
  editionId: string,
  rules: readonly NoteRule[],
  series: 'footnote' | 'textual',
): Promise<void> {
  const notes = await notesThroughVolume(client, editionId, series);
  const rule = noteRule(rules, series);
  const labels = noteLabels(
    rule.style,
    notes.map(({ label }, place) => ({ id: String(place), label: fixedLabel(rule, label) })),
  );
  await show(
    client,
    notes.map(({ letterId, id }, place) => ({ letterId, id, label: labels.get(String(place)) })),
  );
}

async function show(
  client: PoolClient,
  counted: readonly { letterId: string; id: string; label: string | undefined }[],
): Promise<void> {
  await client.query(
    `UPDATE letter_note AS note SET shown = counted.label
     FROM jsonb_to_recordset($1) AS counted ("letterId" text, id text, label text)
     WHERE note."letterId" = counted."letterId" AND note."noteId" = counted.id AND note.shown <> counted.label`,
    [JSON.stringify(counted)],
  );
}
