import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { missingPage } from './missing-page.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-missing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(['/', '/letters-of-ada/'])('leads from “%s” to where the edition is served', async (root) => {
  await writeFile(
    join(folder, '404.html'),
    `<link href="${root}assets/edition.css"><script src="${root}assets/edition.js"></script><form action="${root}search/index.html"></form><a href="https://x.example/">x</a><a href="#text">t</a>`,
  );
  const answer = await missingPage(folder, '/edition/');
  expect(answer?.status).toBe(404);
  expect(await answer?.text()).toBe(
    '<link href="/edition/assets/edition.css"><script src="/edition/assets/edition.js"></script><form action="/edition/search/index.html"></form><a href="https://x.example/">x</a><a href="#text">t</a>',
  );
});

it('is none of an edition that was published without it', async () => {
  expect(await missingPage(join(folder, 'none'), '/edition/')).toBeUndefined();
});
