import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { enterEdition, markIndexed } from './bare-edition.mjs';
import { reportPages } from './page-times.mjs';
import { startChancery } from './running-server.mjs';

/** How many letters, and within how many milliseconds the server is to answer. */
const sizes = [
  { letters: 10_000, atMost: 100 },
  { letters: 100_000, atMost: 300 },
];
const entries = 5_000;
/** How many names a letter has; every tenth stands for nobody yet. */
const names = 6;

/** The tables as the house would have read them out of the letters: to index these is not what is measured. */
async function generate(client, editionId, letters, userId) {
  await enterEdition(client, { editionId, userId, letters });
  await client.query(
    `INSERT INTO register_entry ("letterId", id, "editionId", path, kind, name, sort, words, facts)
     SELECT $1 || '.0', 'person-' || place, $1, 'volume.xml', 'persons', name, lower(name), lower(name) || ' minister of supply',
       jsonb_build_object('kind', 'persons', 'id', 'person-' || place, 'names', jsonb_build_array(name),
         'description', 'Minister of Supply', 'authorityIds', '[]'::jsonb)
     FROM (SELECT place, md5(place::text) || ' the Younger' AS name FROM generate_series(0, $2::int - 1) AS place) AS person`,
    [editionId, entries],
  );
  // As in an edition: a few are named in every other letter, most in few.
  await client.query(
    `INSERT INTO name_use ("letterId", place, "editionId", kind, path, target, written, words, context, "isInHeader")
     SELECT $1 || '.' || 1 + n / $3::int, n % $3::int, $1, 'persons',
       CASE WHEN n % 10 > 0 THEN 'volume.xml' END, CASE WHEN n % 10 > 0 THEN 'person-' || who END,
       CASE WHEN n % 10 > 0 THEN '../volume.xml#person-' || who END,
       'Mr ' || left(md5(who::text), 8), 'The message of Mr ' || left(md5(who::text), 8) || ' has reached me.', n % $3::int < 2
     FROM (SELECT n, CASE WHEN n % $3::int < 2 THEN n % 5 ELSE (n::bigint * 7919 % $4::int)::int END AS who
       FROM generate_series(0, $2::int * $3::int - 1) AS n) AS named`,
    [editionId, letters, names, entries],
  );
  await client.query(
    `INSERT INTO calendar_line ("letterId", "editionId", place, "ownNumber", number, "numberSupplied", title,
       "titleSupplied", "titleSort", "dateType", "datePrinted", "dateWhen", incipit, words)
     SELECT id, "editionId", position, position, position, false, 'J. V. STALIN TO F. ROOSEVELT', true,
       md5(id), 'signed', 'on that day', '1941-11-04', '', ''
     FROM letter WHERE "editionId" = $1 AND position > 0`,
    [editionId],
  );
  await markIndexed(client, editionId);
  for (const table of ['letter', 'register_entry', 'name_use', 'calendar_line'])
    await client.query(`VACUUM ANALYZE ${table}`);
}

const chancery = await startChancery();
const client = new pg.Client({ connectionString: chancery.databaseUrl });
try {
  await client.connect();
  const { rows } = await client.query('SELECT id FROM "user" LIMIT 1');
  for (const { letters, atMost } of sizes) {
    const editionId = `registers-${randomUUID().slice(0, 8)}`;
    await generate(client, editionId, letters, rows[0].id);
    const edition = `editions/${editionId}`;
    const named = await client.query(
      'SELECT words FROM name_use WHERE "editionId" = $1 AND target IS NULL LIMIT 1',
      [editionId],
    );
    const pages = {
      'the first page': `${edition}/registers/persons`,
      'the page of one that is named everywhere': `${edition}/registers/persons?after=${encodeURIComponent('c4ca\n')}`,
      'entries that hold a word': `${edition}/registers/persons?filter=minister%20abc`,
      'one that is named everywhere': `${edition}/registers/persons/person-1`,
      'one that is named here and there': `${edition}/registers/persons/person-77`,
      'a name that stands for nobody': `${edition}/names/persons?words=${encodeURIComponent(named.rows[0].words)}`,
    };
    await reportPages(chancery, { of: `Registers, ${letters.toLocaleString('en')} letters`, pages, atMost });
  }
} finally {
  await client.end();
  await chancery.stop();
}
