import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AddedImage } from '../contract/page-image.js';
import type { PublicationAnswer } from '../contract/publication.js';
import { editionId, letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { madeLeaf, sendImage, sha256Of } from '../testing/test-images.js';

let there: TestHouse;
let editor: SignedIn;

beforeAll(async () => {
  there = await openTestHouse();
  editor = await there.signIn('editor');
});
afterAll(() => there.close());

const asJson = (value: object) => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});

async function press(only?: readonly string[]): Promise<string> {
  const response = await there.ask(`/api/editions/${editionId}/publications`, {
    method: 'POST',
    as: editor,
    ...(only ? asJson({ only }) : {}),
  });
  expect(response.status).toBe(202);
  return ((await response.json()) as { id: string }).id;
}

async function ended(id: string): Promise<PublicationAnswer> {
  for (;;) {
    const response = await there.ask(`/api/publications/${id}`, { as: editor });
    const publication = (await response.json()) as PublicationAnswer;
    if (!['queued', 'running'].includes(publication.state)) return publication;
    await pause(50);
  }
}

test('pressed twice it runs once, and ends with links that lead to the edition', async () => {
  const [one, two] = await Promise.all([press(), press()]);
  expect(two).toBe(one);
  const publication = await ended(one);
  expect(publication).toMatchObject({
    state: 'done',
    links: { web: '/edition/', pdf: '/edition/volume.pdf', press: '/edition/volume-press.pdf' },
  });
  expect(publication.progress.done).toBe(publication.progress.total);
  const front = await there.ask('/edition/');
  expect(front.status).toBe(200);
  expect(await front.text()).toContain('A Small Volume');
  const pdf = await there.ask('/edition/volume.pdf');
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const letter = await there.ask('/edition/letters/ada-1843-07-11');
  expect([letter.status, letter.headers.get('location')]).toEqual([301, '/edition/letters/ada-1843-07-11/']);
  expect((await there.ask('/edition/letters/none/')).status).toBe(404);
});

test('only the parts that were asked for are made, and the others are kept and offered still', async () => {
  await ended(await press());
  const before = await (await there.ask('/edition/volume.pdf')).arrayBuffer();
  const publication = await ended(await press(['cmif', 'json']));
  expect(publication).toMatchObject({
    state: 'done',
    links: {
      web: '/edition/',
      pdf: '/edition/volume.pdf',
      press: '/edition/volume-press.pdf',
      epub: '/edition/volume.epub',
      cmif: '/edition/cmif.xml',
      tei: '/edition/tei.zip',
      txt: '/edition/volume.txt',
      json: '/edition/calendar.json',
    },
  });
  expect(Buffer.from(await (await there.ask('/edition/volume.pdf')).arrayBuffer())).toEqual(
    Buffer.from(before),
  );
  expect((await there.ask('/edition/dts/index.json')).headers.get('content-type')).toBe(
    'application/ld+json',
  );
  expect((await there.ask('/edition/volume.epub')).headers.get('content-type')).toBe('application/epub+zip');
  // What other hosts read they may show; pages are nobody else’s.
  const shownBy = async (path: string) => (await there.ask(path)).headers.get('cross-origin-resource-policy');
  expect(await shownBy('/edition/dts/index.json')).toBe('cross-origin');
  expect(await shownBy('/edition/')).toBe('same-origin');
  const none = await there.ask(`/api/editions/${editionId}/publications`, {
    method: 'POST',
    as: editor,
    ...asJson({ only: ['mobi'] }),
  });
  expect(none.status).toBe(400);
});

