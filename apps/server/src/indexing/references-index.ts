import { anchorsOf, pagesToName, readReferences } from '@chancery/tei';
import type { LetterIndex } from './letter-index.js';

/** What letters refer to, and what of them may be referred to. */
export const referencesIndex: LetterIndex = {
  name: 'references',
  revision: 3,
  async write(client, { id, editionId, path, tei }) {
    await client.query('DELETE FROM letter_reference WHERE "letterId" = $1', [id]);
    await client.query('DELETE FROM letter_anchor WHERE "letterId" = $1', [id]);
    const references = readReferences(tei, path);
    if (references.length > 0)
      await client.query(
        `INSERT INTO letter_reference
           ("letterId", place, "editionId", kind, path, name, fragment, "cRef", written, words, context)
         SELECT $1, place - 1, $2, kind, path, name, fragment, "cRef", written, words, context
         FROM ROWS FROM (jsonb_to_recordset($3) AS
           (kind text, path text, name text, fragment text, "cRef" text, written text, words text, context text)
         ) WITH ORDINALITY AS reference (kind, path, name, fragment, "cRef", written, words, context, place)`,
        [id, editionId, JSON.stringify(references)],
      );
    const anchors = [
      ...Array.from(anchorsOf(tei), ([anchor, { element, n }]) => ({ anchor, element, n, named: true })),
      ...pagesToName(tei).map(({ id: anchor, n }) => ({ anchor, element: 'pb', n, named: false })),
    ];
    if (anchors.length > 0)
      await client.query(
        `INSERT INTO letter_anchor ("letterId", id, element, n, named)
         SELECT $1, anchor, element, n, named
         FROM jsonb_to_recordset($2) AS found (anchor text, element text, n text, named boolean)`,
        [id, JSON.stringify(anchors)],
      );
  },
};
