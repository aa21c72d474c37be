import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishEdition } from './publish-edition.js';
import { filesIn } from './testing/published-files.js';
import { richVolume } from './testing/rich-volume.js';

const home = fileURLToPath(new URL('..', import.meta.url));
const only = ['web', 'txt'] as const;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-good-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The volume with other words in each letter, so that nothing of the last publication can be taken over. */
function other() {
  const { volume, letters } = richVolume();
  const changed = letters.map((file) => ({
    ...file,
    source: file.source.replace('</head>', ' anew</head>'),
  }));
  return { volume: { ...volume, source: volume.source.replace('First.', 'Second.') }, letters: changed };
}

/** Publishes in a process of its own, by what is built, and kills it when it has told of so many steps. */
function publishAndKill(out: string, steps: number): Promise<NodeJS.Signals | null> {
  const program = `import { publishEdition } from '@chancery/publishing';
    process.once('message', ({ edition, out, only }) => {
      publishEdition(edition, { out, only, onProgress: (progress) => process.send(progress) })
        .then(() => process.disconnect());
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send({ edition: other(), out, only });
  child.on('message', ({ done }: { done: number }) => {
    if (done >= steps) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
}

const besides = async (name: string, of = folder) =>
  (await readdir(of)).filter((each) => each.startsWith(`.${name}`));

test.each([1, 4])(
  'a process that is killed after %i steps leaves the last good edition, and nothing in the way of the next',
  async (steps) => {
    const out = join(folder, 'edition');
    await publishEdition(richVolume(), { out, only });
    const before = await filesIn(out);
    expect(await publishAndKill(out, steps)).toBe('SIGKILL');
    expect(await besides('edition')).toHaveLength(1);
    expect(await filesIn(out)).toEqual(before);
    await publishEdition(other(), { out, only });
    expect(String((await filesIn(out)).get('volume.txt'))).toContain('Second.');
    expect(await besides('edition')).toEqual([]);
  },
  60_000,
);

/** Fills the disk but for so many bytes. */
function fill(path: string, room: number): void {
  const file = openSync(path, 'w');
  let written = 0;
  for (const piece of [Buffer.alloc(1 << 16), Buffer.alloc(1 << 8)]) {
    try {
      for (;;) written += writeSync(file, piece);
    } catch {
      // Full.
    }
  }
  closeSync(file);
  truncateSync(path, Math.max(0, written - room));
}

test('a disk that is full, or fills half-way, leaves the last good edition', async ({ skip }) => {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'chancery', folder]);
  if (mounted.status !== 0) skip('A disk of its own cannot be made here: that takes Linux and root.');
  try {
    const out = join(folder, 'edition');
    await publishEdition(richVolume(), { out, only });
    const before = await filesIn(out);
    for (const room of [0, 1 << 16, 1 << 18]) {
      fill(join(folder, 'filler'), room);
      await expect(publishEdition(other(), { out, only })).rejects.toMatchObject({
        code: 'not-written',
        message: expect.stringContaining('the disk is full'),
      });
      expect(await filesIn(out)).toEqual(before);
      expect(await besides('edition')).toEqual([]);
      await rm(join(folder, 'filler'));
    }
    await publishEdition(other(), { out, only });
    expect(String((await filesIn(out)).get('volume.txt'))).toContain('Second.');
  } finally {
    spawnSync('umount', [folder]);
  }
}, 120_000);
