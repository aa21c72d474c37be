import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDatabase } from '../testing/test-database.js';
import { MigrationMismatch, migrate, migrationsFolder } from './migrate.js';

let folder: string;
let client: Client;
const ends: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-migrations-'));
  const { url, drop } = await makeDatabase({ empty: true });
  client = new Client({ connectionString: url });
  await client.connect();
  ends.push(
    () => rm(folder, { recursive: true }),
    drop,
    () => client.end(),
  );
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

const tables = async () =>
  (await client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).rows.map(
    (row) => row.tablename,
  );

test('the migrations make what schema.prisma says', async () => {
  await migrate(client);
  const module = '../../prisma/diff.mjs';
  const { diff } = (await import(module)) as { diff: (url: string) => Promise<string> };
  const { user, password, host, port, database } = client;
  expect((await diff(`postgresql://${user}:${password}@${host}:${port}/${database}`)).trim()).toBe(
    '-- This is an empty migration.',
  );
});

/** The database as a release made it, without this migration and those after it. */
async function before(migration: string): Promise<void> {
  for (const name of await readdir(migrationsFolder))
    if (name < migration) await cp(join(migrationsFolder, name), join(folder, name), { recursive: true });
  await migrate(client, folder);
}

test('what was said of notes before there were threads becomes one of each note, and decisions stay', async () => {
  await before('20261128112100_note_threads');
  await client.query(
    `INSERT INTO "user" (id, name, email, "updatedAt") SELECT name, name, name || '@example.org', now()
     FROM unnest(ARRAY['ann', 'ben']) AS name`,
  );
  await client.query(`INSERT INTO edition (id, title, "updatedAt") VALUES ('volume', 'A Volume', now())`);
  await client.query(
    `INSERT INTO letter (id, "editionId", name, path, kind, position, encoding, "baseSource", source, metadata, "updatedAt")
     SELECT id, 'volume', id, id || '.xml', 'letter', 0, 'utf-8', '', '<TEI/>', '{}', now()
     FROM unnest(ARRAY['one', 'two']) AS id`,
  );
  const events = [
    ['1', 'one', 'note-1', 'comment', 'ann', 'Which papers?', '09:00'],
    ['2', 'one', 'note-1', 'return', 'ben', 'Say which.', '09:05'],
    ['3', 'one', 'note-1', 'comment', 'ben', 'Those of Helsinki.', '09:10'],
    ['4', 'one', 'note-2', 'comment', 'ben', 'Too long.', '09:20'],
    // The same name in another file, in the same moment as the first.
    ['5', 'two', 'note-1', 'comment', 'ann', 'Another note.', '09:00'],
  ];
  for (const [id, letterId, noteId, kind, userId, comment, time] of events)
    await client.query(
      `INSERT INTO note_event (id, "letterId", "noteId", kind, "from", version, comment, "userId", "createdAt")
       VALUES ($1, $2, $3, $4, 'in-review', 1, $5, $6, $7)`,
      [id, letterId, noteId, kind, comment, userId, `2026-11-28 ${time}+00`],
    );
  await migrate(client);
  const threads = await client.query(
    `SELECT thread."letterId", thread."subjectId", thread."createdById", thread."resolvedAt",
       array_agg(comment."authorId" || ': ' || comment.body ORDER BY comment."createdAt") AS said
     FROM comment_thread AS thread JOIN comment ON comment."threadId" = thread.id
     WHERE thread.subject = 'note' GROUP BY thread.id ORDER BY 1, 2`,
  );
  const begun = { resolvedAt: null };
  expect(threads.rows).toEqual([
    {
      ...begun,
      letterId: 'one',
      subjectId: 'note-1',
      createdById: 'ann',
      said: ['ann: Which papers?', 'ben: Those of Helsinki.'],
    },
    { ...begun, letterId: 'one', subjectId: 'note-2', createdById: 'ben', said: ['ben: Too long.'] },
    { ...begun, letterId: 'two', subjectId: 'note-1', createdById: 'ann', said: ['ann: Another note.'] },
  ]);
  const { rows } = await client.query('SELECT id, kind, comment FROM note_event');
  expect(rows).toEqual([{ id: '2', kind: 'return', comment: 'Say which.' }]);
});

test('migrations are applied in order, once', async () => {
  await write('2_second', 'ALTER TABLE letter ADD COLUMN stage text');
  await write('1_first', 'CREATE TABLE letter (id text)');
  expect(await migrate(client, folder)).toEqual(['1_first', '2_second']);
  expect(await migrate(client, folder)).toEqual([]);
  await write('3_third', 'CREATE TABLE note (id text)');
  expect(await migrate(client, folder)).toEqual(['3_third']);
  const { rows } = await client.query(
    'SELECT migration_name, length(checksum) AS length, applied_steps_count FROM _prisma_migrations ORDER BY 1',
  );
  expect(rows).toEqual(
    ['1_first', '2_second', '3_third'].map((migration_name) => ({
      migration_name,
      length: 64,
      applied_steps_count: 1,
    })),
  );
});

test('a migration that fails leaves nothing of itself, and those before it', async () => {
  await write('1_first', 'CREATE TABLE letter (id text)');
  await write('2_second', 'CREATE TABLE note (id text); SELECT nonsense;');
  await expect(migrate(client, folder)).rejects.toThrow('nonsense');
  expect(await tables()).toEqual(['_prisma_migrations', 'letter']);
  await write('2_second', 'CREATE TABLE note (id text)');
  expect(await migrate(client, folder)).toEqual(['2_second']);
});

test('a migration that was changed after it was applied is told of', async () => {
  await write('1_first', 'CREATE TABLE letter (id text)');
  await migrate(client, folder);
  await write('1_first', 'CREATE TABLE letter (id integer)');
  await expect(migrate(client, folder)).rejects.toThrow(MigrationMismatch);
});

test('a database of a newer release is left alone', async () => {
  await write('1_first', 'CREATE TABLE letter (id text)');
  await write('2_newer', 'CREATE TABLE note (id text)');
  await migrate(client, folder);
  await rm(join(folder, '2_newer'), { recursive: true });
  await write('1b_ours', 'CREATE TABLE ours (id text)');
  await expect(migrate(client, folder)).rejects.toThrow(/newer Chancery/);
  expect(await tables()).not.toContain('ours');
});

test('servers that start at once take turns', async () => {
  await write('1_first', 'CREATE TABLE letter (id text); SELECT pg_sleep(0.1)');
  const others = [1, 2, 3].map(
    () =>
      new Client({
        user: client.user ?? '',
        password: client.password ?? '',
        host: client.host,
        port: client.port,
        database: client.database ?? '',
      }),
  );
  await Promise.all(others.map((other) => other.connect()));
  const applied = await Promise.all(others.map((other) => migrate(other, folder)));
  await Promise.all(others.map((other) => other.end()));
  expect(applied.flat()).toEqual(['1_first']);
});
