import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A Chancery that runs as `npm start` runs it, on a data folder of its own. */
export interface RunningChancery {
  /** `http://localhost:PORT`, without a slash at the end. */
  readonly address: string;
  /** The folder that holds its database and its editions. */
  readonly dataDir: string;
  /** The link that it printed at its last start. It signs in once. */
  readonly signInLink: string;
  /** Kills it without warning, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again, after a kill, on the same data and port. */
  restart(): Promise<void>;
  /** Kills it and starts it again. */
  killAndRestart(): Promise<void>;
  /** Ends it in good order. Its data stay. */
  end(): Promise<void>;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

/** The variable of the environment that names a data folder to begin with. */
export const preparedData = 'CHANCERY_PREPARED_DATA';

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Variables of the environment that set a Chancery. */
export type Settings = Readonly<Record<string, string>>;

interface Started {
  readonly child: ChildProcess;
  readonly signInLink: string;
}

/** @param port 0 for one that is free */
function start(port: number, dataDir: string, settings: Settings): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'apps/cli/bin/chancery.mjs'), 'serve'], {
      cwd: root,
      env: { ...process.env, ...settings, PORT: String(port), CHANCERY_DATA: dataDir, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const listen = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const link = /https?:\/\/\S*sign-in\?\S+/.exec(printed);
      if (link) resolve({ child, signInLink: link[0] });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(`Chancery ended with status ${code} before it was ready:\n${printed}`)),
    );
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** A copy of the data folder that was prepared for all; an empty one where none was, or it is not wanted. */
async function newDataDir(onNothing: boolean): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'chancery-journey-'));
  const prepared = process.env[preparedData];
  // Node's own copying would give the files of the database to another owner.
  if (prepared && !onNothing) await promisify(execFile)('cp', ['-a', `${prepared}/.`, dataDir]);
  return dataDir;
}

/**
 * Starts a Chancery with the sample volume on a free port and a new data folder, and waits until it is ready.
 *
 * @param options.settings further variables of its environment
 * @param options.onNothing has it make its database and load the sample volume itself, as on a new machine
 * @param options.dataDir a folder for its data, in place of a new one
 */
export async function startChancery(
  options: { readonly settings?: Settings; readonly onNothing?: boolean; readonly dataDir?: string } = {},
): Promise<RunningChancery> {
  const { settings = {}, onNothing = false } = options;
  const dataDir = options.dataDir ?? (await newDataDir(onNothing));
  let running = await start(0, dataDir, settings);
  const address = new URL(running.signInLink).origin;
  async function kill(): Promise<void> {
    running.child.kill('SIGKILL');
    await ended(running.child);
  }
  async function end(): Promise<void> {
    running.child.kill('SIGTERM');
    await ended(running.child);
  }
  async function restart(): Promise<void> {
    running = await start(Number(new URL(address).port), dataDir, settings);
  }
  return {
    address,
    dataDir,
    get signInLink() {
      return running.signInLink;
    },
    kill,
    restart,
    async killAndRestart() {
      await kill();
      await restart();
    },
    end,
    async stop() {
      await end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
