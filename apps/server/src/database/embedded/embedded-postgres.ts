import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  lchownSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { secretFile } from '../../secret-file.js';
import { databaseHome } from './database-home.js';
import { type DatabaseOwner, databaseOwner, namedUnprivilegedUser } from './database-owner.js';
import { freePort } from './free-port.js';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isPostgres, isRunning } from './process-state.js';

/** A PostgreSQL of our own that runs. */
export interface EmbeddedPostgres {
  /** For clients; holds the password. */
  readonly url: string;
  /** Whether it was running already: a killed server leaves its database running. */
  readonly adopted: boolean;
  /** Stops it, unless somebody else is connected to it, and waits until its files are closed. */
  stop(): Promise<void>;
}

/** PostgreSQL did not start; `message` says why in its own words. */
export class PostgresFailed extends Error {
  override readonly name = 'PostgresFailed';
}

const userName = 'chancery';
const largestLog = 10_000_000;
/** After a crash PostgreSQL replays its log before it answers. */
const startSeconds = 300;

/** Settings of the server. `fsync` and `synchronous_commit` stay on: what is acknowledged is on the disk. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  jit: 'off',
  log_checkpoints: 'off',
};

/** Only what PostgreSQL needs: PGDATA and its kin in somebody's shell must not lead it elsewhere. */
const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };

interface Cluster {
  readonly folder: string;
  readonly log: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly owner: DatabaseOwner | undefined;
}

function urlOf(cluster: Cluster, port: number): string {
  return `postgresql://${userName}:${cluster.password}@127.0.0.1:${port}/postgres`;
}

function giveTo(path: string, owner: DatabaseOwner): void {
  lchownSync(path, owner.uid, owner.gid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(join(path, name), owner);
}

/** Makes the cluster's files: beside their place, so that an interrupted start leaves nothing half-made. */
function initialise(cluster: Cluster): void {
  const { folder, owner, binaries } = cluster;
  const half = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  const user = owner && namedUnprivilegedUser();
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (user) {
    chownSync(half, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    const { status, stderr, error } = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${half}`,
        `--username=${userName}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { encoding: 'utf8', env: environment, ...user },
    );
    if (status !== 0) throw new PostgresFailed(`initdb failed. ${error?.message ?? stderr}`.trim());
  } finally {
    rmSync(passwordFile, { force: true });
  }
  if (owner) giveTo(half, owner);
  renameSync(half, folder);
}

/** What answers at a port, when it is the PostgreSQL of this very folder. */
async function answersFor(cluster: Cluster, port: number): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(cluster, port), connectionTimeoutMillis: 5_000 });
  // A server that goes away while we ask must not end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      `SELECT current_setting('data_directory') AS folder`,
    );
    return rows[0]?.folder === cluster.folder;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The port of a PostgreSQL that already runs on this folder. Waits for one that is starting or ending. */
async function findRunning(cluster: Cluster): Promise<number | undefined> {
  const deadline = Date.now() + startSeconds * 1_000;
  for (;;) {
    const found = readPostmasterFile(cluster.folder);
    if (!found) return undefined;
    if (!isPostgres(found.pid)) {
      // Left over from a crash, and its number may meanwhile be another program's: PostgreSQL would refuse to start.
      rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.port > 0 && (await answersFor(cluster, found.port))) return found.port;
    if (Date.now() > deadline) {
      throw new PostgresFailed(
        `A PostgreSQL (process ${found.pid}) holds ${cluster.folder} but does not answer. End it and start again; its log is ${cluster.log}.`,
      );
    }
    await pause(100);
  }
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

/** What PostgreSQL has logged since `from`, its last lines. */
function lastWords(file: string, from: number): string {
  return readFileSync(file).subarray(from).toString('utf8').trim().split('\n').slice(-5).join('\n');
}

/** Starts the server on a free port; answers undefined when it lost a race for the folder or the port. */
async function launch(cluster: Cluster): Promise<number | undefined> {
  const port = await freePort();
  const log = openLog(cluster.log);
  const logged = statSync(cluster.log).size;
  const options = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // In a group of its own: Ctrl-C in the terminal is for the server, which then ends the database in good order.
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.folder, ...options], {
    detached: true,
    stdio: ['ignore', log, log],
    env: environment,
    windowsHide: true,
    ...cluster.owner,
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended ??= `PostgreSQL ended with ${signal ?? `status ${code}`}.`;
  });
  child.unref();
  const deadline = Date.now() + startSeconds * 1_000;
  while (ended === undefined) {
    if (await answersFor(cluster, port)) return port;
    if (Date.now() > deadline) {
      throw new PostgresFailed(`PostgreSQL does not answer; its log is ${cluster.log}.`);
    }
    await pause(40);
  }
  const words = lastWords(cluster.log, logged);
  if (/lock file .* already exists|could not (?:bind|create any TCP)|Address already in use/.test(words)) {
    return undefined;
  }
  throw new PostgresFailed(`${ended} It said:\n${words}`);
}

