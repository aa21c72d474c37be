import { existsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { corpus, folderOf } from '../testing/folder.js';
import { refusals, refusedFiles } from '../testing/refused-files.js';
import { runCommand } from '../testing/run-command.js';

test('the sample volume comes back byte for byte', async () => {
  const { status, out } = await runCommand('roundtrip', '--json', corpus);
  expect(JSON.parse(out)).toEqual({
    totals: { files: 8, malformed: 0, identical: 8, edits: 0, exact: 0 },
    failures: [],
  });
  expect(status).toBe(0);
});

test('other encodings, other line ends and a byte order mark come back too', async () => {
  const body = (declared: string) =>
    `<?xml version="1.0" encoding="${declared}"?>\r\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>P\u00e8re</p></body></text></TEI>\r\n`;
  const latin = Uint8Array.from(body('ISO-8859-1'), (character) => character.charCodeAt(0));
  const wide = Uint8Array.from([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(body('UTF-16'), (each) => each.charCodeAt(0)).buffer),
  ]);
  const folder = folderOf({ 'latin.xml': latin, 'wide.xml': wide, 'bom.xml': `\ufeff${body('UTF-8')}` });
  const { out, err } = await runCommand('roundtrip', folder);
  expect(out).toBe('');
  expect(err).toBe('3 files opened and saved: 3 identical, 0 not.\n');
});

test('what is not well-formed is counted; what is beside the TEI in a folder comes back as it was', async () => {
  const folder = folderOf({
    'a.xml': '<TEI>',
    'b.xml': '',
    'build.xml': '<project><target name="a">b</target></project>',
    'list.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0/"><text><body><p>a b</p></body></text></TEI>',
    'page.xml': '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>a <b>c</b></p></body></html>',
  });
  const { status, out } = await runCommand('roundtrip', '--json', '--edits', '10', folder);
  const { totals, failures } = JSON.parse(out);
  expect(failures).toEqual([]);
  expect(totals).toMatchObject({ files: 5, malformed: 2, identical: 3 });
  expect(totals.exact).toBe(totals.edits);
  expect(totals.edits).toBeGreaterThan(0);
  expect(status).toBe(0);
});

test('what cannot be opened is told of with the reason and the place, and is no failure', async () => {
  const files = refusedFiles();
  const folder = folderOf(files);
  truncateSync(join(folder, 'large.xml'), 100 * 1024 * 1024);
  const { status, out, err } = await runCommand('roundtrip', '--json', folder);
  expect(JSON.parse(out)).toMatchObject({ totals: { files: 6, malformed: 5, identical: 1 }, failures: [] });
  expect(status).toBe(0);
  for (const [name, told] of Object.entries(refusals)) {
    expect(err).toContain(`${join(folder, name)}:${told.place}: not opened: ${told.message}`);
    expect(err).toContain(`[${told.code}]`);
  }
});

test('of many files that cannot be opened some are named and the others counted', async () => {
  const files = Array.from({ length: 25 }, (_, at) => [`${at + 10}.xml`, '<TEI>']);
  const { err } = await runCommand('roundtrip', folderOf(Object.fromEntries(files)));
  expect(err.match(/not opened: /g)).toHaveLength(20);
  expect(err).toContain('… and 5 more files not opened.\n');
});

const body = (text: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt></fileDesc></teiHeader><text><body><div>${text}</div></body></text></TEI>`;

test('random edits are proved one by one, and the same seed makes the same', async () => {
  const folder = folderOf({
    'a.xml': body('<p>My <hi>dear</hi> friend</p><p foo="1">b</p>'),
    'b.xml': body('<p/>'),
  });
  const call = ['roundtrip', '--json', '--edits', '12', '--seed', '5', folder];
  const { status, out } = await runCommand(...call);
  const { totals, failures } = JSON.parse(out);
  expect(failures).toEqual([]);
  expect(totals).toMatchObject({ files: 2, malformed: 0, identical: 2 });
  expect(totals.edits).toBeGreaterThan(18);
  expect(totals.exact).toBe(totals.edits);
  expect(status).toBe(0);
  expect((await runCommand(...call)).out).toBe(out);
});

test('the letters of the sample volume hold through random edits', async () => {
  const { status, err } = await runCommand('roundtrip', '--edits', '6', corpus);
  expect(err).toMatch(/(\d+) edits made: \1 exact, 0 not\./);
  expect(status).toBe(0);
});

test('a count or a seed that is no number is a mistake in the call', async () => {
  const { status, err } = await runCommand('roundtrip', '--edits', 'many', corpus);
  expect(err).toContain('whole number');
  expect(status).toBe(2);
});

const auden = join(corpus, '../../shared/corpora/auden-musulin');
test.skipIf(!existsSync(auden))('letters of a public edition come back byte for byte', async () => {
  const { status, err } = await runCommand('roundtrip', auden);
  expect(err).toMatch(/(\d+) files opened and saved: \1 identical, 0 not\./);
  expect(status).toBe(0);
});
