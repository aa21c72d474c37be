import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { generatedVolume } from './generated-volume.mjs';
import { report } from './report.mjs';
import { startChancery } from './running-server.mjs';
import { inTurns, median, quantile } from './timing.mjs';

const program = fileURLToPath(new URL('../../apps/cli/bin/chancery.mjs', import.meta.url));
const models = 1_000;

/** Letters as an import brings them, indexed by the running server. */
async function importModels({ address, cookie, databaseUrl }, client) {
  const { editions } = await (await fetch(`${address}/api/editions`, { headers: { cookie } })).json();
  const edition = editions[0].id;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-search-'));
  try {
    mkdirSync(join(folder, 'letters'));
    for (const [at, { path, source }] of generatedVolume(models).letters.entries()) {
      // A word that one letter in a hundred has, and one that one letter has.
      const rare = at % 100 === 7 ? ' Zaporozhye' : at === 503 ? ' Quisling' : '';
      writeFileSync(join(folder, path), source.replace('My dear friend,', `My dear friend${rare},`));
    }
    const options = ['import', folder, '--edition', edition, '--database-url', databaseUrl];
    execFileSync(process.execPath, [program, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (;;) {
    const { rows } = await client.query(
      `SELECT count(DISTINCT "letterId")::int AS n FROM search_part WHERE "letterId" LIKE 'letter-%'`,
    );
    if (rows[0].n === models) return edition;
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** Copies of them under other names, until there are so many. */
async function copyUpTo(client, count) {
  const { rows } = await client.query(
    `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
     WHERE table_name = 'letter' AND table_schema = 'public' AND column_name NOT IN ('id', 'name', 'path', 'position')`,
  );
  const lines = await client.query(
    `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
     WHERE table_name = 'calendar_line' AND table_schema = 'public' AND column_name NOT IN ('letterId', 'place')`,
  );
  const there = await client.query(`SELECT count(*)::int AS n FROM letter WHERE id LIKE 'letter-%'`);
  for (let copy = there.rows[0].n / models; copy < count / models; copy += 1) {
    const id = `id || '-' || ${copy}`;
    // At once, lest the running server index a copy before its lines are there.
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO letter (id, name, path, position, ${rows[0].columns})
       SELECT ${id}, ${id}, ${id}, position + ${copy * models}, ${rows[0].columns}
       FROM letter WHERE id ~ '^letter-[0-9]+$'`,
    );
    await client.query(
      `INSERT INTO search_part SELECT "letterId" || '-' || ${copy}, part, "editionId", passages, written, emended
       FROM search_part WHERE "letterId" ~ '^letter-[0-9]+$'`,
    );
    await client.query(
      `INSERT INTO calendar_line ("letterId", place, ${lines.rows[0].columns})
       SELECT "letterId" || '-' || ${copy}, place + ${copy * models}, ${lines.rows[0].columns}
       FROM calendar_line WHERE "letterId" ~ '^letter-[0-9]+$'`,
    );
    await client.query(
      `INSERT INTO letter_index SELECT "letterId" || '-' || ${copy}, version, stamp
       FROM letter_index WHERE "letterId" ~ '^letter-[0-9]+$'`,
    );
    await client.query('COMMIT');
  }
  await client.query('VACUUM ANALYZE letter, search_part, search_word, calendar_line, letter_index');
}

const searches = [
  ['a word of few letters', { q: 'quisling' }],
  ['a word of one letter in a hundred', { q: 'zaporozhye' }],
  ['a word of every letter', { q: 'government' }],
  ['a phrase', { q: '"winter convoy"' }],
  ['a beginning', { q: 'quis*' }],
  ['notes alone', { q: 'government', in: 'notes' }],
  ['the very characters', { q: 'uislin', how: 'exact' }],
  ['the very characters, of every letter', { q: 'the Gov', how: 'exact', capitals: 'true' }],
  ['a regular expression', { q: 'Quisl?ing\\b', how: 'regex' }],
  ['a regular expression without a word', { q: '\\b[A-Z]\\w+, [a-z]+ ', how: 'regex', capitals: 'true' }],
];

const chancery = await startChancery();
const client = new pg.Client({ connectionString: chancery.databaseUrl });
await client.connect();
try {
  const edition = await importModels(chancery, client);
  for (const [count, goal] of [
    [10_000, 100],
    [100_000, 300],
  ]) {
    await copyUpTo(client, count);
    const works = searches.map(([, query]) => async () => {
      const address = `${chancery.address}/api/editions/${edition}/search?${new URLSearchParams(query)}`;
      const answer = await fetch(address, { headers: { cookie: chancery.cookie } });
      const page = await answer.json();
      if (!answer.ok || (page.letters.length === 0 && query.in === undefined))
        throw new Error(`${query.q}: ${answer.status} ${JSON.stringify(page).slice(0, 200)}`);
    });
    const samples = await inTurns(works, { warmUp: 2, rounds: 10 });
    report(
      ...searches.map(([name], at) => ({
        name: `Search in ${count.toLocaleString('en')} letters: ${name}`,
        unit: 'ms',
        value: median(samples[at]),
        p99: quantile(samples[at], 0.99),
        goal: { atMost: goal },
      })),
    );
  }
} finally {
  await client.end();
  await chancery.stop();
}