async function othersConnected(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Our own connections have been closed; the server takes a moment to notice.
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const { rows } = await client.query<{ others: number }>(
        `SELECT count(*)::int AS others FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      );
      if (rows[0]?.others === 0) return false;
      await pause(50);
    }
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stop(cluster: Cluster, url: string): Promise<void> {
  const found = readPostmasterFile(cluster.folder);
  if (!found || (await othersConnected(url))) return;
  if (process.platform === 'win32') {
    spawnSync(cluster.binaries.pgCtl, ['stop', '-D', cluster.folder, '-m', 'fast', '-w'], {
      env: environment,
    });
    return;
  }
  if (!isRunning(found.pid)) return;
  process.kill(found.pid, 'SIGINT');
  const deadline = Date.now() + 30_000;
  while (isRunning(found.pid)) {
    if (Date.now() > deadline) throw new PostgresFailed(`PostgreSQL (process ${found.pid}) does not end.`);
    await pause(20);
  }
}

/**
 * Starts the PostgreSQL that npm installed, on the files in `dataDir`, or finds the one that a killed server left
 * running on them; there is never a second one on the same files.
 *
 * It listens on 127.0.0.1 only, on a port of its own choice, and asks for a password that stands in a file that only
 * its owner may read. As root it runs as an unprivileged user.
 *
 * @param progress called before a step that takes long, with a plain sentence
 * @throws {PostgresFailed} with PostgreSQL's own words when it does not start
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  progress: (step: string) => void = () => undefined,
): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const candidate = databaseOwner();
  const home = realpathSync(databaseHome(realpathSync(dataDir), candidate));
  const folder = join(home, 'postgres');
  // Files that exist keep the owner that they have, whatever accounts the machine has meanwhile got.
  const stored = candidate && existsSync(folder) ? statSync(folder) : undefined;
  const owner = stored && stored.uid !== 0 ? { uid: stored.uid, gid: stored.gid } : candidate;
  const cluster: Cluster = {
    folder,
    owner,
    log: join(home, 'postgres.log'),
    password: secretFile(join(home, 'postgres.secret')),
    binaries: postgresBinaries(home, owner),
  };

  for (let attempt = 0; attempt < 5; attempt += 1) {
    const running = await findRunning(cluster);
    if (running !== undefined) {
      const url = urlOf(cluster, running);
      return { url, adopted: true, stop: () => stop(cluster, url) };
    }
    if (!existsSync(join(folder, 'PG_VERSION'))) {
      progress(
        home === realpathSync(dataDir)
          ? 'Making the database'
          : `Making the database in ${home}, where its own user can reach it`,
      );
      initialise(cluster);
    }
    progress('Starting the database');
    const port = await launch(cluster);
    if (port !== undefined) {
      const url = urlOf(cluster, port);
      return { url, adopted: false, stop: () => stop(cluster, url) };
    }
  }
  throw new PostgresFailed(`PostgreSQL found no free port; its log is ${cluster.log}.`);
}
