import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isRunning } from './process-state.js';

const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'chancery-postgres-'));
  ends.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres(dataDir);
  ends.push(() => postgres.stop());
  return postgres;
}

async function ask<T>(url: string, query: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(query)).rows as T[];
  } finally {
    await client.end();
  }
}

/** Leaves it running and unwatched, as a server does that is killed. */
async function abandon(postgres: EmbeddedPostgres): Promise<void> {
  const other = new Client({ connectionString: postgres.url });
  await other.connect();
  await postgres.stop();
  await other.end();
}

const pidIn = (dataDir: string) => readPostmasterFile(join(dataDir, 'postgres'))?.pid ?? 0;

const asRoot = process.getuid?.() === 0;

test('it is made, found again while it runs, stopped, and started again with what it held', async () => {
  const dataDir = await folder();
  const first = await start(dataDir);
  expect(first.adopted).toBe(false);
  await ask(first.url, 'CREATE TABLE held (word text)');
  await ask(first.url, "INSERT INTO held VALUES ('kept')");

  await abandon(first);
  const second = await startEmbeddedPostgres(dataDir);
  expect(second).toMatchObject({ adopted: true, url: first.url });

  const pid = pidIn(dataDir);
  await second.stop();
  expect(isRunning(pid)).toBe(false);
  const third = await start(dataDir);
  expect(third.adopted).toBe(false);
  expect(await ask(third.url, 'SELECT word FROM held')).toEqual([{ word: 'kept' }]);
  expect(await ask(third.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
});

test('what it logs of a failure holds no words of what was to be stored', async () => {
  const dataDir = await folder();
  const postgres = await start(dataDir);
  await ask(postgres.url, 'CREATE TABLE page (leaf int NOT NULL, words text UNIQUE)');
  await expect(ask(postgres.url, "INSERT INTO page VALUES (NULL, 'SECRET')")).rejects.toThrow('leaf');
  await ask(postgres.url, "INSERT INTO page VALUES (1, 'SECRET')");
  await expect(ask(postgres.url, "INSERT INTO page VALUES (2, 'SECRET')")).rejects.toThrow('unique');
  const log = () => readFileSync(join(dataDir, 'postgres.log'), 'utf8');
  await vi.waitFor(() => expect(log()).toContain('unique constraint'), { timeout: 20_000 });
  expect(log()).toContain('null value in column "leaf"');
  expect(log()).not.toContain('SECRET');
});

test('somebody else’s connection keeps it running', async () => {
  const dataDir = await folder();
  const postgres = await start(dataDir);
  const other = new Client({ connectionString: postgres.url });
  await other.connect();
  await postgres.stop();
  expect((await other.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await other.end();
});

test('after a power cut it recovers, past a number that is another program’s now', async () => {
  const dataDir = await folder();
  const first = await start(dataDir);
  await ask(first.url, 'CREATE TABLE held (word text)');
  await abandon(first);
  const cluster = join(dataDir, 'postgres');
  const pid = pidIn(dataDir);
  process.kill(pid, 'SIGKILL');
  while (isRunning(pid)) await pause(10);
  const stale = readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
  writeFileSync(join(cluster, 'postmaster.pid'), stale.replace(String(pid), String(process.pid)));
  const second = await start(dataDir);
  expect(second.adopted).toBe(false);
  expect(await ask(second.url, 'SELECT word FROM held')).toEqual([]);
});

test('killed under a server, it comes back at the same address with what was committed', async () => {
  const dataDir = await folder();
  const { url } = await start(dataDir);
  await ask(url, 'CREATE TABLE held (word text)');
  await ask(url, "INSERT INTO held VALUES ('kept')");
  const pid = pidIn(dataDir);
  process.kill(pid, 'SIGKILL');
  const held = () => ask(url, 'SELECT word FROM held').catch(() => undefined);
  await vi.waitUntil(async () => pidIn(dataDir) !== pid && (await held()) !== undefined, { timeout: 50_000 });
  expect(await held()).toEqual([{ word: 'kept' }]);
});

test('its password is asked for, and its files are its owner’s alone', async () => {
  const dataDir = await folder();
  const { url } = await start(dataDir);
  const wrong = new URL(url);
  wrong.password = 'guessed';
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0);
  expect(statSync(join(dataDir, 'postgres.secret')).mode & 0o077).toBe(0);
});

test.runIf(asRoot)('as root it runs as another user, who need not reach the data folder', async () => {
  const closed = join(await folder(), 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const dataDir = join(closed, 'data');
  const postgres = await start(dataDir);
  const home = readFileSync(join(dataDir, 'database-home'), 'utf8').trim();
  ends.splice(-1, 0, () => rmSync(home, { recursive: true, force: true }));
  expect(statSync(closed).mode & 0o077).toBe(0);
  expect(statSync(join(home, 'postgres')).uid).not.toBe(0);
  const [row] = await ask<{ folder: string }>(
    postgres.url,
    "SELECT current_setting('data_directory') AS folder",
  );
  expect(row?.folder).toBe(join(home, 'postgres'));
  const again = await startEmbeddedPostgres(dataDir);
  expect(again).toMatchObject({ adopted: true, url: postgres.url });
  await abandon(again);
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
});
