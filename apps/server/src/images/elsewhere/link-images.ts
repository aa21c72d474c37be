import { randomUUID } from 'node:crypto';
import { type Actor, audit } from '../../audit/audit.js';
import type { LinkRequest } from '../../contract/manifest.js';
import { inTransaction } from '../../database/in-transaction.js';
import { HttpProblem } from '../../errors/http-problem.js';
import type { House } from '../../house.js';
import { refusedHost } from './image-hosts.js';

/**
 * Makes pictures that other houses keep the next leaves of the copy. Nothing of them is fetched: a leaf has the address of its picture, and what
 * is linked already is only given to the letter. Answers the leaves.
 *
 * @throws {HttpProblem} `image-refused` for a host that is not allowed, `bad-request` for a letter that the edition has not
 */
export async function linkImages(
  { pool, imageHosts }: House,
  editionId: string,
  { pictures, letterId }: LinkRequest,
  actor: Actor,
): Promise<string[]> {
  for (const { picture } of pictures) {
    const refused = refusedHost(imageHosts, picture);
    if (refused !== undefined) throw new HttpProblem('image-refused', refused);
  }
  return inTransaction(pool, async (client) => {
    await client.query('SELECT id FROM edition WHERE id = $1 FOR NO KEY UPDATE', [editionId]);
    const known = await client.query<{ last: number | null }>(
      'SELECT max(place) AS last FROM page_image WHERE "editionId" = $1',
      [editionId],
    );
    let place = known.rows[0]?.last ?? 0;
    const ids: string[] = [];
    const hosts = new Set<string>();
    for (const { picture, label, width, height } of pictures) {
      const path = new URL(picture).href;
      const { rows } = await client.query<{ id: string; isNew: boolean }>(
        `INSERT INTO page_image (id, "editionId", path, place, label, "mediaType", bytes, width, height, levels, "userId")
         VALUES ($1, $2, $3, $4, $5, 'image/jpeg', 0, $6, $7, 0, $8)
         ON CONFLICT ("editionId", path) DO UPDATE SET path = excluded.path
         RETURNING id, (xmax = 0) AS "isNew"`,
        [randomUUID(), editionId, path, place + 1, label, width, height, actor.id],
      );
      const [row] = rows;
      if (!row) continue;
      if (row.isNew) {
        place += 1;
        hosts.add(new URL(picture).host);
      }
      ids.push(row.id);
    }
    if (letterId !== null) await giveToLetter(letterId);
    if (hosts.size > 0)
      await audit(client, {
        editionId,
        actor,
        action: 'images-added',
        subject: { kind: 'image', id: ids[0] ?? null, name: [...hosts].join(', ') },
        details: { leaves: ids.length },
      });
    return ids;

    async function giveToLetter(letter: string): Promise<void> {
      const { rowCount } = await client.query('SELECT 1 FROM letter WHERE id = $1 AND "editionId" = $2', [
        letter,
        editionId,
      ]);
      if (rowCount === 0)
        throw new HttpProblem('bad-request', 'The edition has no such letter. Choose another.');
      await client.query(
        `INSERT INTO letter_image ("letterId", "imageId") SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`,
        [letter, ids],
      );
    }
  });
}
