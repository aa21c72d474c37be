import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AddedImage, KnownImages, LetterImages, PageImageList } from '../contract/page-image.js';
import type { Problem } from '../contract/problem.js';
import { editionId, letterId, openTestHouse, type SignedIn, type TestHouse } from '../testing/test-house.js';
import { addSent, madeLeaf, sendImage, sendPart, sha256Of } from '../testing/test-images.js';

let house: TestHouse;
let editor: SignedIn;

beforeAll(async () => {
  house = await openTestHouse();
  editor = await house.signIn('editor');
}, 120_000);
afterAll(() => house.close());
beforeEach(async () => {
  await house.database.prisma.pageImage.deleteMany({});
});

async function added(name: string, content: Uint8Array): Promise<AddedImage> {
  const response = await sendImage(house, editor, { name, content });
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()) as AddedImage;
}

async function refused(name: string, content: Uint8Array): Promise<string> {
  const response = await sendImage(house, editor, { name, content });
  const { status, detail = '' } = (await response.json()) as Problem;
  expect(status).toBe(422);
  return detail;
}

async function list(): Promise<PageImageList> {
  const response = await house.ask(`/api/editions/${editionId}/images`, { as: editor });
  return (await response.json()) as PageImageList;
}

const change = (imageId: string, body: object, as = editor) =>
  house.ask(`/api/images/${imageId}`, {
    as,
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** A PNG that says it has this many pixels, and has none of them to speak of. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const framed = Buffer.alloc(named.length + 8);
    framed.writeUInt32BE(data.length, 0);
    named.copy(framed, 4);
    framed.writeUInt32BE(crc32(named), named.length + 4);
    return framed;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('adding a file', () => {
  it.each([
    ['leaf.jpg', 'jpeg'],
    ['leaf.png', 'png'],
    ['leaf.tif', 'tiff'],
  ] as const)('makes %s the next leaf', async (name, format) => {
    const { images, notice } = await added(name, await madeLeaf({ format }));
    expect(notice).toBeNull();
    expect(images).toMatchObject([
      { path: `images/${name}`, place: 1, width: 600, height: 800, letters: [] },
    ]);
  });

  it('stands the leaf upright as a camera says, and gives the file back as it was', async () => {
    const content = await sharp(await madeLeaf({}))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { images } = await added('turned.jpg', content);
    expect(images).toMatchObject([{ width: 800, height: 600 }]);
    const file = await house.ask(images[0]?.file ?? '', { as: editor });
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
  });

  it('keeps a file under a name that is true of it, and says so', async () => {
    const { images, notice } = await added('leaf one.jpg', await madeLeaf({ format: 'png' }));
    expect(images[0]?.path).toBe('images/leaf-one.png');
    expect(notice).toBe('“leaf one.jpg” is a PNG file by its content. It is kept as “leaf one.png”.');
  });

  it('takes each page of a TIFF as a leaf, and not the smaller sizes of one', async () => {
    const pages = await Promise.all([0, 1].map((seed) => madeLeaf({ seed, width: 300, height: 400 })));
    const several = await sharp(pages, { join: { animated: true } })
      .tiff()
      .toBuffer();
    const { images } = await added('two.tif', several);
    expect(images.map(({ path, place }) => [path, place])).toEqual([
      ['images/two.tif#page=1', 1],
      ['images/two.tif#page=2', 2],
    ]);
    const pyramid = await sharp(await madeLeaf({}))
      .tiff({ pyramid: true, tile: true })
      .toBuffer();
    expect((await added('one.tif', pyramid)).images).toHaveLength(1);
  });

  it('goes on where it stopped, and does not take again what is there', async () => {
    const content = await madeLeaf({});
    const sha256 = sha256Of(content);
    const known = async () => {
      const response = await house.ask(`/api/editions/${editionId}/images/known`, {
        as: editor,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ files: [sha256] }),
      });
      return ((await response.json()) as KnownImages).files[0];
    };
    expect(await known()).toEqual({ sha256, path: null, leaves: [], parts: [] });
    const half = Math.floor(content.length / 2);
    await sendPart(house, editor, { sha256, part: 1, content: content.subarray(half) });
    expect(await known()).toEqual({ sha256, path: null, leaves: [], parts: [1] });
    const early = await addSent(house, editor, { sha256, name: 'leaf.jpg', parts: 2 });
    expect(early.status).toBe(409);
    await sendPart(house, editor, { sha256, part: 0, content: content.subarray(0, half) });
    expect((await addSent(house, editor, { sha256, name: 'leaf.jpg', parts: 2 })).status).toBe(201);
    const leaves = (await list()).images.map(({ id }) => ({ id, letters: [] }));
    expect(leaves).toHaveLength(1);
    expect(await known()).toEqual({ sha256, path: 'images/leaf.jpg', leaves, parts: [] });
    expect(await refused('again.jpg', content)).toBe('“again.jpg” is there already, as “leaf.jpg”.');
    expect((await list()).count).toBe(1);
  });

  it('refuses what is no picture, is broken off or changed on the way, each in its own words, and keeps nothing of it', async () => {
    const content = await madeLeaf({});
    expect(await refused('letter.jpg', Buffer.from('Dear Babbage, this is no picture.'))).toMatch(
      /^“letter.jpg” is no picture of a kind that is taken/,
    );
    expect(await refused('half.jpg', content.subarray(0, content.length / 2))).toBe(
      '“half.jpg” breaks off before its end. Copy it again from where it comes from.',
    );
    const png = await madeLeaf({ format: 'png' });
    expect(await refused('half.png', png.subarray(0, png.length / 2))).toMatch(
      /^“half.png” (?:breaks off|is damaged)/,
    );
    const tiff = await madeLeaf({ format: 'tiff' });
    expect(await refused('half.tif', tiff.subarray(0, tiff.length / 2))).toMatch(
      /^“half.tif” (?:breaks off|is)/,
    );
    const noise = Buffer.concat([content.subarray(0, 3), Buffer.alloc(5_000, 'x')]);
    expect(await refused('noise.jpg', noise)).toMatch(/^“noise.jpg” is /);
    const sha256 = sha256Of(content);
    await sendPart(house, editor, { sha256, part: 0, content: png });
    const otherwise = await addSent(house, editor, { sha256, name: 'other.jpg', parts: 1 });
    expect(await otherwise.json()).toMatchObject({
      detail: expect.stringContaining('“other.jpg” arrived otherwise than it was sent.'),
    });
    expect(await list()).toEqual({ count: 0, images: [] });
    const work = join(house.house.dataDir, 'images', 'work');
    expect(await readdir(work)).toEqual([]);
  });

  it('refuses a small file that would unpack into a huge picture', async () => {
    expect(await refused('bomb.png', bomb(60_000, 60_000))).toBe(
      '“bomb.png” is too large. It has 60000 × 60000 pixels, and 150 million are taken at most. Scan it, or save it, at a lower resolution.',
    );
  });

  it('refuses a part that is larger than parts are', async () => {
    const content = Buffer.alloc(8 * 1024 * 1024 + 1);
    const response = await sendPart(house, editor, { sha256: sha256Of(content), part: 0, content });
    expect(response.status).toBe(413);
  });
});

