import type { Pool } from 'pg';
import { inTransaction } from '../database/in-transaction.js';
import { HttpProblem } from '../errors/http-problem.js';

/**
 * Puts a leaf behind another one, or before all.
 *
 * @throws {HttpProblem} `conflict` when one of them has gone
 */
export async function orderImages(
  pool: Pool,
  editionId: string,
  { image, after }: { readonly image: string; readonly after: string | null },
): Promise<void> {
  if (image === after) return;
  await inTransaction(pool, async (client) => {
    await client.query('SELECT id FROM edition WHERE id = $1 FOR NO KEY UPDATE', [editionId]);
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM page_image WHERE "editionId" = $1 ORDER BY place, id',
      [editionId],
    );
    const others = rows.map(({ id }) => id).filter((id) => id !== image);
    const place = after === null ? 0 : others.indexOf(after) + 1;
    if (others.length === rows.length || (after !== null && place === 0))
      throw new HttpProblem('conflict', 'The leaf has been removed meanwhile. Look at the images again.');
    const order = [...others.slice(0, place), image, ...others.slice(place)];
    await client.query(
      `UPDATE page_image SET place = wanted.place::int
       FROM unnest($1::text[]) WITH ORDINALITY AS wanted (id, place)
       WHERE page_image.id = wanted.id AND page_image.place <> wanted.place`,
      [order],
    );
  });
}
