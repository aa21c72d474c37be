import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDatabase } from '../testing/test-database.js';
import { MigrationMismatch, migrate } from './migrate.js';

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
