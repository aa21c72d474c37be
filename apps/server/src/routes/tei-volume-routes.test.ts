import { archiveOf } from '@chancery/importing/archive';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditionList } from '../contract/edition.js';
import type { Problem } from '../contract/problem.js';
import type { TeiVolumePlan } from '../contract/tei-volume.js';
import { storeEdition } from '../editions/store-edition.js';
import { openTestHouse, type SignedIn, smallEdition, type TestHouse } from '../testing/test-house.js';

const header = (title: string) =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>Made for tests.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>`;
const tei = (id: string, inText: string, title = id) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}">
${header(title)}
<text><body>
${inText}
</body></text></TEI>
`;
const document = (id: string) => `<div type="document" xml:id="${id}"><p>All of ${id}.</p></div>`;
const folder = {
  'home/volume.xml': tei(
    'old-volume',
    '<div type="documents"><list type="documents"><item><ptr target="letters/b.xml"/></item><item><ptr target="letters/a.xml"/></item></list></div>',
    'An Old Volume',
  ),
  'home/letters/a.xml': tei('letter-a', '<p>Of a.</p>'),
  'home/letters/b.xml': tei('letter-b', '<p>Of b.</p>'),
};
const series = { 'papers.xml': tei('papers', ['k', 'l', 'm'].map(document).join('\n'), 'Papers') };
const corpus = {
  'corpus.xml': `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">${header('A Corpus')}
${tei('corpus-a', '<p>Of a.</p>')}${tei('corpus-b', '<p>Of b.</p>')}</teiCorpus>`,
};

let there: TestHouse;
let editor: SignedIn;
beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
}, 120_000);
afterAll(() => there.close());

const packed = (files: Readonly<Record<string, string>>) =>
  archiveOf(Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })));

const send = (path: string, bytes: Uint8Array, signal?: AbortSignal) =>
  there.ask(`/api/tei-volumes${path}`, {
    as: editor,
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
    ...(signal ? { signal } : {}),
  });

async function plan(files: Readonly<Record<string, string>>, name = 'sent.zip'): Promise<TeiVolumePlan> {
  const answer = await send(`/plan?name=${name}`, packed(files));
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as TeiVolumePlan;
}

async function bring(files: Readonly<Record<string, string>>, query = 'name=sent.zip'): Promise<string> {
  const answer = await send(`?${query}`, packed(files));
  expect(answer.status, await answer.clone().text()).toBe(201);
  return ((await answer.json()) as { editionId: string }).editionId;
}

/** How many editions, letters, files of documents and files to be mended there are. */
async function stored(): Promise<number[]> {
  const { edition, letter, seriesFile, fileToMend } = there.house.prisma;
  return Promise.all([edition.count(), letter.count(), seriesFile.count(), fileToMend.count()]);
}

test('what files would make is told by their form, and nothing is stored', async () => {
  const before = await stored();
  const right = { isTitled: true, sameAs: null, toMend: 0, errors: 0, warnings: 0, findings: [] };
  expect(await plan(folder)).toEqual({
    ...right,
    title: 'An Old Volume',
    hasVolumeFile: true,
    documents: 2,
    series: [],
  });
  expect(await plan(series, 'papers.xml')).toEqual({
    ...right,
    title: 'Papers',
    hasVolumeFile: false,
    documents: 3,
    series: [{ path: 'papers.xml', element: 'div', documents: 3 }],
  });
  expect(await plan(corpus)).toMatchObject({
    title: 'A Corpus',
    series: [{ path: 'corpus.xml', element: 'TEI', documents: 2 }],
  });
  const { 'home/letters/a.xml': a } = folder;
  expect(await plan({ 'a.xml': a }, 'My%20letters.zip')).toMatchObject({
    title: 'My letters',
    isTitled: false,
    documents: 1,
  });
  expect(await stored()).toEqual(before);
});

test('files become a volume of whoever brings them in, as the log says, and again another one', async () => {
  const made = await bring(folder);
  expect(made).toBe('old-volume');
  const { edition, letter, membership, auditEvent } = there.house.prisma;
  expect(await edition.findUnique({ where: { id: made } })).toMatchObject({ title: 'An Old Volume' });
  const letters = await letter.findMany({ where: { editionId: made }, orderBy: { position: 'asc' } });
  expect(letters.map(({ path, source }) => [path, source])).toEqual(
    ['volume.xml', 'letters/b.xml', 'letters/a.xml'].map((path) => [
      path,
      folder[`home/${path}` as keyof typeof folder],
    ]),
  );
  expect(await membership.findMany({ where: { editionId: made } })).toMatchObject([
    { userId: editor.id, role: 'chief-editor' },
  ]);
  expect(await auditEvent.findMany({ where: { editionId: made } })).toMatchObject([
    { actorId: editor.id, action: 'letters-imported', details: { files: 3, toMend: 0, unchanged: 0 } },
  ]);
  expect(await plan(folder)).toMatchObject({ sameAs: { id: made, title: 'An Old Volume' } });
  expect(await bring(folder)).toBe('old-volume-2');
  expect(await letter.count({ where: { editionId: made } })).toBe(3);
});

