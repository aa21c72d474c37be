import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { secretFile } from '../../secret-file.js';
import { type Cluster, environment, PostgresFailed, userName } from './cluster.js';
import { databaseHome } from './database-home.js';
import { databaseOwner } from './database-owner.js';
import { freePort } from './free-port.js';
import { initialise } from './initialise.js';
import { keepRunning } from './keep-running.js';
import { postgresBinaries } from './postgres-binaries.js';
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

const largestLog = 10_000_000;
/** After a crash PostgreSQL replays its log before it answers. */
const startSeconds = 300;
/** How often it is tried when a folder or port is another's. */
const attempts = 25;

/**
 * Settings of the server. `fsync` and `synchronous_commit` stay on: what is acknowledged is on the disk. Of what fails it logs
 * neither the statement nor the row, which would hold words of the letters.
 */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  jit: 'off',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

function urlOf(cluster: Cluster, port: number): string {
  return `postgresql://${userName}:${cluster.password}@127.0.0.1:${port}/postgres`;
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
  const deadline = performance.now() + startSeconds * 1_000;
  for (;;) {
    const found = readPostmasterFile(cluster.folder);
    if (!found) return undefined;
    if (!isPostgres(found.pid)) {
      // Left over from a crash, and its number may meanwhile be another program's: PostgreSQL would refuse to start.
      rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.port > 0 && (await answersFor(cluster, found.port))) return found.port;
    if (performance.now() > deadline) {
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

/** The last one: processes of a PostgreSQL that was killed are still about. */
const heldByAnother =
  /lock file .* already exists|could not (?:bind|create any TCP)|Address already in use|shared memory block .* is still in use/;

/** What PostgreSQL has logged since `from`, its last lines. */
function lastWords(file: string, from: number): string {
  return readFileSync(file).subarray(from).toString('utf8').trim().split('\n').slice(-5).join('\n');
}

/**
 * Starts the server on a port; false when the folder or the port is still another's: of one that is ending, or of one
 * that was a moment quicker.
 */
async function launch(cluster: Cluster, port: number): Promise<boolean> {
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
  const deadline = performance.now() + startSeconds * 1_000;
  while (ended === undefined) {
    if (await answersFor(cluster, port)) return true;
    if (performance.now() > deadline) {
      throw new PostgresFailed(`PostgreSQL does not answer; its log is ${cluster.log}.`);
    }
    await pause(40);
  }
  const words = lastWords(cluster.log, logged);
  if (heldByAnother.test(words)) return false;
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
  const deadline = performance.now() + 30_000;
  while (isRunning(found.pid)) {
    if (performance.now() > deadline)
      throw new PostgresFailed(`PostgreSQL (process ${found.pid}) does not end.`);
    await pause(20);
  }
}

async function start(
  cluster: Cluster,
  progress: (step: string) => void,
  inDataDir: boolean,
): Promise<{ port: number; adopted: boolean }> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const running = await findRunning(cluster);
    if (running !== undefined) return { port: running, adopted: true };
    if (!existsSync(join(cluster.folder, 'PG_VERSION'))) {
      progress(
        inDataDir
          ? 'Making the database'
          : `Making the database in ${dirname(cluster.folder)}, where its own user can reach it`,
      );
      initialise(cluster);
    }
    if (attempt === 0) progress('Starting the database');
    const port = await freePort();
    if (await launch(cluster, port)) return { port, adopted: false };
    await pause(200);
  }
  throw new PostgresFailed(`PostgreSQL found no free port; its log is ${cluster.log}.`);
}

/** After it has stopped without being told to: on the port that everybody knows. */
async function startAgain(cluster: Cluster, port: number): Promise<void> {
  const running = await findRunning(cluster);
  if (running === port || (running === undefined && (await launch(cluster, port)))) return;
  throw new PostgresFailed(
    running === undefined
      ? `Its port ${port} is taken, or its processes have not ended yet.`
      : `It runs on port ${running} now. Stop Chancery and start it again.`,
  );
}

/**
 * Starts the PostgreSQL that npm installed, on the files in `dataDir`, or finds the one that a killed server left
 * running on them; there is never a second one on the same files.
 *
 * It listens on 127.0.0.1 only, on a port of its own choice, and asks for a password that stands in a file that only
 * its owner may read. As root it runs as an unprivileged user. Whatever ends it, it is started again, until {@link EmbeddedPostgres.stop}.
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

  const { port, adopted } = await start(cluster, progress, home === realpathSync(dataDir));
  const url = urlOf(cluster, port);
  const watch = keepRunning({
    isRunning: () => {
      const found = readPostmasterFile(folder);
      return found !== undefined && isRunning(found.pid);
    },
    start: () => startAgain(cluster, port),
  });
  return {
    url,
    adopted,
    async stop() {
      await watch.stop();
      await stop(cluster, url);
    },
  };
}
