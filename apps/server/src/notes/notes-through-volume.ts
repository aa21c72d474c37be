import { countedBy, fixedLabel, noteRule } from '@chancery/tei';
import type { Pool, PoolClient } from 'pg';
import type { LetterReferences } from '../contract/reference.js';
import { readVolumeRules } from '../volume/read-volume-rules.js';

/** A note that is called where it stands. */
interface NoteInPlace {
  readonly letterId: string;
  readonly id: string;
  readonly label: string | null;
}

/** Whether a note of the volume's own file is called in its back matter, which comes behind the letters. */
const inBack = `(SELECT bool_or(callout."inBack") FROM letter_callout AS callout
  WHERE letter.kind = 'front' AND callout."letterId" = letter.id AND callout.path = letter.path
    AND callout."noteId" = note."noteId")`;

/** The notes of a series that are called where they stand, in the order of the volume: of its front matter, the letters, its back matter. */
export async function notesThroughVolume(
  client: Pick<PoolClient, 'query'>,
  editionId: string,
  series: 'footnote' | 'textual',
): Promise<NoteInPlace[]> {
  const { rows } = await client.query<NoteInPlace>(
    `SELECT note."letterId", note."noteId" AS id, note.label
     FROM letter_note AS note
     JOIN letter ON letter.id = note."letterId"
     LEFT JOIN calendar_line AS line ON line."letterId" = note."letterId"
     WHERE note."editionId" = $1 AND note.series = $2
     ORDER BY CASE WHEN letter.kind <> 'front' THEN 1 WHEN ${inBack} THEN 2 ELSE 0 END,
       line.place, note."letterId", note.place`,
    [editionId, series],
  );
  return rows;
}

/** How far the notes before a letter count, of the series that the volume numbers through; nothing of the others. */
export async function notesCountedBefore(pool: Pool, letterId: string): Promise<LetterReferences['counted']> {
  const here = await pool.query<{ editionId: string }>('SELECT "editionId" FROM letter WHERE id = $1', [
    letterId,
  ]);
  const { noteRules: rules } = await readVolumeRules(pool, here.rows[0]?.editionId ?? '');
  const counted: LetterReferences['counted'] = {};
  for (const series of ['footnote', 'textual'] as const) {
    const rule = noteRule(rules, series);
    if (rule.scope !== 'volume') continue;
    const { rows } = await pool.query<{ label: string | null; before: boolean; between: boolean }>(
      `SELECT note.label, here.kind = 'front' AS between, CASE
         WHEN here.kind = 'front' THEN false
         WHEN letter.kind = 'front' THEN ${inBack} IS NOT TRUE
         ELSE (line.place, note."letterId") < (own.place, here.id)
       END AS before
       FROM letter AS here
       JOIN letter_note AS note ON note."editionId" = here."editionId" AND note."letterId" <> here.id
       JOIN letter ON letter.id = note."letterId"
       LEFT JOIN calendar_line AS line ON line."letterId" = note."letterId"
       LEFT JOIN calendar_line AS own ON own."letterId" = here.id
       WHERE here.id = $1 AND note.series = $2`,
      [letterId, series],
    );
    const fixed = [...new Set(rows.flatMap(({ label }) => fixedLabel(rule, label) ?? []))];
    const free = rows.filter(({ label }) => fixedLabel(rule, label) === undefined);
    const before = free.filter((note) => note.before).length;
    counted[series] = {
      counted: countedBy(rule.style, before, fixed),
      between: free.filter((note) => note.between).length,
      fixed,
    };
  }
  return counted;
}
