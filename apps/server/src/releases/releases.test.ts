import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditionDetail } from '../contract/edition.js';
import type { AddedImage } from '../contract/page-image.js';
import type { PublicationAnswer } from '../contract/publication.js';
import type { PreflightAnswer, ReleaseChanges, ReleaseList } from '../contract/release.js';
import { editionId, letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { madeLeaf, sendImage, sha256Of } from '../testing/test-images.js';
import { releaseFolder } from './release-folder.js';

/** Who wrote to whom, without which no letter is valid. */
const correspondence = `
    <profileDesc>
      <correspDesc>
        <correspAction type="sent"><persName>Ada Lovelace</persName><date when="1843-07-10"/></correspAction>
        <correspAction type="received"><persName>Charles Babbage</persName></correspAction>
      </correspDesc>
    </profileDesc>`;

const unaddressed = '<publicationStmt><p>Made for tests.</p></publicationStmt>';
const addressed =
  '<publicationStmt><publisher>The Press</publisher><idno type="url">https://letters.example.org/</idno></publicationStmt>';

/** The letter that has a picture. */
const otherId = 'ada-1843-07-11';

let there: TestHouse;
let chief: SignedIn;
/** The image of a leaf of the first letter, as it was sent. */
let scan: Buffer;

beforeAll(async () => {
  there = await openTestHouse();
  chief = await there.signIn('chief-editor');
  const { prisma } = there.house;
  for (const { id, source } of await prisma.letter.findMany({ where: { kind: { not: 'front' } } }))
    await prisma.letter.update({
      where: { id },
      data: { source: source.replace('</fileDesc>', `</fileDesc>${correspondence}`), updatedAt: new Date() },
    });
  // Where it will be served, without which there is no feed.
  for (const { id, source } of await prisma.letter.findMany({ where: { kind: 'front' } }))
    await prisma.letter.update({ where: { id }, data: { source: source.replace(unaddressed, addressed) } });
  const { source } = await prisma.letter.findUniqueOrThrow({ where: { id: otherId } });
  await prisma.letter.update({
    where: { id: otherId },
    data: { source: source.replace('</body>', '<figure><graphic url="seal.png"/></figure></body>') },
  });
  scan = await madeLeaf({ seed: 3 });
  const sent = await sendImage(there, chief, { name: 'leaf.jpg', content: scan });
  const { images } = (await sent.json()) as AddedImage;
  await send(`/api/images/${images[0]?.id}`, 'PATCH', { alt: 'A leaf with a seal.' });
  const { source: first } = await prisma.letter.findUniqueOrThrow({ where: { id: letterId } });
  await prisma.letter.update({
    where: { id: letterId },
    data: {
      source: first.replace(
        /<text\b/,
        '<facsimile><surface><graphic url="../images/leaf.jpg"/></surface></facsimile>$&',
      ),
    },
  });
  // They may have been checked as they were before.
  await there.house.checker.check([letterId, otherId]);
});
afterAll(() => there.close());

const at = `/api/editions/${editionId}`;

const send = (path: string, method: string, value: object = {}) =>
  there.ask(path, {
    method,
    as: chief,
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json' },
  });

const get = async <Answer>(path: string) => (await (await there.ask(path, { as: chief })).json()) as Answer;

async function ended(id: string): Promise<PublicationAnswer> {
  for (;;) {
    const run = await get<PublicationAnswer>(`/api/publications/${id}`);
    if (run.state === 'done' || run.state === 'failed') return run;
    await pause(50);
  }
}

async function publish(): Promise<PublicationAnswer> {
  const { id } = (await (await send(`${at}/publications`, 'POST')).json()) as { id: string };
  return ended(id);
}

/** The preflight, once all letters have been checked. */
async function preflight(): Promise<PreflightAnswer> {
  for (;;) {
    const found = await get<PreflightAnswer>(`${at}/preflight`);
    const validation = found.checks.find(({ code }) => code === 'validation');
    if (!validation?.places.some(({ words }) => words === 'is still being checked')) return found;
    await pause(50);
  }
}

const statesOf = ({ checks }: PreflightAnswer) =>
  Object.fromEntries(checks.map(({ code, state }) => [code, state]));

async function release(number: string, note = 'For tests.'): Promise<Response> {
  const { checks, digest } = await preflight();
  const acknowledged = checks.filter(({ state }) => state === 'warning').map(({ code }) => code);
  return send(`${at}/releases`, 'POST', { number, note, acknowledged, preflight: digest });
}

async function released(number: string): Promise<PublicationAnswer> {
  const response = await release(number);
  expect(await response.clone().json()).toMatchObject({ id: expect.any(String) });
  return ended(((await response.json()) as { id: string }).id);
}

/** Changes a letter's words where nobody is editing. */
async function reword(from: string, to: string): Promise<void> {
  const { prisma } = there.house;
  const { source } = await prisma.letter.findUniqueOrThrow({ where: { id: letterId } });
  const data = { source: source.replace(from, to), updatedAt: new Date() };
  await prisma.letter.update({ where: { id: letterId }, data });
}

test('nothing is released that the press has not made, and warnings have to be acknowledged', async () => {
  const before = await preflight();
  expect(statesOf(before)).toMatchObject({ outputs: 'error', validation: 'passed', stages: 'warning' });
  const early = await release('1.0');
  expect(early.status).toBe(409);
  expect(await early.json()).toMatchObject({ detail: expect.stringContaining('Outputs and conservation') });
  await publish();
  await there.house.prisma.commentThread.create({
    data: { id: 'thread-1', letterId, subject: 'words', version: 0, words: 'Babbage', createdById: chief.id },
  });
  const { checks, digest } = await preflight();
  expect(checks.find(({ code }) => code === 'comments')?.places).toEqual([
    {
      letterId,
      name: 'No. 1',
      words: `${chief.name} asks about “Babbage”`,
      at: { kind: 'thread', id: 'thread-1' },
    },
  ]);
  expect(checks.find(({ code }) => code === 'stages')?.places).toEqual([
    { letterId, name: 'No. 1', words: 'Transcription', at: null },
    { letterId: otherId, name: 'No. 2', words: 'Transcription', at: null },
  ]);
  expect(checks.find(({ code }) => code === 'accessibility')).toMatchObject({
    state: 'warning',
    places: [
      {
        letterId: otherId,
        name: expect.stringMatching(/^No\. 2, line \d+$/),
        words: expect.stringContaining('A picture is not described'),
        at: { kind: 'source', id: expect.stringMatching(/^\d+:\d+$/) },
      },
    ],
  });
  const request = { number: '1.0', note: 'First.', acknowledged: [], preflight: digest };
  const open = await send(`${at}/releases`, 'POST', request);
  expect(await open.json()).toMatchObject({ status: 409, detail: expect.stringContaining('Stages') });
  const stale = await send(`${at}/releases`, 'POST', { ...request, preflight: before.digest });
  expect(await stale.json()).toMatchObject({
    status: 409,
    detail: expect.stringContaining('something else'),
  });
  for (const number of ['1', '01.0', '1.0.0', '../1'])
    expect((await send(`${at}/releases`, 'POST', { ...request, number })).status).toBe(400);
  expect((await get<ReleaseList>(`${at}/releases`)).releases).toEqual([]);
});

test('a release keeps its address and its words, and the next one says what has changed', async () => {
  await publish();
  const run = await released('1.0');
  expect(run).toMatchObject({
    state: 'done',
    links: { web: '/edition/r/1.0/', tei: '/edition/r/1.0/tei.zip' },
  });
  const [first] = (await get<ReleaseList>(`${at}/releases`)).releases;
  expect(first).toMatchObject({
    number: '1.0',
    signedBy: chief.name,
    files: 3,
    withdrawn: null,
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    acknowledged: expect.arrayContaining([expect.objectContaining({ code: 'stages' })]),
  });

  await reword('My dear Babbage', 'My dearest Babbage');
  expect(statesOf(await preflight())).toMatchObject({ outputs: 'error' });
  await publish();
  const now = await get<ReleaseChanges>(`${at}/releases/1.0/changes`);
  expect(now).toEqual({
    since: '1.0',
    to: null,
    letters: [
      {
        letterId,
        name: 'No. 1',
        kind: 'changed',
        errata: [{ where: 'paragraph 1', was: 'My dear Babbage', is: 'My dearest Babbage' }],
      },
    ],
  });
  // What was published is not out yet: the edition is its latest release.
  const page = async (address: string) => (await there.ask(`/edition/${address}`)).text();
  const letter = `letters/${letterId}/`;
  expect(await page(letter)).toContain('My dear Babbage');
  expect(await page(`r/working/${letter}`)).toContain('My dearest Babbage');

  for (const number of ['0.9', '1.0']) {
    const again = await release(number);
    expect(await again.json()).toMatchObject({ status: 409, detail: expect.stringContaining('1.0') });
  }
  await released('1.10');
  expect(await page(letter)).toContain('My dearest Babbage');
  expect(await page(`r/1.0/${letter}`)).toContain('My dear Babbage');
  expect(await get<ReleaseChanges>(`${at}/releases/1.0/changes?to=1.10`)).toMatchObject({
    to: '1.10',
    letters: [{ letterId }],
  });
  expect(await there.house.prisma.releaseText.count()).toBe(4);
});

test('the outputs of a release are made again of its stored texts, byte for byte', async () => {
  const address = `/edition/r/1.0/letters/${letterId}/`;
  const pdf = async () => Buffer.from(await (await there.ask('/edition/r/1.0/volume.pdf')).arrayBuffer());
  const [before, page] = [await pdf(), await (await there.ask(address)).text()];
  const image = `/edition/r/1.0/images/${sha256Of(scan)}.jpg`;
  const picture = async () => Buffer.from(await (await there.ask(image)).arrayBuffer());
  const leaf = await picture();
  const { digest, images } = await there.house.prisma.release.findFirstOrThrow({ where: { number: '1.0' } });
  expect(images).toMatchObject([{ sha256: sha256Of(leaf), alt: 'A leaf with a seal.' }]);
  // Whatever becomes of the leaf meanwhile, and of what is made of it.
  await there.house.prisma.pageImage.deleteMany({});
  await rm(join(there.house.dataDir, 'images', 'web'), { recursive: true });
  await rm(releaseFolder(there.house.dataDir, editionId, '1.0'), { recursive: true });
  expect((await there.ask(address)).status).toBe(503);
  const { id } = (await (await send(`${at}/releases/1.0/outputs`, 'POST')).json()) as { id: string };
  expect(await ended(id)).toMatchObject({ state: 'done' });
  expect(await (await there.ask(address)).text()).toBe(page);
  expect(await pdf()).toEqual(before);
  expect(await picture()).toEqual(leaf);
  expect(await there.house.prisma.release.findFirst({ where: { number: '1.0' } })).toMatchObject({ digest });
  // What tells of the changes since a release that is gone from the disk has that made again too.
  for (const number of ['1.0', '1.10'])
    await rm(releaseFolder(there.house.dataDir, editionId, number), { recursive: true });
  const latest = (await (await send(`${at}/releases/1.10/outputs`, 'POST')).json()) as { id: string };
  expect(await ended(latest.id)).toMatchObject({ state: 'done' });
  expect(await (await there.ask(address)).text()).toBe(page);
  expect(await (await there.ask('/edition/r/1.10/changes/')).text()).toContain('Changes since release 1.0');
  expect((await send(`${at}/releases/7.0/outputs`, 'POST')).status).toBe(404);
});

test('letters that are ready go out as published, and what is not ready keeps its stage', async () => {
  const { prisma } = there.house;
  await prisma.edition.update({
    where: { id: editionId },
    data: { settings: { verification: { people: 0, inTandem: 0 } } },
  });
  await prisma.letter.update({ where: { id: letterId }, data: { stage: 'ready' } });
  await publish();
  await released('2.0');
  const stages = await prisma.letter.findMany({
    where: { editionId, kind: { not: 'front' } },
    orderBy: { id: 'asc' },
    select: { stage: true },
  });
  expect(stages).toEqual([{ stage: 'published' }, { stage: 'transcription' }]);
  expect(
    await prisma.stageMove.findMany({ where: { letterId }, select: { comment: true, userId: true } }),
  ).toEqual([{ comment: 'Release 2.0', userId: chief.id }]);
});

test('what only an earlier release has is found at its old address still', async () => {
  const folder = join(releaseFolder(there.house.dataDir, editionId, '1.0'), 'letters', 'left-out');
  await mkdir(folder);
  await writeFile(join(folder, 'index.html'), 'Left out since.');
  const old = await there.ask('/edition/letters/left-out/');
  expect([old.status, old.headers.get('location')]).toEqual([302, '/edition/r/1.0/letters/left-out/']);
  expect((await there.ask('/edition/r/2.0/letters/left-out/')).status).toBe(404);
  const notice = join(releaseFolder(there.house.dataDir, editionId, '2.0'), 'letters', 'left-out');
  await mkdir(notice);
  await writeFile(join(notice, 'index.html'), '<body class="notice">It is here no more.</body>');
  expect((await there.ask('/edition/letters/left-out/')).headers.get('location')).toBe(
    '/edition/r/1.0/letters/left-out/',
  );
  expect((await there.ask('/edition/r/2.0/letters/left-out/')).status).toBe(200);
  expect(await (await there.ask('/edition/changes/')).text()).toContain('Changes since release 1.10');
  expect((await there.ask('/edition/r/1.0/../../secret')).status).toBe(404);
  expect((await there.ask('/edition/r/9.9/')).status).toBe(404);
  await rm(folder, { recursive: true });
  await rm(notice, { recursive: true });
});

test('a release is withdrawn with a reason, its address says so, and the one before it is the edition', async () => {
  expect((await send(`${at}/releases/2.0/withdrawal`, 'PUT', { reason: ' ' })).status).toBe(400);
  const reason = 'A <letter> was not by her.';
  const withdrawn = await send(`${at}/releases/2.0/withdrawal`, 'PUT', { reason });
  expect(await withdrawn.json()).toMatchObject({
    releases: [{ number: '2.0', withdrawn: { reason } }, {}, {}],
  });
  expect((await send(`${at}/releases/2.0/withdrawal`, 'PUT', { reason })).status).toBe(409);
  const page = await there.ask(`/edition/r/2.0/letters/${letterId}/`);
  expect(page.status).toBe(410);
  const html = await page.text();
  expect(html).toContain('A &lt;letter&gt; was not by her.');
  // In the frame of the edition as it stands.
  expect(html).toMatch(/<title>Release 2\.0 has been withdrawn – /);
  expect(html).toContain('href="/edition/assets/edition.css"');
  expect(html).toContain('href="/edition/contents/index.html"');
  expect(html).not.toContain('no page at this address');
  expect(await (await there.ask(`/edition/letters/${letterId}/`)).text()).toContain('My dearest Babbage');
  const feed = await there.ask('/edition/feed.xml');
  expect(feed.headers.get('content-type')).toBe('application/atom+xml');
  const told = await feed.text();
  expect(told.match(/<title>Release [^<]*/g)).toEqual([
    '<title>Release 2.0 (withdrawn)',
    '<title>Release 1.10',
    '<title>Release 1.0',
  ]);
  expect(told).toContain('<summary>Withdrawn: A &lt;letter&gt; was not by her.</summary>');
  await expect(there.house.prisma.release.deleteMany({ where: { editionId } })).rejects.toThrow();
  await expect(there.house.prisma.releaseText.updateMany({ data: { source: '' } })).rejects.toThrow();
});

test('of two releases that are signed off at once one is made, and it is whole', async () => {
  await publish();
  const both = await Promise.all([release('3.0'), release('3.1')]);
  const [made, ...others] = both.filter(({ ok }) => ok);
  expect(others).toEqual([]);
  expect(both.find(({ ok }) => !ok)?.status).toBe(409);
  const { id } = (await (made as Response).json()) as { id: string };
  expect(await ended(id)).toMatchObject({ state: 'done' });
  const [latest, before] = (await get<ReleaseList>(`${at}/releases`)).releases;
  expect([latest?.releasedAt === null, before?.number]).toEqual([false, '2.0']);
  const letter = `letters/${letterId}/`;
  const page = async (address: string) => (await there.ask(`/edition/${address}`)).text();
  expect(await page(letter)).toBe(await page(`r/${latest?.number}/${letter}`));
});

test('what stops the press is named with the way to its place', async () => {
  const call = '<ptr type="endnote" target="volume.xml#gone"/>';
  await reword('My dearest Babbage', `My dearest Babbage${call}`);
  const failed = await publish();
  expect(failed).toMatchObject({ state: 'failed' });
  const { source } = await there.house.prisma.letter.findUniqueOrThrow({ where: { id: letterId } });
  const above = source.slice(0, source.indexOf(call)).split('\n');
  const [line, column] = [above.length, (above.at(-1)?.length ?? 0) + 1];
  const place = {
    letterId,
    name: `No. 1, line ${line}`,
    words: expect.stringMatching(/^A note is called/),
    at: { kind: 'source', id: `${line}:${column}` },
  };
  expect((await preflight()).checks.find(({ code }) => code === 'outputs')).toMatchObject({
    state: 'error',
    places: [place],
  });
  expect(failed.stopped).toEqual(place);
  expect((await get<EditionDetail>(at)).publication?.stopped).toEqual(place);
});

test('a picture that a letter names and nobody has added is told of with its place', async () => {
  await reword('<ptr type="endnote" target="volume.xml#gone"/>', '');
  expect(await publish()).toMatchObject({ state: 'done' });
  expect((await preflight()).checks.find(({ code }) => code === 'print')?.places).toContainEqual({
    letterId,
    name: expect.stringMatching(/^No\. 1, line \d+$/),
    words: 'The image “../images/leaf.jpg” is not there, and is not shown. Add it, or mend its name.',
    at: { kind: 'source', id: expect.stringMatching(/^\d+:\d+$/) },
  });
});

test('when all releases are withdrawn the page that says so still has the style of the edition, and leads to nothing', async () => {
  const { releases } = await get<ReleaseList>(`${at}/releases`);
  for (const { number } of releases.filter(({ withdrawn }) => !withdrawn))
    await send(`${at}/releases/${number}/withdrawal`, 'PUT', { reason: 'All is to be read again.' });
  for (const address of ['/edition/', `/edition/r/1.0/letters/${letterId}/`]) {
    const page = await there.ask(address);
    expect(page.status).toBe(410);
    const html = await page.text();
    expect(html).toContain('All is to be read again.');
    expect(html).not.toMatch(/<nav|<form|as it stands now/);
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? [];
    expect(style).toMatch(/^\/edition\/r\/[\d.]+\/assets\//);
    expect((await there.ask(style)).status).toBe(200);
  }
  expect((await there.ask('/edition/r/1.0/volume.pdf')).status).toBe(410);
});
