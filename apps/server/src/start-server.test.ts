import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseUnusable } from './database/open-database.js';
import { serve } from './serve.js';
import { PortTaken, startServer } from './start-server.js';
import { LiveClient } from './testing/live-client.js';
import { makeDatabase } from './testing/test-database.js';

let dataDir: string;
let databaseUrl: string;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'chancery-start-'));
  const { url, drop } = await makeDatabase({ empty: true });
  databaseUrl = url;
  ends.push(() => rm(dataDir, { recursive: true, force: true }), drop);
});
afterAll(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

test('it starts on an empty database, signs its first person in, and starts again', async () => {
  const told: string[] = [];
  const first = await startServer({ port: 0, dataDir, databaseUrl, progress: (step) => told.push(step) });
  expect(told).toContain('Loading the sample volume');
  expect(await (await fetch(`${first.address}/readyz`)).json()).toEqual({ status: 'ready' });
  const signedIn = await fetch(first.signInLink, { redirect: 'manual' });
  expect(signedIn.status).toBe(302);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const calendar = await fetch(`${first.address}/api/editions/volume-two`, { headers: { cookie } });
  expect(await calendar.json()).toMatchObject({ role: 'chief-editor', counts: { letters: 7 } });
  const person = { id: '', name: '', email: '', cookie };
  const live = await LiveClient.open(`127.0.0.1:${first.port}`, {
    letter: 'stalin-1941-08-04',
    as: person,
    origin: first.address,
  });
  expect(await live.next()).toEqual({ type: 'hello', version: 0, canEdit: true, anewAt: 0 });
  await first.close();
  expect((await live.closed).code).toBe(1001);
  await expect(fetch(`${first.address}/healthz`)).rejects.toThrow();

  const second = await startServer({ port: 0, dataDir, databaseUrl });
  const session = await fetch(`${second.address}/api/session`, { headers: { cookie } });
  expect(await session.json()).toMatchObject({ person: { name: 'Editor One' } });
  await second.close();
});

test('two servers that start at one moment on one empty database both come up', async () => {
  const { url, drop } = await makeDatabase({ empty: true });
  ends.push(drop);
  const both = await Promise.all(
    ['one', 'two'].map((name) =>
      startServer({
        port: 0,
        dataDir: join(dataDir, name),
        databaseUrl: url,
        secret: 'one for both of them',
      }),
    ),
  );
  for (const { address } of both)
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ready' });
  for (const { close } of both) await close();
});

test('a server that cannot come up leaves nothing behind that runs', async () => {
  const { url, drop } = await makeDatabase({ empty: true });
  ends.push(drop);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE SCHEMA pgboss; CREATE TABLE pgboss.version (of_something_else text)');
  await expect(startServer({ port: 0, dataDir, databaseUrl: url })).rejects.toThrow('pgboss.version');
  const others = `SELECT application_name FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`;
  // The database notices a moment later that a connection was closed.
  await expect.poll(async () => (await client.query(others)).rows).toEqual([]);
  await client.end();
});

test('a taken port is told of before anything is begun', async () => {
  const other = createServer();
  const port = await new Promise<number>((done) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const told: string[] = [];
  const starting = startServer({ port, dataDir, databaseUrl, progress: (step) => told.push(step) });
  await expect(starting).rejects.toThrow(PortTaken);
  await expect(starting).rejects.toThrow(`Port ${port} is taken`);
  expect(told).toEqual([]);
  other.close();
});

test('a database that cannot be reached is named, without its password', async () => {
  const starting = startServer({ port: 0, dataDir, databaseUrl: 'postgresql://me:secret@127.0.0.1:1/none' });
  await expect(starting).rejects.toThrow(DatabaseUnusable);
  await expect(starting).rejects.toThrow(/127\.0\.0\.1:1\/none cannot be reached.*Check DATABASE_URL/);
  await expect(starting).rejects.not.toThrow('secret');
});

test.each([
  [{ PORT: 'many' }, 1],
  [{ PORT: '70000' }, 1],
  [{ CHANCERY_URL: 'edition.example.org' }, 1],
  [{ CHANCERY_OIDC_ISSUER: 'https://login.example.org' }, 1],
  [{ CHANCERY_SMTP_URL: 'mail.example.org' }, 1],
  [{ CHANCERY_PROXIES: 'the proxy' }, 1],
])('a setting that cannot be meant (%j) ends it at once', async (env, status) => {
  expect(await serve({ root: dataDir, env, write: () => undefined })).toBe(status);
});