describe('the leaves', () => {
  it('take another place, and are turned, cropped, named and described', async () => {
    const ids: string[] = [];
    for (const seed of [1, 2, 3])
      ids.push((await added(`${seed}.jpg`, await madeLeaf({ seed }))).images[0]?.id ?? '');
    const [one = '', two = '', three = ''] = ids;
    const order = (image: string, after: string | null) =>
      house.ask(`/api/editions/${editionId}/images/order`, {
        as: editor,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ image, after }),
      });
    expect((await order(three, null)).status).toBe(204);
    expect((await order(one, two)).status).toBe(204);
    expect((await list()).images.map(({ id, place }) => [id, place])).toEqual([
      [three, 1],
      [two, 2],
      [one, 3],
    ]);
    expect((await order(one, 'none')).status).toBe(409);
    const crop = { left: 10, top: 20, width: 100, height: 200 };
    const changed = await change(one, {
      rotation: 90,
      crop,
      label: '1r',
      alt: 'A letter',
      letters: [letterId],
    });
    expect(await changed.json()).toMatchObject({ rotation: 90, crop, label: '1r', alt: 'A letter' });
    expect((await list()).images[2]?.letters).toEqual([
      { id: letterId, name: expect.stringMatching(/^No\. \d+\. \S/) },
    ]);
    const beyond = await change(one, { crop: { ...crop, width: 600 } });
    expect(beyond.status).toBe(400);
    expect((await change(one, { crop: null })).status).toBe(200);
    expect((await list()).images[2]?.crop).toBeNull();
  });

  it('are removed with their content, once nothing is shown from it', async () => {
    const { images } = await added('gone.jpg', await madeLeaf({ seed: 5 }));
    const sha256 = sha256Of(await madeLeaf({ seed: 5 }));
    const { store } = house.house.images;
    expect(await store.has(sha256)).toBe(true);
    const response = await house.ask(`/api/images/${images[0]?.id}`, { as: editor, method: 'DELETE' });
    expect(response.status).toBe(204);
    expect(await store.has(sha256)).toBe(false);
    expect((await list()).count).toBe(0);
  });

  it('are seen by those who may read a letter that they belong to', async () => {
    const { images } = await added('seen.jpg', await madeLeaf({ seed: 6 }));
    const { id = '', service = '' } = images[0] ?? {};
    const transcriber = await house.signIn('transcriber');
    const see = async () =>
      (await house.ask(`${service}/full/!50,50/0/default.jpg`, { as: transcriber })).status;
    await house.assign(transcriber, 'transcription');
    expect(await see()).toBe(403);
    await change(id, { letters: [letterId] });
    expect(await see()).toBe(200);
    expect((await house.ask(`${service}/info.json`)).status).toBe(401);
    const stranger = await house.signIn();
    expect((await house.ask(`${service}/info.json`, { as: stranger })).status).toBe(404);
    const of = await house.ask(`/api/letters/${letterId}/images`, { as: transcriber });
    expect(await of.json()).toMatchObject({ images: [{ id, pointers: [] }], mayManage: false });
  });
});

