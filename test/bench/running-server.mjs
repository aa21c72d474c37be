import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { embeddedDatabaseUrl } from '../support/embedded-database.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

function untilReady(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      const link = /(https?:\/\/\S+)\/sign-in\?\S+/.exec(said);
      if (link && said.includes('Ctrl-C')) resolve({ address: link[1], signInLink: link[0] });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`Chancery ended with status ${code}:\n${said}`)));
  });
}

/** Follows the one-time link; answers what a browser would send back. */
async function signIn(link) {
  const answer = await fetch(link, { redirect: 'manual' });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`Signing in answered ${answer.status} and no cookie.`);
  return cookies.join('; ');
}

/**
 * A Chancery in a process of its own, with the sample volume: on the embedded PostgreSQL and a new data folder, or beside
 * another on the database of that.
 *
 * @param {{ databaseUrl?: string, preload?: string }} [options] `preload` is a module that runs in the server's process
 * @returns what is needed to speak with it as a signed-in person, its process, and `stop`, which ends it and deletes its data
 */
export async function startChancery(options = {}) {
  const preload = options.preload === undefined ? [] : ['--expose-gc', '--import', options.preload];
  const dataDir = await mkdtemp(join(tmpdir(), 'chancery-bench-'));
  const child = spawn(process.execPath, [...preload, join(root, 'apps/cli/bin/chancery.mjs'), 'serve'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      CHANCERY_DATA: dataDir,
      DATABASE_URL: options.databaseUrl ?? '',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const { address, signInLink } = await untilReady(child);
    const databaseUrl = options.databaseUrl ?? embeddedDatabaseUrl(dataDir);
    return { address, cookie: await signIn(signInLink), databaseUrl, child, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
