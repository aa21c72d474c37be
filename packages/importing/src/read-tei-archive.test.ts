import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readTeiArchiveAside } from './printed/aside/import-aside.js';
import { readTeiArchive } from './read-tei-archive.js';
import { DocumentRefused } from './written/open-package.js';

const letter = (id: string) =>
  strToU8(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader/><text><body><p>Words</p></body></text></TEI>`,
  );
const paths = async (files: Record<string, Uint8Array>) => {
  const { read, told } = await readTeiArchive(zipSync(files), 'told.json');
  return { paths: read.report.rows.map(({ file }) => file), told };
};

test('paths begin in the folder that was packed', async () => {
  expect(
    await paths({
      'out/letters/b.xml': letter('b'),
      'out/letters/a.xml': letter('a'),
      'out/letters/.a.xml': letter('x'),
      '__MACOSX/out/letters/._a.xml': letter('y'),
      'out/notes.txt': strToU8('No TEI.'),
    }),
  ).toEqual({ paths: ['letters/a.xml', 'letters/b.xml'], told: undefined });
  expect(await paths({ 'a.xml': letter('a'), 'letters/b.xml': letter('b') })).toMatchObject({
    paths: ['a.xml', 'letters/b.xml'],
  });
});

test('paths begin where the file stands that tells of the others', async () => {
  expect(
    await paths({
      'home/out/letters/a.xml': letter('a'),
      'home/out/told.json': strToU8('{}'),
      'home/other.xml': letter('o'),
    }),
  ).toEqual({ paths: ['letters/a.xml'], told: '{}' });
});

test('what holds no TEI, is none, or was made to fill the memory is refused', async () => {
  const refused = (bytes: Uint8Array) => readTeiArchiveAside(bytes, 'told.json').catch((error) => error);
  expect(await refused(zipSync({ 'a.txt': strToU8('Words') }))).toMatchObject({ code: 'not-this-format' });
  expect(await refused(strToU8('<TEI/>'))).toBeInstanceOf(DocumentRefused);
  const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`${at}.txt`, new Uint8Array()]));
  expect(await refused(zipSync(many))).toMatchObject({ code: 'too-large' });
});