describe('beside the text', () => {
  it('enters a leaf in the facsimile of the letter, once, and leaves every other byte as it was', async () => {
    const { images } = await added('beside.jpg', await madeLeaf({ seed: 7 }));
    const id = images[0]?.id ?? '';
    const copy = await house.copyLetter();
    const source = async () =>
      (await house.database.prisma.letter.findUniqueOrThrow({ where: { id: copy } })).source;
    const before = await source();
    const link = () =>
      house.ask(`/api/letters/${copy}/facsimile`, {
        as: editor,
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ imageIds: [id] }),
      });
    expect(await (await link()).json()).toEqual({ facs: ['#leaf-1'] });
    const entered = `
  <facsimile>
    <surface xml:id="leaf-1" ulx="0" uly="0" lrx="600" lry="800">
      <graphic url="../images/beside.jpg" width="600px" height="800px"/>
    </surface>
  </facsimile>`;
    expect(await source()).toBe(before.replace('</teiHeader>', `</teiHeader>${entered}`));
    expect(await (await link()).json()).toEqual({ facs: ['#leaf-1'] });
    expect(await source()).toBe(before.replace('</teiHeader>', `</teiHeader>${entered}`));
    // How it is turned and cropped stands in the file, and there no more when that is undone.
    const crop = { left: 30, top: 40, width: 500, height: 700 };
    expect((await change(id, { rotation: 90, crop })).status).toBe(200);
    expect(await source()).toBe(
      before.replace(
        '</teiHeader>',
        `</teiHeader>${entered
          .replace('ulx="0" uly="0" lrx="600" lry="800"', 'ulx="30" uly="40" lrx="530" lry="740"')
          .replace(/<graphic.*>/, '<zone ulx="0" uly="0" lrx="600" lry="800" rotate="270">$&</zone>')}`,
      ),
    );
    expect((await change(id, { rotation: 0, crop: null })).status).toBe(200);
    expect(await source()).toBe(before.replace('</teiHeader>', `</teiHeader>${entered}`));
    const answer = await house.ask(`/api/letters/${copy}/images`, { as: editor });
    const shown = (await answer.json()) as LetterImages;
    expect(shown.images).toMatchObject([{ id, pointers: ['#leaf-1', '../images/beside.jpg'], isSaid: true }]);
    const removed = await house.ask(`/api/images/${id}`, { as: editor, method: 'DELETE' });
    expect(removed.status).toBe(204);
    expect(await source()).toBe(before);
  });
});

