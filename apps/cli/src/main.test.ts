import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { corpus, folderOf } from './testing/folder.js';
import { runCommand } from './testing/run-command.js';

const commands = ['validate', 'roundtrip', 'publish', 'import-printed', 'import', 'export', 'serve'];

describe('help', () => {
  test('names every command, with examples', async () => {
    const { status, out, err } = await runCommand('--help');
    for (const command of commands) expect(out).toContain(`\n  ${command} `);
    expect(out).toContain('$ chancery validate corpus');
    expect(err).toBe('');
    expect(status).toBe(0);
  });

  test.each(commands)('of %s has an example and tells the exit status', async (command) => {
    const { status, out } = await runCommand(command, '--help');
    expect(out).toMatch(/Examples?:\n {2}\$ /);
    expect(out).toContain('Exit status: 0 ');
    expect(status).toBe(0);
  });

  test('is printed when no command is given, as a mistake', async () => {
    const { status, out, err } = await runCommand();
    expect(out).toBe('');
    expect(err).toContain('Usage: chancery');
    expect(status).toBe(2);
  });
});

describe('mistakes in the call', () => {
  test.each([
    [['valdate', corpus], /unknown command 'valdate'[\s\S]*validate/],
    [['validate'], /missing required argument 'path'/],
    [['validate', '--jsn', corpus], /unknown option '--jsn'[\s\S]*--json/],
    [['validate', '/nowhere/at/all'], /There is no file or folder “\/nowhere\/at\/all”/],
    [['roundtrip', '/nowhere/at/all'], /There is no file or folder/],
    [['publish', '/nowhere/at/all', '--out', 'x'], /There is no file or folder/],
    [['import', '/nowhere/at/all'], /There is no file or folder/],
    [['import-printed', '/nowhere/at/all', '--out', 'x'], /There is no file or folder/],
    [['serve', '--port', 'eighty'], /Write a number from 0 to 65535/],
  ])('%j', async (argv, message) => {
    const { status, out, err } = await runCommand(...argv);
    expect(err).toMatch(message);
    expect(out).toBe('');
    expect(status).toBe(2);
  });

  test('a folder without TEI', async () => {
    const { status, err } = await runCommand('validate', folderOf({ 'readme.txt': 'nothing' }));
    expect(err).toContain('There is no file ending in .xml in ');
    expect(status).toBe(2);
  });
});

const cli = join(dirname(fileURLToPath(import.meta.url)), '..');
describe.skipIf(!existsSync(join(cli, 'dist/main.js')))('the program itself', () => {
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, [join(cli, 'bin/chancery.mjs'), ...argv], { encoding: 'utf8' });

  test('ends with 0, 1 or 2', () => {
    const bad = folderOf({ 'a.xml': '<TEI>' });
    expect(run('validate', join(corpus, 'letters')).status).toBe(0);
    expect(run('validate', bad).status).toBe(1);
    expect(run('validate').status).toBe(2);
  });

  test('keeps machine output apart, and draws no progress into a pipe', () => {
    const { stdout, stderr } = run('validate', '--json', corpus);
    expect(JSON.parse(stdout)).toMatchObject({ totals: { files: 8, errors: 0 } });
    expect(stderr).toBe('');
  });
});
