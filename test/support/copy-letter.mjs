import pg from 'pg';

/**
 * Copies of a letter of the sample volume that nobody has edited yet.
 *
 * @param {string} databaseUrl
 * @param {string} model the letter's id
 * @param {readonly string[]} ids what the copies are called
 */
export async function copyLetter(databaseUrl, model, ids) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
       WHERE table_name = 'letter' AND table_schema = 'public' AND column_name NOT IN ('id', 'name', 'path')`,
    );
    const { columns } = rows[0];
    for (const id of ids)
      await client.query(
        `INSERT INTO letter (id, name, path, ${columns}) SELECT $2, $2, $3, ${columns} FROM letter WHERE id = $1`,
        [model, id, `letters/${id}.xml`],
      );
  } finally {
    await client.end();
  }
}