test('the edition answers by Distributed Text Services: from the entry to each letter and a paragraph of it', async () => {
  const root = 'http://localhost:4242/edition/dts/';
  const ask = async (path: string) => {
    const response = await there.ask(`/edition/dts/${path}`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type'), text, response };
  };
  const answer = async (path: string) => {
    const { status, type, text } = await ask(path);
    expect([status, type]).toEqual([200, 'application/ld+json']);
    const value = JSON.parse(text);
    expect(value).toMatchObject({ '@context': 'https://dtsapi.org/context/v1.0.json', dtsVersion: '1.0' });
    return value;
  };
  const id = 'ada-1843-07-11';
  expect(await answer('')).toMatchObject({
    '@id': root,
    '@type': 'EntryPoint',
    collection: `${root}collection{?id,page,nav}`,
  });
  const whole = await answer('collection');
  expect(whole).toMatchObject({ '@type': 'Collection', totalParents: 0, totalChildren: 2 });
  expect(whole.member).toContainEqual(
    expect.objectContaining({
      '@id': id,
      '@type': 'Resource',
      navigation: `${root}navigation?resource=${id}{&ref,start,end,down,tree}`,
      document: `${root}document?resource=${id}{&ref,start,end,tree,mediaType}`,
    }),
  );
  expect((await answer(`collection?id=${whole['@id']}&nav=parents`)).member).toEqual([]);
  const parents = await answer(`collection/?id=${id}&nav=parents`);
  expect(parents).toMatchObject({ '@id': id, citationTrees: [{ '@type': 'CitationTree' }] });
  expect(parents.member).toMatchObject([{ '@id': whole['@id'], '@type': 'Collection' }]);

  const parts = await answer(`navigation?resource=${id}&down=-1`);
  expect(parts).toMatchObject({ '@id': `${root}navigation?resource=${id}&down=-1`, '@type': 'Navigation' });
  const paragraph = parts.member.find(({ citeType }: { citeType: string }) => citeType === 'paragraph');
  const passage = await ask(`document?resource=${id}&ref=${paragraph.identifier}`);
  expect(passage).toMatchObject({ status: 200, type: 'application/tei+xml' });
  expect(passage.text).toMatch(/<dts:wrapper [^>]*><p\b.*<\/p><\/dts:wrapper><\/TEI>\n$/s);
  expect(passage.response.headers.get('link')).toBe(`<${root}collection?id=${id}>; rel="collection"`);
  const tei = await (await there.ask(`/edition/letters/${id}/${id}.xml`)).text();
  expect((await ask(`document?resource=${id}&mediaType=application%2Ftei%2Bxml`)).text).toBe(tei);
});

test.each([
  ['navigation?down=1', 400],
  ['navigation?resource=ada-1843-07-11', 400],
  ['navigation?resource=ada-1843-07-11&down=some', 400],
  ['navigation?resource=ada-1843-07-11&ref=none', 404],
  ['navigation?resource=..%2F..&down=1', 404],
  ['document', 400],
  ['document?resource=none', 404],
  ['document?resource=ada-1843-07-11&start=1', 400],
  ['document?resource=ada-1843-07-11&mediaType=text%2Fhtml', 404],
  ['collection?id=none', 404],
  ['collection?page=2', 404],
  ['collection?nav=around', 400],
])('%s is refused with %i, in words', async (path, status) => {
  const response = await there.ask(`/edition/dts/${path}`);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(/\w/) });
});

