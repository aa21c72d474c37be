import { readTeiFiles } from '@chancery/importing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditionDetail } from '../contract/edition.js';
import type { FileToMendAnswer, Mended } from '../contract/file-to-mend.js';
import { LettersDiffer, storeEdition } from '../editions/store-edition.js';
import {
  editionId,
  letterSource,
  openTestHouse,
  type SignedIn,
  type TestHouse,
} from '../testing/test-house.js';

let there: TestHouse;
let editor: SignedIn;

const sound = letterSource.replace('xml:id="ada-1843-07-10"', 'xml:id="ada-to-mend"');
const faulty = sound.replace('</hi>', '</h1>');

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

/** Imports a file that is not well-formed, and gives its id. */
async function faultyFile(path: string, text = faulty): Promise<string> {
  const { edition } = await readTeiFiles([{ path, bytes: new TextEncoder().encode(text) }], { toMend: true });
  if (!edition) throw new Error('nothing was read');
  await storeEdition(there.house.prisma, edition, { editionId });
  const { toMend } = await calendar();
  return toMend.find((row) => row.path === path)?.id ?? '';
}

async function calendar(): Promise<EditionDetail> {
  const response = await there.ask(`/api/editions/${editionId}`, { as: editor });
  return (await response.json()) as EditionDetail;
}

function send(method: string, path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return there.ask(path, { method, as: editor, headers, body: JSON.stringify(body) });
}

test('a file that is not well-formed waits in the calendar with its place, and is no letter', async () => {
  const id = await faultyFile('letters/waits.xml');
  const { toMend, letters } = await calendar();
  expect(toMend).toMatchObject([{ id, path: 'letters/waits.xml', line: 16 }]);
  expect(toMend[0]?.message).toContain('</h1>');
  expect(letters).toHaveLength(3);
  const response = await there.ask(`/api/files-to-mend/${id}`, { as: editor });
  expect((await response.json()) as FileToMendAnswer).toMatchObject({
    source: faulty,
    version: 0,
    canMend: true,
  });
  const reader = await there.signIn('reader');
  const read = await there.ask(`/api/files-to-mend/${id}`, { as: reader });
  expect(await read.json()).toMatchObject({ canMend: false });
});

test('it is kept as it is written, and becomes a letter when it is well-formed', async () => {
  const id = await faultyFile('letters/mended.xml');
  const early = await send('POST', `/api/files-to-mend/${id}/letter`, { version: 0 });
  expect(early.status).toBe(422);
  expect(((await early.json()) as { detail: string }).detail).toMatch(/^Line 16: /);

  const half = await send('PUT', `/api/files-to-mend/${id}`, {
    version: 0,
    source: `${faulty}<!-- mine -->`,
  });
  expect((await half.json()) as Mended).toMatchObject({ version: 1, line: 16 });
  const whole = await send('PUT', `/api/files-to-mend/${id}`, { version: 1, source: sound });
  expect((await whole.json()) as Mended).toEqual({ version: 2, line: null, message: null });

  const taken = await send('POST', `/api/files-to-mend/${id}/letter`, { version: 2 });
  expect([taken.status, await taken.json()]).toEqual([201, { letterId: 'ada-to-mend' }]);
  const { letters, toMend } = await calendar();
  expect(letters.map((row) => row.id)).toContain('ada-to-mend');
  expect(toMend.map((row) => row.id)).not.toContain(id);
  const tei = await there.ask('/api/letters/ada-to-mend/tei', { as: editor });
  expect(await tei.text()).toBe(sound);
  // The text that was imported is still known.
  const row = await there.house.prisma.fileToMend.findUnique({ where: { id } });
  expect(row).toMatchObject({ baseSource: faulty, letterId: 'ada-to-mend' });
  expect((await send('PUT', `/api/files-to-mend/${id}`, { version: 3, source: sound })).status).toBe(409);
});

test('of two who write at a time the second is told, and nothing is written over', async () => {
  const id = await faultyFile('letters/two.xml');
  const address = `/api/files-to-mend/${id}`;
  expect((await send('PUT', address, { version: 0, source: `${faulty} ` })).status).toBe(200);
  const second = await send('PUT', address, { version: 0, source: 'other' });
  expect(second.status).toBe(409);
  expect(((await second.json()) as { detail: string }).detail).toContain('Somebody else');
  expect(await (await there.ask(address, { as: editor })).json()).toMatchObject({ source: `${faulty} ` });
});

test('the name of a letter that is there is not taken', async () => {
  const id = await faultyFile('letters/name.xml', letterSource.replace('</hi>', ''));
  await send('PUT', `/api/files-to-mend/${id}`, { version: 0, source: letterSource });
  const taken = await send('POST', `/api/files-to-mend/${id}/letter`, { version: 1 });
  expect(taken.status).toBe(422);
  expect(((await taken.json()) as { detail: string }).detail).toContain('already belongs');
});

test.each([
  ['NUL', '<TEI>\0</TEI>', 'NUL'],
  ['half of a character', '<TEI>\ud800</TEI>', 'U+D800'],
])('%s is refused with its reason', async (name, source, reason) => {
  const id = await faultyFile(`letters/${name.replaceAll(' ', '-')}.xml`);
  const answer = await send('PUT', `/api/files-to-mend/${id}`, { version: 0, source });
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as { detail: string }).detail).toContain(reason);
});

test('importing it again changes nothing, in other words it is refused', async () => {
  await faultyFile('letters/again.xml');
  const before = (await calendar()).toMend.length;
  await faultyFile('letters/again.xml');
  expect((await calendar()).toMend).toHaveLength(before);
  await expect(faultyFile('letters/again.xml', `${faulty}\n`)).rejects.toThrow(LettersDiffer);
});

test('without being asked for, it is an error, and a bomb is one in any case', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const refused = await readTeiFiles([{ path: 'a.xml', bytes: bytes(faulty) }]);
  expect([refused.edition, refused.report.counts.errors]).toEqual([undefined, 1]);
  const bomb = `<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>\n<TEI>&c;</TEI>`;
  const bombed = await readTeiFiles([{ path: 'a.xml', bytes: bytes(bomb) }], { toMend: true });
  expect([bombed.edition, bombed.report.findings[0]?.code]).toEqual([undefined, 'entity-too-large']);
});
