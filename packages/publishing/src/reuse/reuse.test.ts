import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TeiFile } from '../edition-source.js';
import type { PartName } from '../parts/part-name.js';
import { type PublishOptions, publishEdition } from '../publish-edition.js';
import {
  asEdition,
  type Change,
  type ChangingVolume,
  changed,
  changes,
  firstVolume,
} from '../testing/changing-volume.js';
import { filesIn } from '../testing/published-files.js';

const only: readonly PartName[] = ['web', 'epub', 'txt'];
let folder: string;
/** The files that were published into `edition`, as a process holds them that goes on publishing. */
const held = new Map<string, TeiFile>();

beforeEach(async () => {
  held.clear();
  folder = await mkdtemp(join(tmpdir(), 'chancery-reuse-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The very file of which something may be known, where nothing of it has changed. */
function heldFile(file: TeiFile): TeiFile {
  const key = `${file.path}\n${file.source}`;
  const known = held.get(key) ?? file;
  held.set(key, known);
  return known;
}

function publish(volume: ChangingVolume, out: string, options: Partial<PublishOptions> = {}) {
  const edition = asEdition(volume);
  const files = { volume: heldFile(edition.volume), letters: edition.letters.map(heldFile) };
  const given = out === 'edition' ? files : edition;
  return publishEdition(given, { out: join(folder, out), only, ...options });
}

/**
 * Published over what is there, and over a copy of it that tells nothing of what it was made of, from files of which nothing is known,
 * so that all is made anew: both must be the same.
 */
async function expectSame(volume: ChangingVolume, count: number, options: Partial<PublishOptions> = {}) {
  const copy = join(folder, `full-${count}`);
  await cp(join(folder, 'edition'), copy, { recursive: true });
  const list = join(copy, 'publication.json');
  await writeFile(list, JSON.stringify({ ...JSON.parse(await readFile(list, 'utf8')), made: {} }));
  const over = await publish(volume, 'edition', options);
  const full = await publish(volume, `full-${count}`, options);
  expect(over).toEqual(full);
  const [made, anew] = [await filesIn(join(folder, 'edition')), await filesIn(copy)];
  expect([...made.keys()]).toEqual([...anew.keys()]);
  for (const [path, content] of anew) expect(String(made.get(path)), path).toBe(String(content));
}

const change: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom(...changes),
  at: fc.nat(20),
  to: fc.nat(20),
});

describe('what is published over an earlier publication', () => {
  it('is what is published anew, whatever was changed', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (steps) => {
        await rm(folder, { recursive: true, force: true });
        let volume = firstVolume();
        await publish(volume, 'edition');
        for (const [count, step] of steps.entries()) {
          volume = changed(volume, step, count);
          await expectSame(volume, count);
        }
      }),
      { numRuns: 15 },
    );
  });

  it.each(changes)('is so after a change of this: %s', { timeout: 60_000 }, async (what) => {
    const names: Change[] = [
      { what: 'call', at: 0, to: 0 },
      { what: 'call', at: 2, to: 0 },
      { what: 'name', at: 1, to: 0 },
      { what: 'reference', at: 3, to: 0 },
    ];
    const volume = names.reduce(changed, firstVolume());
    await publish(volume, 'edition');
    await expectSame(changed(volume, { what, at: 0, to: 0 }, 9), 1);
  });

  it('is so under another release and address', { timeout: 60_000 }, async () => {
    await publish(firstVolume(), 'edition');
    await expectSame(firstVolume(), 1, { release: '1.2' });
    await expectSame(firstVolume(), 2, { address: 'https://letters.example.org/' });
  });
});

/** Which file it is on the disk: one that is taken over is the same. */
async function fileAt(path: string): Promise<number> {
  return (await stat(join(folder, 'edition', path))).ino;
}

it('leaves the pages of a letter that nothing has changed, and makes those that a change concerns', async () => {
  const pages = ['a', 'b', 'c', 'd'].map((id) => `letters/letter-${id}/index.html`);
  const calls: Change = { what: 'call', at: 1, to: 0 };
  const volume = changed(firstVolume(), calls, 0);
  await publish(volume, 'edition');
  const anew = async (after: ChangingVolume) => {
    const before = await Promise.all(pages.map(fileAt));
    await publish(after, 'edition');
    const now = await Promise.all(pages.map(fileAt));
    return now.map((file, at) => file !== before[at]);
  };
  expect(await anew(volume)).toEqual([false, false, false, false]);
  const worded = changed(volume, { what: 'words', at: 2, to: 0 }, 1);
  expect(await anew(worded)).toEqual([false, false, true, false]);
  const noted = changed(worded, { what: 'note', at: 0, to: 0 }, 2);
  expect(await anew(noted)).toEqual([false, true, false, false]);
  // The pages of its neighbours lead to it by its title.
  expect(await anew(changed(noted, { what: 'title', at: 0, to: 0 }, 3))).toEqual([true, true, false, false]);
});

it('leaves the pages of the volume while no row of its plan changes', async () => {
  const pages = ['index.html', 'foreword/index.html', 'calendar/index.html', 'letters/letter-c/index.html'];
  const volume = firstVolume();
  await publish(volume, 'edition');
  const first = await Promise.all(pages.map(fileAt));
  const worded = changed(volume, { what: 'words', at: 2, to: 0 }, 1);
  await publish(worded, 'edition');
  const second = await Promise.all(pages.map(fileAt));
  expect(second.map((file, at) => file === first[at])).toEqual([true, true, true, false]);
  await publish(changed(worded, { what: 'title', at: 2, to: 0 }, 2), 'edition');
  const third = await Promise.all(pages.map(fileAt));
  expect(third.some((file, at) => file === second[at])).toBe(false);
});

it('makes anew what somebody has written into, and all of it where the list cannot be read', async () => {
  await publish(firstVolume(), 'edition');
  const page = join(folder, 'edition/letters/letter-a/index.html');
  const before = await readFile(page, 'utf8');
  await writeFile(page, 'changed by hand');
  await publish(firstVolume(), 'edition');
  expect(await readFile(page, 'utf8')).toBe(before);
  const list = join(folder, 'edition/publication.json');
  const written = JSON.parse(await readFile(list, 'utf8'));
  await writeFile(list, JSON.stringify({ ...written, made: { web: 'nothing' } }));
  await publish(firstVolume(), 'edition');
  expect(JSON.parse(await readFile(list, 'utf8'))).toEqual(written);
});

it('follows no list to files outside of the folder', async () => {
  await publish(firstVolume(), 'edition');
  const list = join(folder, 'edition/publication.json');
  const { files } = JSON.parse(await readFile(list, 'utf8'));
  const outside = { ...files, '../../secret.txt': { part: 'pdf', sha256: '' } };
  await writeFile(list, JSON.stringify({ files: outside }));
  await expect(publish(firstVolume(), 'edition')).rejects.toMatchObject({ code: 'folder-in-use' });
});
