import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enterRecognized } from '@chancery/importing/recognized';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AddedImage } from '../contract/page-image.js';
import type { Problem } from '../contract/problem.js';
import type { RecognitionAnswer } from '../contract/recognition.js';
import { letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { sendImage } from '../testing/test-images.js';
import { ocrLanguages } from './ocr-languages.js';
import { OcrFailed, runOcr } from './run-ocr.js';

let house: TestHouse;
let editor: SignedIn;
let imageId: string;

const [width, height] = [1_000, 500];

/** A picture of two lines of text. */
function written(): Promise<Buffer> {
  const line = (y: number, text: string) =>
    `<text x="60" y="${y}" font-family="serif" font-size="56" fill="#000">${text}</text>`;
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${line(150, 'Your letter of Thursday')}${line(260, 'arrived this morning')}</svg>`,
    ),
  )
    .png()
    .toBuffer();
}

beforeAll(async () => {
  house = await openTestHouse();
  editor = await house.signIn('editor');
  const sent = await sendImage(house, editor, { name: 'written.png', content: await written() });
  const { images } = (await sent.json()) as AddedImage;
  imageId = images[0]?.id ?? '';
  await house.ask(`/api/images/${imageId}`, {
    as: editor,
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ letters: [letterId] }),
  });
}, 120_000);
afterAll(() => house.close());

async function recognitions(): Promise<RecognitionAnswer[]> {
  const response = await house.ask(`/api/letters/${letterId}/recognitions`, { as: editor });
  return ((await response.json()) as { recognitions: RecognitionAnswer[] }).recognitions;
}

const put = (content: string) =>
  house.ask(`/api/letters/${letterId}/images/${imageId}/recognized?name=page.xml`, {
    as: editor,
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: content,
  });

const post = (path: string, body?: object) =>
  house.ask(`/api/letters/${letterId}${path}`, {
    as: editor,
    method: 'POST',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });

const linesOf = ({ page }: RecognitionAnswer) =>
  page?.blocks.flatMap(({ lines }) => lines.map(({ words }) => words.map(({ text }) => text).join(' ')));

it('takes what others have recognized, in the pixels of the picture, and keeps which doubts are settled', async () => {
  const alto = `<alto><Layout><Page WIDTH="500" HEIGHT="250"><PrintSpace><TextBlock><TextLine HPOS="30" VPOS="50" WIDTH="300" HEIGHT="30"><String CONTENT="Your" WC="0.3"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>`;
  expect((await put(alto)).status).toBe(201);
  const [found] = await recognitions();
  expect(found).toMatchObject({ imageId, origin: 'file', state: 'done', settled: [] });
  expect(found?.page?.blocks[0]?.lines[0]?.area).toEqual({ left: 60, top: 100, right: 660, bottom: 160 });
  expect((await post(`/recognitions/${found?.id}/settled`, { words: ['0.0'] })).status).toBe(204);
  expect((await post(`/recognitions/${found?.id}/settled`, { words: ['0.0', '0.1'] })).status).toBe(204);
  expect((await recognitions())[0]?.settled.toSorted()).toEqual(['0.0', '0.1']);
});

it('refuses a file that is broken, or of another picture, saying so, and keeps what was there', async () => {
  const refused = async (content: string) => {
    const response = await put(content);
    expect(response.status).toBe(422);
    return ((await response.json()) as Problem).detail;
  };
  expect(await refused('<PcGts>\n<Page></PcGts>')).toContain('page.xml is not well-formed XML: line 2');
  expect(await refused('<alto><Layout><Page WIDTH="250" HEIGHT="500"/></Layout></alto>')).toContain(
    'not in proportion',
  );
  expect((await recognitions())[0]).toMatchObject({ origin: 'file', state: 'done' });
});

it('reads the text off the picture, and that can be entered in a letter', async () => {
  const started = await post(`/images/${imageId}/recognitions`);
  expect(started.status).toBe(202);
  await expect.poll(async () => (await recognitions())[0]?.state, { timeout: 100_000 }).toBe('done');
  const [read] = await recognitions();
  expect(read).toMatchObject({ origin: 'ocr', percent: 100, error: null, settled: [] });
  expect(read && linesOf(read)).toEqual(['Your letter of Thursday', 'arrived this morning']);
  const area = read?.page?.blocks[0]?.lines[0]?.area;
  expect(area?.left).toBeGreaterThan(40);
  expect(area?.bottom).toBeLessThan(200);
  const entered = enterRecognized(
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p/></body></text></TEI>',
    {
      leaf: { url: 'written.png', label: '', width, height },
      page: read?.page ?? { blocks: [] },
      breaks: true,
    },
  );
  expect(entered).toMatchObject({ drafted: true, linked: 2 });
  expect(entered.source).not.toMatch(/cert|confidence|unclear/);
}, 120_000);

it('is stopped where somebody stops it', async () => {
  await house.database.prisma.recognition.deleteMany({});
  await post(`/images/${imageId}/recognitions`);
  const [waiting] = await recognitions();
  expect((await post(`/recognitions/${waiting?.id}/cancellation`)).status).toBe(204);
  expect((await recognitions())[0]?.state).toBe('cancelled');
  await expect.poll(async () => (await recognitions())[0]?.page ?? null).toBeNull();
});

it('reads no more of a picture than the leaf is, as it is turned, and tells where that lies on the whole picture', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-ocr-test-'));
  try {
    const file = join(folder, 'lying.png');
    // As a scanner has it whose leaf lay on its left side: the upper edge of the text is at the left.
    await writeFile(
      file,
      await sharp(await written())
        .rotate(270)
        .png()
        .toBuffer(),
    );
    // The second line alone: upright, it is from 200 to 300 from above, and so from the left as it lies.
    const crop = { left: 200, top: 0, width: 100, height: width };
    const picture = { file, width: height, height: width, levels: 1, rotation: 90, crop };
    const { signal } = new AbortController();
    const read = await runOcr({ picture, languages: ocrLanguages() }, () => undefined, signal);
    const lines = read.blocks.flatMap((block) => block.lines);
    expect(lines.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual([
      'arrived this morning',
    ]);
    expect(read.size).toEqual({ width: height, height: width });
    const { left = 0, top = 0, right = 0, bottom = 0 } = lines[0]?.area ?? {};
    expect([left >= 200, right <= 300, right - left < 80]).toEqual([true, true, true]);
    // It begins 60 from the left upright: 60 from below as it lies.
    expect(bottom).toBeGreaterThan(width - 80);
    expect(bottom).toBeLessThan(width - 40);
    expect(bottom - top).toBeGreaterThan(400);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);

it('ends what takes more memory than it may, and says so; what takes less is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-ocr-test-'));
  try {
    const file = join(folder, 'written.png');
    await writeFile(file, await written());
    const picture = { file, width, height, levels: 1, rotation: 0, crop: null };
    const order = { picture, languages: ocrLanguages() };
    const { signal } = new AbortController();
    const bounds = { milliseconds: 120_000, memory: 1024 * 1024 };
    await expect(runOcr(order, () => undefined, signal, bounds)).rejects.toThrow('more memory than 1 MB');
    const read = await runOcr(order, () => undefined, signal);
    expect(read.blocks.flatMap(({ lines }) => lines)).toHaveLength(2);
    const missing = { ...order, picture: { ...picture, file: join(folder, 'none.png') } };
    const other: unknown = await runOcr(missing, () => undefined, signal).catch((error: unknown) => error);
    expect(other).toBeInstanceOf(OcrFailed);
    expect(other).toMatchObject({ message: expect.not.stringContaining('memory') });
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);

it('knows the languages that are installed, and says how others are', () => {
  expect(ocrLanguages('').map(({ code }) => code)).toEqual(['eng']);
  expect(() => ocrLanguages('eng+xyz')).toThrow('npm install @tesseract.js-data/xyz');
  expect(() => ocrLanguages('../eng')).toThrow('no code of a language');
});
