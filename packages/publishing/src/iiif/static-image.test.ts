import { hash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShownImages } from '../images/shown-images.js';
import { orderEdition } from '../order-edition.js';
import { OutputFolder, type ReadyFile } from '../output-folder.js';
import { publishedLetters } from '../parts/published-letters.js';
import { placeImages } from '../web/place-images.js';
import { makeManifest } from './make-manifest.js';

const site = 'https://ada.example.org/letters/';
const header =
  '<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
const tei = (of: string) => `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one">${header}${of}</TEI>`;
const file = {
  path: 'letters/one.xml',
  source: tei(
    '<facsimile><surface><graphic url="../images/1.tif"/></surface></facsimile><text><body><p>Text</p></body></text>',
  ),
};

let folder: string;
let images: ShownImages;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-static-image-'));
  await writeFile(join(folder, 'made.jpg'), 'a picture');
  const made = { file: join(folder, 'made.jpg'), sha256: hash('sha256', 'a picture'), recipe: 'r' };
  images = new ShownImages([{ path: 'images/1.tif', name: 'abc.jpg', width: 300, height: 400, ...made }]);
});
afterAll(() => rm(folder, { recursive: true }));

/** Publishes the pictures of the letter, and answers where each file is on disk. */
async function placed(served: string | undefined, keep = false): Promise<Record<string, number>> {
  const out = await OutputFolder.begin(join(folder, 'edition'));
  const place = (path: string, ready: ReadyFile, alsoAs?: readonly string[]) =>
    out.place('web', path, ready, alsoAs);
  const write = (path: string, content: string) => out.write('web', path, content);
  if (keep) await out.keep('web');
  else await placeImages([{ file }], served, { images, place, write, reuse: out.reuse('web') });
  await out.commit();
  const there = join(folder, 'edition/images');
  const paths = (await readdir(there, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const entries = paths.map(async (path) => [path.slice(there.length + 1), (await stat(path)).ino] as const);
  return Object.fromEntries(await Promise.all(entries));
}

describe('the service of a published picture', () => {
  const whole = 'abc/full/max/0/default.jpg';
  const bySize = 'abc/full/300,400/0/default.jpg';

  it('is files that any host serves: what it has, and the whole picture, which is one file under its names', async () => {
    for (const keep of [false, false, true]) {
      const files = await placed(site, keep);
      expect(Object.keys(files).sort()).toEqual(['abc.jpg', bySize, whole, 'abc/info.json'].sort());
      expect(new Set([files['abc.jpg'], files[whole], files[bySize]]).size).toBe(1);
    }
    expect(JSON.parse(await readFile(join(folder, 'edition/images/abc/info.json'), 'utf8'))).toEqual({
      '@context': 'http://iiif.io/api/image/3/context.json',
      id: `${site}images/abc`,
      type: 'ImageService3',
      protocol: 'http://iiif.io/api/image',
      profile: 'level0',
      width: 300,
      height: 400,
      sizes: [{ width: 300, height: 400 }],
    });
    expect(await readFile(join(folder, 'edition/images', bySize), 'utf8')).toBe('a picture');
  });

  it('is not there without an address, which it would go by', async () => {
    expect(Object.keys(await placed(undefined))).toEqual(['abc.jpg']);
  });

  it('is named by the manifest of the letter, where it is there', () => {
    const [letter] = publishedLetters(
      orderEdition({
        volume: { path: 'volume.xml', source: tei('<text><body><p/></body></text>') },
        letters: [file],
      }),
    );
    const painted = (isServed: boolean) => {
      const settings = { site, title: 'A', language: 'en', licence: undefined, publisher: undefined };
      const manifest =
        letter && makeManifest(letter, images.of(file), { ...settings, isServed: () => isServed });
      const { items } = manifest as { items: { items: { items: { body: object }[] }[] }[] };
      return items[0]?.items[0]?.items[0]?.body;
    };
    const size = { type: 'Image', format: 'image/jpeg', width: 300, height: 400 };
    expect(painted(false)).toEqual({ id: `${site}images/abc.jpg`, ...size });
    expect(painted(true)).toEqual({
      id: `${site}images/${whole}`,
      ...size,
      service: [{ id: `${site}images/abc`, type: 'ImageService3', profile: 'level0' }],
    });
  });
});
