import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

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
type Settings = Readonly<Record<string, string>>;

interface Started {
  readonly child: ChildProcess;
  readonly signInLink: string;
}

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

/**
 * Starts a Chancery with the sample volume on a free port and a new data folder, and waits until it is ready.
 *
 * @param settings further variables of its environment
 */
export async function startChancery(settings: Settings = {}): Promise<RunningChancery> {
  const dataDir = await mkdtemp(join(tmpdir(), 'chancery-journey-'));
  const port = await freePort();
  let running = await start(port, dataDir, settings);
  async function kill(): Promise<void> {
    running.child.kill('SIGKILL');
    await ended(running.child);
  }
  async function restart(): Promise<void> {
    running = await start(port, dataDir, settings);
  }
  return {
    address: `http://localhost:${port}`,
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
    async stop() {
      running.child.kill('SIGTERM');
      await ended(running.child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
