import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { enterEdition, markIndexed } from './bare-edition.mjs';
import { reportPages } from './page-times.mjs';
import { startChancery } from './running-server.mjs';

const letters = 10_000;
const emendations = 40_000;
const kinds = ['correction', 'regularization', 'expansion', 'supplied', 'unclear', 'gap'];

/** The tables as the house would have read them out of the letters: to index these is not what is measured. */
async function generate(client, editionId, userId) {
  await enterEdition(client, { editionId, userId, letters });
  await client.query(
    `INSERT INTO letter_emendation
       ("letterId", place, "editionId", kind, label, copy, edition, before, after, reason, resp, cert)
     SELECT $1 || '.' || n / 4, n % 4, $1, CASE WHEN n % 500 = 0 THEN 'surplus' ELSE ($3::text[])[1 + n % 6] END,
       'paragraph ' || n % 4, 'recieved', 'received', 'Your message of the seventh was ', ' by me with great satisfaction.',
       'a slip of the pen', 'editor', 'high'
     FROM generate_series(0, $2::int - 1) AS n`,
    [editionId, emendations, kinds],
  );
  await client.query(
    `INSERT INTO calendar_line ("letterId", "editionId", place, "numberSupplied", title, "titleSupplied", "titleSort", incipit, words)
     SELECT id, "editionId", position, false, name, false, name, '', name FROM letter
     WHERE "editionId" = $1 AND kind = 'letter'`,
    [editionId],
  );
  await markIndexed(client, editionId);
  for (const table of ['letter', 'letter_emendation', 'calendar_line'])
    await client.query(`VACUUM ANALYZE ${table}`);
}

const chancery = await startChancery();
const client = new pg.Client({ connectionString: chancery.databaseUrl });
try {
  await client.connect();
  const { rows } = await client.query('SELECT id FROM "user" LIMIT 1');
  const editionId = `emendations-${randomUUID().slice(0, 8)}`;
  await generate(client, editionId, rows[0].id);
  const list = `editions/${editionId}/emendations`;
  const pages = {
    'the first page': list,
    'from the middle': `${list}?after=5000/1/${editionId}.5000`,
    'the last page': `${list}?after=9980/1/${editionId}.9980`,
    'of a kind that is rare': `${list}?kind=surplus`,
  };
  await reportPages(chancery, {
    of: `Emendations, of ${emendations.toLocaleString('en')}`,
    pages,
    atMost: 100,
  });
} finally {
  await client.end();
  await chancery.stop();
}
