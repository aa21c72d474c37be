import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { report } from './report.mjs';

const folder = await mkdtemp(join(tmpdir(), 'chancery-bench-'));
const program = fileURLToPath(new URL('./publish-process.mjs', import.meta.url));

/** How long one part of so many letters takes, in seconds, in a process of its own. */
async function publish(letters, part) {
  const child = fork(program, [String(letters), join(folder, `${part}-${letters}`), part]);
  const exit = once(child, 'exit');
  let taken;
  child.on('message', (message) => {
    taken = message;
  });
  const [code] = await exit;
  if (code !== 0 || taken === undefined) throw new Error(`Publishing ended with status ${code}.`);
  return taken;
}

try {
  const cmif = await publish(10_000, 'cmif');
  const fewer = await publish(1_000, 'web');
  const web = await publish(10_000, 'web');
  report(
    { name: 'Publish 10,000 letters, CMIF', unit: 's', value: cmif, goal: { atMost: 5 } },
    { name: 'Publish 10,000 letters, web with search', unit: 's', value: web, goal: { atMost: 90 } },
    {
      name: 'A letter of 10,000 takes as long as one of 1,000',
      unit: 'times',
      value: web / fewer / 10,
      goal: { atMost: 1.2 },
      remark: `1,000 letters take ${fewer.toFixed(1)} s`,
    },
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