test('a volume is called as whoever brings it in says, where its files do not', async () => {
  const { edition } = there.house.prisma;
  const titleOf = async (id: string) => (await edition.findUnique({ where: { id } }))?.title;
  const { 'home/letters/a.xml': a } = folder;
  const untitled = {
    'volume.xml': tei(
      'untitled',
      '<div type="documents"><list type="documents"><item><ptr target="a.xml"/></item></list></div>',
      ' ',
    ),
    'a.xml': a,
  };
  expect(await plan(untitled)).toMatchObject({ title: 'sent', isTitled: false });
  const made = await bring(untitled, 'name=sent.zip&title=Of%20Ada%20');
  expect([made, await titleOf(made)]).toEqual(['untitled', 'Of Ada']);
  expect(await titleOf(await bring({ 'a.xml': a }, 'name=My%0Aletters.zip'))).toBe('My letters');
  expect(await titleOf(await bring(corpus, 'name=c.xml&title=Mine'))).toBe('A Corpus');
  for (const title of ['%20', 'a%00b', 'x'.repeat(301)])
    expect((await send(`?name=sent.zip&title=${title}`, packed({ 'a.xml': a }))).status).toBe(400);
});

test('two who bring the same in at once have a volume each', async () => {
  const made = await Promise.all([bring(series), bring(series)]);
  expect(made.toSorted()).toEqual(['papers', 'papers-2']);
});

test('each mistake is told with file and line, and nothing is stored while there is one', async () => {
  const before = await stored();
  const wrong = {
    ...folder,
    'home/letters/c.xml': '\n<html/>',
    'home/letters/d.xml': folder['home/letters/a.xml'],
  };
  expect(await plan(wrong)).toMatchObject({
    errors: 2,
    findings: expect.arrayContaining([
      {
        path: 'letters/c.xml',
        line: 2,
        column: 1,
        kind: 'error',
        message: expect.stringContaining('not TEI'),
        advice: expect.stringContaining('Leave this file out'),
      },
      expect.objectContaining({ path: 'letters/d.xml', line: 1, kind: 'error' }),
    ]),
  });
  const answer = await send('?name=sent.zip', packed(wrong));
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as Problem).detail).toMatch(/^letters\/c\.xml, line 2: /);
  const none = await send('/plan?name=sent.zip', new TextEncoder().encode(series['papers.xml']));
  expect(none.status).toBe(422);
  expect(((await none.json()) as Problem).detail).toContain('no archive (ZIP)');
  expect(await stored()).toEqual(before);
});

test('files that are not well-formed are taken to be mended where that is wanted, else not', async () => {
  const before = await stored();
  const broken = { 'a.xml': tei('whole', '<p>Of a.</p>'), 'b.xml': tei('broken', '<p>Of <b.</p>') };
  expect(await plan(broken)).toMatchObject({
    documents: 1,
    errors: 0,
    warnings: 0,
    toMend: 1,
    findings: [{ path: 'b.xml', line: 4, kind: 'to-mend' }],
  });
  expect((await send('?name=broken.zip', packed(broken))).status).toBe(422);
  expect(await stored()).toEqual(before);
  const made = await bring(broken, 'name=broken.zip&mend=later');
  const { fileToMend } = there.house.prisma;
  expect(await fileToMend.findMany({ where: { editionId: made } })).toMatchObject([{ path: 'b.xml' }]);
});

test('a volume with nothing in it is not made', async () => {
  const before = await stored();
  const broken = { 'b.xml': tei('broken', '<p>Of <b.</p>') };
  expect(await plan(broken)).toMatchObject({ documents: 0, toMend: 1, errors: 0 });
  const answer = await send('?name=broken.zip&mend=later', packed(broken));
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as Problem).detail).toContain('a volume with nothing in it is not made');
  expect(await stored()).toEqual(before);
});

test('volumes are made by those who may bring letters in, and by whoever was there first while there is no chief editor', async () => {
  const ask = async (as: SignedIn) =>
    (
      await there.ask('/api/tei-volumes/plan?name=sent.zip', {
        as,
        method: 'POST',
        body: Buffer.from(packed(folder)),
      })
    ).status;
  const mayMake = async (as: SignedIn) =>
    ((await (await there.ask('/api/editions', { as })).json()) as EditionList).mayMakeVolumes;
  const [stranger, reader] = [await there.signIn(), await there.signIn('reader')];
  for (const [as, status] of [
    [editor, 200],
    [reader, 403],
    [stranger, 403],
  ] as const)
    expect([await ask(as), await mayMake(as)]).toEqual([status, status === 200]);
  const empty = await openTestHouse();
  try {
    const owner = await empty.signIn();
    const later = await empty.signIn();
    const answers = await Promise.all(
      [owner, later].map(async (as) => (await empty.ask('/api/editions', { as })).json()),
    );
    expect(answers).toEqual([
      { editions: [], mayMakeVolumes: true },
      { editions: [], mayMakeVolumes: false },
    ]);
    const made = await empty.ask('/api/tei-volumes?name=sent.zip', {
      as: owner,
      method: 'POST',
      body: Buffer.from(packed(folder)),
    });
    expect(made.status).toBe(201);
  } finally {
    await empty.close();
  }
});

test('nothing is stored when it is cancelled, as late as it may be', async () => {
  const before = await stored();
  const gone = AbortSignal.abort();
  expect((await send('?name=sent.zip', packed(folder), gone)).status).toBe(410);
  const storing = storeEdition(there.house.prisma, smallEdition, { newNamed: 'cancelled', signal: gone });
  await expect(storing).rejects.toThrow();
  expect(await stored()).toEqual(before);
});
