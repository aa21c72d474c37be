import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../support/command.js';

const root = join(import.meta.dirname, '../..');
const letters = join(root, 'corpus/letters');
const good = readFileSync(join(letters, 'stalin-1941-10-03.xml'), 'utf8');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-bad-input-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function withBomb(source: string): string {
  const entities = Array.from({ length: 9 }, (_, n) =>
    n === 0 ? '<!ENTITY e0 "lol">' : `<!ENTITY e${n} "${`&e${n - 1};`.repeat(10)}">`,
  );
  return source
    .replace('<TEI', `<!DOCTYPE TEI [${entities.join('\n')}]>\n<TEI`)
    .replace('deep gratitude', 'deep &e8; gratitude');
}

const cut = good.slice(0, good.indexOf('delegation'));
const bad: readonly [name: string, bytes: () => string | Uint8Array, told: RegExp][] = [
  [
    'a letter that breaks off',
    () => cut,
    /:\d+:\d+: error: .*never closed.* Close <\w+>|:\d+:\d+: error: .*\. .*\./,
  ],
  [
    'a tag that is closed by another',
    () => good.replace('</salute>', '</salut>'),
    /:52:91: error: .*<\/salut>.* Close <salute>/,
  ],
  [
    'Latin-1 that calls itself UTF-8',
    () => Buffer.from(good.replace('gratitude', 'gratitudé'), 'latin1'),
    /:\d+:\d+: error: .*not UTF-8\. Save the file in UTF-8/,
  ],
  ['an empty file', () => '', /:1:1: error: The file is empty\. Check /],
  [
    '60 megabytes',
    () => Buffer.alloc(60_000_000, good),
    /:1:1: error: The file has 57\.2 MB; at most 50\.0 MB are read\. Divide /,
  ],
  ['an XML bomb', () => withBomb(good), /:\d+:\d+: error: /],
  [
    'a page that is not TEI',
    () => '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    /:1:1: error: .*<html>.* It begins with <TEI>\./,
  ],
  ['what is no XML at all', () => 'Dear Mr President,\n', /:1:1: error: .*\. .*\./],
];

describe.each(bad)('%s', (name, bytes, told) => {
  const file = () => join(folder, `${name.replaceAll(' ', '-')}.xml`);

  test('is told of once, with file, line, column and what to do', async () => {
    writeFileSync(file(), bytes());
    const { status, out, err } = await runCommand('validate', file());
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(out).toContain(`${file()}:`);
    expect(out).toMatch(told);
    expect(err).toBe('1 file checked: 1 error, 0 warnings.\n');
    expect(status).toBe(1);
  });

  test('is not imported, and nothing beside it', async () => {
    const edition = mkdtempSync(join(folder, 'edition-'));
    mkdirSync(join(edition, 'letters'));
    for (const each of readdirSync(letters))
      writeFileSync(join(edition, 'letters', each), readFileSync(join(letters, each)));
    writeFileSync(join(edition, 'letters/bad.xml'), bytes());
    const data = join(edition, 'data');
    const { status, err } = await runCommand('import', edition, '--data', data);
    const lines = err.trimEnd().split('\n');
    expect(lines.filter((line) => line.includes('letters/bad.xml:'))).toHaveLength(1);
    expect(lines.at(-1)).toMatch(/^Nothing was imported: 1 error in \d+ files?\.( With --to-mend, .*)?$/);
    expect(lines).toHaveLength(2);
    expect(status).toBe(1);
  });
});
