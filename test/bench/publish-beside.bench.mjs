import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { generatedVolume } from './generated-volume.mjs';
import { report } from './report.mjs';
import { startChancery } from './running-server.mjs';

const program = fileURLToPath(new URL('../../apps/cli/bin/chancery.mjs', import.meta.url));
const letters = 400;

function importVolume(databaseUrl) {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  try {
    mkdirSync(join(folder, 'letters'));
    const { volume, letters: files } = generatedVolume(letters);
    for (const { path, source } of [volume, ...files]) writeFileSync(join(folder, path), source);
    const options = ['import', folder, '--edition', 'generated', '--database-url', databaseUrl];
    execFileSync(process.execPath, [program, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const chancery = await startChancery({
  preload: fileURLToPath(new URL('./tell-delay.mjs', import.meta.url)),
});
const ask = async (path, method = 'GET') => {
  const headers = { cookie: chancery.cookie, origin: chancery.address };
  const answer = await fetch(`${chancery.address}${path}`, { method, headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};
/** The longest that the server’s event loop was held since this was asked last, in milliseconds. */
async function longest() {
  chancery.child.send('delay');
  const [delay] = await once(chancery.child, 'message');
  return delay;
}

/**
 * Until it has indexed what was imported, which is not what is measured: it looks for that once a minute, so that a rest before is none.
 * Who asks for a calendar has it indexed at once.
 */
async function untilQuiet(editions) {
  for (const { id } of editions) await ask(`/api/editions/${id}/calendar`);
  for (let tries = 0; tries < 30; tries += 1) {
    await longest();
    await pause(2_000);
    const held = await longest();
    if (held < 25) return held;
  }
  throw new Error('The server does not come to rest.');
}

async function publish(edition) {
  const { id } = await ask(`/api/editions/${edition}/publications`, 'POST');
  for (;;) {
    const { state, error } = await ask(`/api/publications/${id}`);
    if (state === 'done') return;
    if (state !== 'queued' && state !== 'running') throw new Error(`The press: ${state}, ${error}`);
    await pause(500);
  }
}

try {
  importVolume(chancery.databaseUrl);
  const { editions } = await ask('/api/editions');
  const { id } = editions.find(({ title }) => title === 'Generated correspondence');
  const idle = await untilQuiet(editions);
  await publish(id);
  const first = await longest();
  await publish(id);
  const again = await longest();
  const figure = (name, value) => ({
    name: `The longest that the server’s event loop is held, ${name}`,
    unit: 'ms',
    value,
    goal: { atMost: 50 },
    remark: `all usual parts; ${idle.toFixed(0)} ms in two seconds of rest`,
  });
  report(
    figure(`publishing ${letters} letters`, first),
    figure('publishing them over that publication', again),
  );
} finally {
  await chancery.stop();
}