describe('the IIIF Image API', () => {
  it('describes a leaf, and gives parts of it at the sizes that viewers ask for', async () => {
    const { images } = await added('big.jpg', await madeLeaf({ width: 1_500, height: 2_000, seed: 8 }));
    const service = images[0]?.service ?? '';
    expect((await house.ask(service, { as: editor })).headers.get('location')).toBe(`${service}/info.json`);
    const information = await house.ask(`${service}/info.json`, { as: editor });
    expect(await information.json()).toMatchObject({
      '@context': 'http://iiif.io/api/image/3/context.json',
      id: `http://localhost:4242${service}`,
      type: 'ImageService3',
      protocol: 'http://iiif.io/api/image',
      profile: 'level2',
      width: 1_500,
      height: 2_000,
      tiles: [{ width: 512, height: 512, scaleFactors: [1, 2, 4, 8] }],
    });
    const sizeOf = async (request: string) => {
      const response = await house.ask(`${service}/${request}`, { as: editor });
      expect(response.status, request).toBe(200);
      const { width, height, format } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      return [width, height, format];
    };
    expect(await sizeOf('full/max/0/default.jpg')).toEqual([1_500, 2_000, 'jpeg']);
    expect(await sizeOf('full/375,/0/default.jpg')).toEqual([375, 500, 'jpeg']);
    expect(await sizeOf('1024,1024,476,976/238,/0/default.jpg')).toEqual([238, 488, 'jpeg']);
    expect(await sizeOf('pct:0,0,50,50/!100,100/90/gray.png')).toEqual([100, 75, 'png']);
    expect(await sizeOf('square/64,64/!180/bitonal.webp')).toEqual([64, 64, 'webp']);
    for (const wrong of [
      'full/max/0/default.exe',
      'full/^9000,/0/default.jpg/..',
      '9000,9000,1,1/max/0/default.jpg',
      'full/0,/0/default.jpg',
    ])
      expect((await house.ask(`${service}/${wrong}`, { as: editor })).status, wrong).toBeGreaterThanOrEqual(
        400,
      );
  });

  it('shows the same part from every size of the pyramid', async () => {
    const content = await madeLeaf({ width: 1_500, height: 2_000, format: 'png', seed: 9 });
    const { images } = await added('parts.png', content);
    for (const [region, width] of [
      ['0,0,1024,1024', 512],
      ['0,1024,1500,976', 188],
      ['700,900,200,200', 25],
    ] as const) {
      const response = await house.ask(`${images[0]?.service}/${region}/${width},/0/default.png`, {
        as: editor,
      });
      const [left = 0, top = 0, w = 0, h = 0] = region.split(',').map(Number);
      const raw = (image: Sharp) => image.removeAlpha().toColourspace('srgb').raw().toBuffer();
      const got = await raw(sharp(Buffer.from(await response.arrayBuffer())));
      const wanted = await raw(
        sharp(content)
          .extract({ left, top, width: w, height: h })
          .resize({ width, height: Math.round((width * h) / w), fit: 'fill' }),
      );
      expect(Math.abs(got.length - wanted.length) / wanted.length).toBeLessThan(0.02);
      const differences = wanted.subarray(0, 3_000).map((value, at) => Math.abs(value - (got[at] ?? 0)));
      expect(differences.reduce((sum, each) => sum + each, 0) / differences.length).toBeLessThan(12);
    }
  });

  it('tells parts of one size apart', async () => {
    const { images } = await added('apart.jpg', await madeLeaf({ width: 1_100, height: 1_100, seed: 11 }));
    const part = async (region: string) => {
      const response = await house.ask(`${images[0]?.service}/${region}/512,/0/default.jpg`, { as: editor });
      const { channels } = await sharp(Buffer.from(await response.arrayBuffer())).stats();
      return [channels[0]?.mean, response.headers.get('etag'), response.headers.get('link')] as const;
    };
    const [dark, one, link] = await part('0,0,512,512');
    const [light, other] = await part('512,512,512,512');
    expect(light).toBeGreaterThan((dark ?? 0) + 50);
    expect(one).not.toBe(other);
    expect(link).toContain('/0,0,512,512/512,512/0/default.jpg>;rel="canonical"');
  });

  it('lets the browser keep what it has, and makes the pyramid again where it is lost', async () => {
    const { images } = await added('kept.jpg', await madeLeaf({ seed: 10 }));
    const path = `${images[0]?.service}/full/100,/0/default.jpg`;
    const first = await house.ask(path, { as: editor });
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, max-age=86400');
    expect(first.headers.get('link')).toContain('rel="canonical"');
    const again = await house.ask(path, { as: editor, headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    await rm(join(house.house.dataDir, 'images', 'pyramids'), { recursive: true });
    const anew = await house.ask(`${images[0]?.service}/full/101,/0/default.jpg`, { as: editor });
    expect(anew.status).toBe(200);
  });
});
