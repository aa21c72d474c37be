/**
 * Enters an edition with somebody as its chief editor, and letters without a text where they are asked for: a file of the
 * volume, and so many letters behind it.
 *
 * @param {import('pg').Client} client
 * @param {{ editionId: string, userId: string, letters?: number }} edition
 */
export async function enterEdition(client, { editionId, userId, letters }) {
  await client.query('INSERT INTO edition (id, title) VALUES ($1, $1)', [editionId]);
  await client.query(`INSERT INTO membership ("editionId", "userId", role) VALUES ($1, $2, 'chief-editor')`, [
    editionId,
    userId,
  ]);
  if (letters === undefined) return;
  await client.query(
    `INSERT INTO letter (id, "editionId", name, path, kind, position, encoding, "baseSource", source, metadata)
     SELECT $1 || '.' || place, $1, 'letter-' || place, CASE place WHEN 0 THEN 'volume.xml' ELSE 'letters/letter-' || place || '.xml' END,
       CASE place WHEN 0 THEN 'front' ELSE 'letter' END, place, 'utf-8', '', '<TEI/>',
       jsonb_build_object('letter', jsonb_build_object('headerTitle', 'Letter ' || place))
     FROM generate_series(0, $2::int) AS place`,
    [editionId, letters],
  );
}

/**
 * Says that the letters of an edition have been read, so that the running server does not read them.
 *
 * @param {import('pg').Client} client
 * @param {string} editionId
 */
export async function markIndexed(client, editionId) {
  await client.query(
    `INSERT INTO letter_index ("letterId", version, stamp)
     SELECT id, 0, (SELECT stamp FROM letter_index LIMIT 1) FROM letter WHERE "editionId" = $1`,
    [editionId],
  );
}
