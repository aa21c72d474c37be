import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { corpus, folderOf, sample } from '../testing/folder.js';
import { runCommand } from '../testing/run-command.js';

test('a folder that cannot be read whole is not published at all', async () => {
  const folder = folderOf({ 'volume.xml': sample('volume.xml') });
  const out = join(folder, 'edition');
  const { status, err } = await runCommand('publish', folder, '--out', out);
  expect(err).toContain('volume.xml:');
  expect(err).toContain('[letter-missing]');
  expect(err).toContain('Nothing was published.');
  expect(existsSync(out)).toBe(false);
  expect(status).toBe(1);
});

test('letters without a volume are not published', async () => {
  const { status, err } = await runCommand(
    'publish',
    join(corpus, 'letters'),
    '--out',
    join(folderOf(), 'edition'),
  );
  expect(err).toContain('There is no volume in ');
  expect(status).toBe(1);
});

test('a part that does not exist is a mistake in the call', async () => {
  const { status, err } = await runCommand('publish', corpus, '--out', 'edition', '--only', 'web,mobi');
  expect(err).toContain('Write some of web,pdf,epub,cmif,tei,txt,json');
  expect(status).toBe(2);
});

test('where to write must be said', async () => {
  const { status, err } = await runCommand('publish', corpus);
  expect(err).toContain("required option '-o, --out <dir>' not specified");
  expect(status).toBe(2);
});

test('the sample volume is published, web pages alone', async () => {
  const out = join(folderOf(), 'edition');
  const { status, out: printed, err } = await runCommand('publish', corpus, '--out', out, '--only', 'web');
  expect(err).toMatch(/Published 7 documents: \d+ web pages\./);
  expect(printed).toBe(`${out}/index.html\n`);
  expect(readFileSync(join(out, 'letters/stalin-1941-11-04/index.html'), 'utf8')).toContain('Stalin');
  expect(status).toBe(0);
});
