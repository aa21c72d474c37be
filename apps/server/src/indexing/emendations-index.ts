import { readEmendations } from '@chancery/tei';
import type { LetterIndex } from './letter-index.js';

/** Where the letters depart from their copies. */
export const emendationsIndex: LetterIndex = {
  name: 'emendations',
  revision: 1,
  async write(client, { id, editionId, tei }) {
    await client.query('DELETE FROM letter_emendation WHERE "letterId" = $1', [id]);
    const emendations = readEmendations(tei);
    if (emendations.length === 0) return;
    await client.query(
      `INSERT INTO letter_emendation
         ("letterId", place, "editionId", kind, label, copy, edition, before, after, reason, resp, cert)
       SELECT $1, place - 1, $2, kind, label, copy, edition, before, after, reason, resp, cert
       FROM ROWS FROM (jsonb_to_recordset($3) AS (kind text, label text, copy text, edition text,
         before text, after text, reason text, resp text, cert text)
       ) WITH ORDINALITY AS e (kind, label, copy, edition, before, after, reason, resp, cert, place)`,
      [id, editionId, JSON.stringify(emendations)],
    );
  },
};
