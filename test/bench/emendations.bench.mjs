import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { report } from './report.mjs';
import { startChancery } from './running-server.mjs';
import { median } from './timing.mjs';

const letters = 10_000;
const emendations = 40_000;
const kinds = ['correction', 'regularization', 'expansion', 'supplied', 'unclear', 'gap'];

/** The tables as the house would have read them out of the letters: to index these is not what is measured. */
async function generate(client, editionId, userId) {
  await client.query('INSERT INTO edition (id, title) VALUES ($1, $1)', [editionId]);
  await client.query(`INSERT INTO membership ("editionId", "userId", role) VALUES ($1, $2, 'chief-editor')`, [
    editionId,
    userId,
  ]);
  await client.query(
    `INSERT INTO letter (id, "editionId", name, path, kind, position, encoding, "baseSource", source, metadata)
     SELECT $1 || '.' || place, $1, 'letter-' || place, CASE place WHEN 0 THEN 'volume.xml' ELSE 'letters/letter-' || place || '.xml' END,
       CASE place WHEN 0 THEN 'front' ELSE 'letter' END, place, 'utf-8', '', '<TEI/>', '{}'
     FROM generate_series(0, $2::int) AS place`,
    [editionId, letters],
  );
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
  await client.query(
    `INSERT INTO letter_index ("letterId", version, stamp)
     SELECT id, 0, (SELECT stamp FROM letter_index LIMIT 1) FROM letter WHERE "editionId" = $1`,
    [editionId],
  );
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
  for (const [name, path] of Object.entries(pages)) {
    const samples = [];
    for (let round = 0; round < 21; round += 1) {
      const start = performance.now();
      const answer = await fetch(`${chancery.address}/api/${path}`, { headers: { cookie: chancery.cookie } });
      const { emendations: page } = await answer.json();
      if (!answer.ok || page.length === 0) throw new Error(`${path} answered ${answer.status}.`);
      samples.push(performance.now() - start);
    }
    report({
      name: `Emendations, of ${emendations.toLocaleString('en')}: ${name}`,
      unit: 'ms',
      value: median(samples.sort((one, other) => one - other)),
      goal: { atMost: 100 },
    });
  }
} finally {
  await client.end();
  await chancery.stop();
}
