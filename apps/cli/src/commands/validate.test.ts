import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineAndColumn } from '@chancery/xml';
import { expect, test } from 'vitest';
import { corpus, folderOf, sample } from '../testing/folder.js';
import { refusals, refusedFiles } from '../testing/refused-files.js';
import { runCommand } from '../testing/run-command.js';

const letter = 'letters/roosevelt-churchill-1941-08-15.xml';

test('the sample volume has nothing in error', async () => {
  const { status, out, err } = await runCommand('validate', corpus);
  expect(out).toBe('');
  expect(err).toBe('8 files checked: 0 errors, 0 warnings.\n');
  expect(status).toBe(0);
});

test('a finding stands on a line with file, line and column, and what would settle it', async () => {
  const source = sample(letter).replace('<date type="received" when="1941-08-15">', '<date type="received">');
  const { line, column } = lineAndColumn(source, source.indexOf('<date type="received">'));
  const folder = folderOf({ 'a.xml': source });
  const { status, out, err } = await runCommand('validate', folder);
  expect(out.split('\n')[0]).toBe(
    `${join(folder, 'a.xml')}:${line}:${column}: error: The date in a dateline needs its date in figures, by which letters are ordered: when="1941-08-15". → Record 1941-08-15 [dateline-date-unrecorded]`,
  );
  expect(err).toBe('1 file checked: 1 error, 0 warnings.\n');
  expect(status).toBe(1);
});

test('warnings alone are no failure', async () => {
  const folder = folderOf({ 'a.xml': sample(letter).replace('<p>The war', '<p><gap/>The war') });
  const { status, out, err } = await runCommand('validate', folder);
  expect(out).toContain(': warning: ');
  expect(err).toContain('0 errors, 1 warning.');
  expect(status).toBe(0);
});

test('with --json, the standard output is JSON and nothing else', async () => {
  const wrong = sample(letter).replace('<p>The war', '<p><foo/>The war');
  const place = lineAndColumn(wrong, wrong.indexOf('<foo/>'));
  const folder = folderOf({
    'a.xml': sample(letter),
    'b.xml': wrong,
    'c.xml': '<TEI>',
  });
  const { status, out, err } = await runCommand('validate', '--json', folder);
  expect(err).toBe('');
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    files: [
      { file: join(folder, 'a.xml'), findings: [] },
      {
        file: join(folder, 'b.xml'),
        findings: [{ ...place, code: 'element-unknown', path: '/TEI/text/body/div/p[3]/foo' }],
      },
      { file: join(folder, 'c.xml'), findings: [{ code: 'unclosed-element', origin: 'xml' }] },
    ],
    totals: { files: 3, valid: 1, errors: 2, warnings: 0, infos: 0 },
  });
});

test('files that hold no text have one finding each', async () => {
  const folder = folderOf({
    'bytes.xml': Uint8Array.of(0x3c, 0x61, 0x3e, 0xe8, 0x3c, 0x2f, 0x61, 0x3e),
    'empty.xml': '',
    'large.xml': '',
    'other.xml': '%PDF-1.7',
  });
  writeFileSync(join(folder, 'large.xml'), '');
  truncateSync(join(folder, 'large.xml'), 60 * 1024 * 1024);
  const { status, out } = await runCommand('validate', folder);
  expect(out.match(/\[(?:wrong-encoding|empty-file|file-too-large|not-xml)\]/g)).toEqual([
    '[wrong-encoding]',
    '[empty-file]',
    '[file-too-large]',
    '[not-xml]',
  ]);
  expect(out.match(/:\d+:\d+: error: /g)).toHaveLength(4);
  expect(status).toBe(1);
});

test('many files are told of in their order, whichever is checked first', async () => {
  const names = Array.from({ length: 120 }, (_, at) => `${String(at).padStart(3, '0')}.xml`);
  const folder = folderOf(
    Object.fromEntries(names.map((name, at) => [name, at % 40 === 1 ? sample(letter) : `<TEI n="${name}">`])),
  );
  const { status, out, err } = await runCommand('validate', folder);
  const wrong = names.filter((_, at) => at % 40 !== 1);
  expect(out.split('\n').map((line) => line.slice(folder.length + 1, folder.length + 8))).toEqual([
    ...wrong,
    '',
  ]);
  expect(err).toBe('120 files checked: 117 errors, 0 warnings.\n');
  expect(status).toBe(1);
});

test('what would exhaust the machine is refused with the reason and the place', async () => {
  const folder = folderOf(refusedFiles());
  truncateSync(join(folder, 'large.xml'), 100 * 1024 * 1024);
  const { status, out } = await runCommand('validate', folder);
  for (const [name, told] of Object.entries(refusals)) {
    const line = out.split('\n').find((each) => each.startsWith(join(folder, name)));
    expect(line).toContain(`${join(folder, name)}:${told.place}: error: ${told.message}`);
    expect(line).toContain(`[${told.code}]`);
  }
  // An external entity is named and never fetched: the file is read without it.
  expect(out).not.toContain('root:');
  expect(status).toBe(1);
});

test('another schema can be named', async () => {
  const rng =
    '<element name="note" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><text/></element>';
  const sch =
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="note"><assert id="words" test=". != \'\'">Say something.</assert></rule></pattern></schema>';
  const folder = folderOf({ 'x.rng': rng, 'x.sch': sch, 'a.xml': '<note/>', 'b.xml': '<p/>' });
  const schemas = ['--rng', join(folder, 'x.rng'), '--sch', join(folder, 'x.sch')];
  const { status, out } = await runCommand('validate', ...schemas, folder);
  expect(out).toContain('a.xml:1:1: error: Say something. [words]');
  expect(out).toContain(
    'b.xml:1:1: error: A file of this edition cannot begin with <p>. It begins with <note>. [root-unknown]',
  );
  expect(status).toBe(1);
});