test('a proof holds the letters that were chosen, and publishes nothing', async () => {
  const proof = async (query: string) =>
    there.ask(`/api/editions/${editionId}/proof.pdf?${query}`, { as: editor });
  const one = await proof('letter=ada-1843-07-11');
  expect([one.status, one.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const both = await proof('letter=ada-1843-07-11&letter=ada-1843-07-10');
  const [small, large] = await Promise.all([one.arrayBuffer(), both.arrayBuffer()]);
  expect(Buffer.from(small).subarray(0, 5).toString()).toBe('%PDF-');
  expect(large.byteLength).toBeGreaterThan(small.byteLength);
  const whole = await proof('');
  expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect((await whole.arrayBuffer()).byteLength).toBeGreaterThan(large.byteLength);
  expect((await proof('letter=none')).status).toBe(404);
  const many = Array.from({ length: 101 }, (_, index) => `letter=${index}`).join('&');
  expect((await proof(many)).status).toBe(400);
});

const cancel = async (id: string) => {
  const response = await there.ask(`/api/publications/${id}/cancellation`, { method: 'POST', as: editor });
  expect(response.status).toBe(200);
  return (await response.json()) as PublicationAnswer;
};

test('a run may be stopped, the last edition stands, and the next run begins at once', async () => {
  await ended(await press(['cmif']));
  const before = await (await there.ask('/edition/cmif.xml')).text();
  const id = await press();
  expect(await cancel(id)).toMatchObject({ state: 'cancelled', finishedAt: expect.any(String) });
  expect(await ended(id)).toMatchObject({ state: 'cancelled' });
  expect(await (await there.ask('/edition/cmif.xml')).text()).toBe(before);
  const next = await press(['cmif']);
  expect(next).not.toBe(id);
  expect(await ended(next)).toMatchObject({ state: 'done' });
  expect(await cancel(next)).toMatchObject({ state: 'done' });
});

test('a run tells how long it will take, and one of another server is stopped as well', async () => {
  const { id } = await there.house.prisma.publication.create({
    data: { editionId, state: 'running', startedAt: new Date(Date.now() - 10_000), done: 5, total: 20 },
  });
  const response = await there.ask(`/api/publications/${id}`, { as: editor });
  const { progress } = (await response.json()) as PublicationAnswer;
  expect(progress.secondsLeft).toBeGreaterThanOrEqual(30);
  expect(await cancel(id)).toMatchObject({ state: 'cancelled', progress: { secondsLeft: null } });
});

test('the TEI goes out with the schemas of the edition’s own', async () => {
  const rng = '<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>';
  await there.house.prisma.edition.update({ where: { id: editionId }, data: { rng } });
  await ended(await press(['tei']));
  await there.house.prisma.edition.update({ where: { id: editionId }, data: { rng: null } });
  const archive = Buffer.from(await (await there.ask('/edition/tei.zip')).arrayBuffer());
  expect(archive.includes('schemas/letters.rng')).toBe(true);
  // An edition’s own schema comes without Chancery’s ODD.
  expect(archive.includes('schemas/letters.odd')).toBe(false);
});

test('page images go out with the letters that show them, unless the volume leaves them out', async () => {
  const content = await madeLeaf({ width: 1_300, height: 2_600 });
  const { images } = (await (
    await sendImage(there, editor, { name: 'leaf.jpg', content })
  ).json()) as AddedImage;
  const id = images[0]?.id ?? '';
  const set = (path: string, method: string, value: object) =>
    there.ask(path, { method, as: editor, ...asJson(value) });
  await set(`/api/letters/${letterId}/facsimile`, 'PUT', { imageIds: [id] });
  await set(`/api/images/${id}`, 'PATCH', { alt: 'A leaf with a seal.', label: '1r' });
  const publish = async () => {
    expect(await ended(await press(['web', 'json']))).toMatchObject({ state: 'done' });
    return (await there.ask(`/edition/letters/${letterId}/facsimile/`)).text();
  };
  const name = `images/${sha256Of(content)}.jpg`;
  const shown = `src="../../../${name}" alt="A leaf with a seal." width="1200" height="2400" loading="lazy"`;
  expect(await publish()).toContain(shown);
  const picture = await there.ask(`/edition/${name}`);
  expect(picture.headers.get('content-type')).toBe('image/jpeg');
  const published = Buffer.from(await picture.arrayBuffer());
  expect(await sharp(published).metadata()).toMatchObject({ format: 'jpeg', width: 1_200, height: 2_400 });
  // It is made once.
  const leaf = await there.house.prisma.pageImage.findUniqueOrThrow({ where: { id } });
  const { file } = await there.house.images.web.of({ ...leaf, sha256: sha256Of(content) });
  const { ino } = await stat(file);
  expect(await publish()).toContain(shown);
  expect((await stat(file)).ino).toBe(ino);
  const { prisma } = there.house;
  const front = { editionId, kind: 'front' };
  const { id: volume, source } = await prisma.letter.findFirstOrThrow({ where: front });
  const leaves = source.replace(
    '</fileDesc>',
    '</fileDesc><encodingDesc><tagsDecl><rendition scheme="free" selector="facsimile">not published</rendition></tagsDecl></encodingDesc>',
  );
  await prisma.letter.update({ where: { id: volume }, data: { source: leaves } });
  expect(await publish()).toContain('<span class="graphic">[image]</span>');
  expect((await there.ask(`/edition/${name}`)).status).toBe(404);
  await prisma.letter.update({ where: { id: volume }, data: { source } });
});

test('a run that a killed server has left is taken up again', async () => {
  const { id } = await there.house.prisma.publication.create({
    data: { editionId, state: 'running', beatAt: new Date(Date.now() - 60_000) },
  });
  await there.anotherNode();
  expect(await ended(id)).toMatchObject({ state: 'done' });
});

test('a run that fails says why, and the last edition stands', async () => {
  const volume = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: editionId } });
  await there.house.prisma.letter.update({ where: { id: editionId }, data: { kind: 'letter' } });
  const publication = await ended(await press());
  await there.house.prisma.letter.update({ where: { id: editionId }, data: { kind: volume.kind } });
  expect(publication).toMatchObject({ state: 'failed', error: expect.stringContaining('no volume file') });
  expect((await there.ask('/edition/')).status).toBe(200);
});
