import { indexedName, listedName, readNameUses, readRegisters, readVolume } from '@chancery/tei';
import type { LetterIndex } from '../indexing/letter-index.js';
import { plainWords } from '../indexing/plain-words.js';

/** The entries of the registers, and the names in the letters that stand for them. */
export const registerIndex: LetterIndex = {
  name: 'registers',
  revision: 1,
  async write(client, { id, editionId, path, kind, tei }) {
    await client.query('DELETE FROM register_entry WHERE "letterId" = $1', [id]);
    await client.query('DELETE FROM name_use WHERE "letterId" = $1', [id]);
    const style = kind === 'front' ? readVolume(tei) : {};
    const entries = (kind === 'front' ? readRegisters(tei) : []).map((facts) => {
      const { names, dates = '', description = '', authorityIds } = facts;
      const [name = ''] = names;
      const words = [...names, dates, description, ...authorityIds.map((each) => each.id)].join(' ');
      const sort = plainWords(indexedName(facts.kind, name));
      return { facts, name: listedName(style, facts.kind, name), sort, words: plainWords(words) };
    });
    // Of two entries with one id, which is a finding, the first is known by it.
    if (entries.length > 0)
      await client.query(
        `INSERT INTO register_entry ("letterId", id, "editionId", path, kind, name, sort, words, facts)
         SELECT $1, facts->>'id', $2, $3, facts->>'kind', name, sort, words, facts
         FROM jsonb_to_recordset($4) AS entry (name text, sort text, words text, facts jsonb) ON CONFLICT DO NOTHING`,
        [id, editionId, path, JSON.stringify(entries)],
      );
    const uses = readNameUses(tei, path);
    if (uses.length > 0)
      await client.query(
        `INSERT INTO name_use
           ("letterId", place, "editionId", kind, path, target, written, words, context, "isInHeader")
         SELECT $1, place - 1, $2, kind, path, target, written, words, context, "isInHeader"
         FROM ROWS FROM (jsonb_to_recordset($3) AS (kind text, path text, target text, written text, words text,
           context text, "isInHeader" boolean)) WITH ORDINALITY
           AS use (kind, path, target, written, words, context, "isInHeader", place)`,
        [id, editionId, JSON.stringify(uses)],
      );
  },
};
