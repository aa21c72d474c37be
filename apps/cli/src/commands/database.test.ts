import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { corpus, folderOf } from '../testing/folder.js';
import { runCommand } from '../testing/run-command.js';

const files = ['volume.xml', ...readdirSync(join(corpus, 'letters')).map((name) => `letters/${name}`)];

describe('with a database of its own', { timeout: 180_000 }, () => {
  test('what is imported is exported byte for byte, and a second time nothing is written', async () => {
    const folder = folderOf();
    const data = ['--data', join(folder, 'data')];
    const imported = await runCommand('import', corpus, '--edition', 'twice', ...data);
    expect(imported.err).toContain('Imported into “twice”: 8 files.');
    expect(imported.status).toBe(0);

    const out = join(folder, 'out');
    const exported = await runCommand('export', out, '--edition', 'twice', ...data);
    expect(exported.status).toBe(0);
    expect(exported.out.trim().split('\n').sort()).toEqual(files.map((file) => join(out, file)).sort());
    for (const file of files) {
      expect(readFileSync(join(out, file)).equals(readFileSync(join(corpus, file))), file).toBe(true);
    }

    const again = await runCommand('export', out, '--edition', 'twice', ...data);
    expect(again.out).toBe('');
    expect(again.err).toContain('0 files written; 8 files already so.');

    const history = join(folder, 'history');
    const committed = await runCommand('export', '--git', history, '--edition', 'twice', ...data);
    expect(committed.err).toContain(`Exported “twice” to ${history}: 2 new commits, 2 in all.`);
    for (const file of files) {
      expect(readFileSync(join(history, file)).equals(readFileSync(join(corpus, file))), file).toBe(true);
    }

    const volume = join(out, 'volume.xml');
    writeFileSync(
      volume,
      readFileSync(volume, 'utf8').replace('</teiHeader>', '<!-- outside --></teiHeader>'),
    );
    rmSync(join(out, files[1] ?? ''));
    const updated = await runCommand('import', '--update', out, ...data);
    expect(updated.out).toBe(
      `volume.xml: taken as a revision\n${files[1]}: not in the folder any more; the letter stays as it is\n`,
    );
    expect(updated.err).toContain('Brought back into “twice”: 1 changed file, 6 unchanged.');
    expect(updated.status).toBe(0);

    const unknown = await runCommand('export', out, '--edition', 'nowhere', ...data);
    expect(unknown.err).toContain('There is no edition “nowhere”.');
    expect(unknown.status).toBe(1);
  });
});

test('an import that cannot be whole is refused before any database is touched', async () => {
  const folder = folderOf({ 'a.xml': '<TEI>', 'b.xml': '' });
  const { status, err } = await runCommand('import', folder, '--data', join(folder, 'data'));
  expect(err).toContain('a.xml:1:1: error: <TEI> is opened here and never closed.');
  expect(err).toContain(
    'b.xml:1:1: error: The file is empty. Check that it was saved and copied whole. [empty-file]',
  );
  expect(err).toContain('Nothing was imported: 2 errors in 2 files.');
  expect(existsSync(join(folder, 'data'))).toBe(false);
  expect(status).toBe(1);
});
