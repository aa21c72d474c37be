import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it, onTestFinished } from 'vitest';
import { madeLeaf, sha256Of } from '../testing/test-images.js';
import { imagesOfFolder } from './folder-images.js';

const letter = (...urls: string[]) => ({
  path: 'letters/a.xml',
  source: `<TEI xmlns="http://www.tei-c.org/ns/1.0"><facsimile>${urls.map((url) => `\n<surface><graphic url="${url}"/></surface>`).join('')}\n</facsimile><text><body><p/></body></text></TEI>`,
});

it('makes what a folder’s letters show, bounded in size, and tells by line of what it does not', async () => {
  const whole = await mkdtemp(join(tmpdir(), 'chancery-folder-images-'));
  onTestFinished(() => rm(whole, { recursive: true, force: true }));
  const folder = join(whole, 'edition');
  const out = join(whole, 'out');
  await mkdir(join(folder, 'images'), { recursive: true });
  const large = await madeLeaf({ width: 300, height: 3_000, format: 'tiff' });
  const small = await madeLeaf({ width: 30, height: 40, format: 'png' });
  await writeFile(join(folder, 'images/large.tif'), large);
  await writeFile(join(folder, 'images/a leaf.png'), small);
  await writeFile(join(folder, 'images/words.jpg'), 'These are words.');
  await writeFile(join(whole, 'secret.png'), small);
  await symlink(join(whole, 'secret.png'), join(folder, 'images/linked.png'));
  const letters = [
    letter(
      '../images/large.tif',
      '../images/a%20leaf.png',
      '../images/words.jpg',
      '../../secret.png',
      '../images/linked.png',
      'file:///etc/passwd',
      '../images/none.jpg',
      'https://img.example.org/1.jpg',
    ),
  ];
  const kinds = { pages: true, figures: true };
  const { images, missed, forget } = await imagesOfFolder({ folder, letters, out, kinds });
  expect(images).toMatchObject([
    { path: 'images/large.tif', name: `${sha256Of(large)}.jpg`, width: 240, height: 2_400 },
    { path: 'images/a%20leaf.png', name: `${sha256Of(small)}.jpg`, width: 30, height: 40 },
  ]);
  for (const { file, sha256, width, height } of images) {
    const content = await readFile(file);
    expect(sha256Of(content)).toBe(sha256);
    expect(await sharp(content).metadata()).toMatchObject({ format: 'jpeg', width, height });
  }
  expect(missed.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    expect.stringMatching(/^letters\/a\.xml:4 The image “\.\.\/images\/words\.jpg” is no JPEG/),
    expect.stringMatching(/^letters\/a\.xml:5 .*secret\.png” is not in the folder/),
    expect.stringMatching(/^letters\/a\.xml:6 .*linked\.png” is not in the folder/),
    expect.stringMatching(/^letters\/a\.xml:7 .*passwd” is not in the folder/),
    expect.stringMatching(/^letters\/a\.xml:8 .*none\.jpg” is not there/),
  ]);

  // One that the last publication has is taken from there, unless it was made otherwise.
  const [first, second] = images;
  const told = (of: typeof first) => ({
    files: [`images/${of?.name}`],
    warnings: [],
    text: JSON.stringify({ sha256: of?.sha256, width: of?.width, height: of?.height }),
  });
  const names = images.map(({ name, sha256 }) => [`images/${name}`, { part: 'web', sha256 }]);
  const made = {
    [`images/${first?.name}`]: { ...told(first), key: first?.recipe },
    [`images/${second?.name}`]: { ...told(second), key: 'another recipe' },
  };
  await mkdir(out);
  const list = { releases: [], files: Object.fromEntries(names), made: { web: made } };
  await writeFile(join(out, 'publication.json'), JSON.stringify(list));
  const again = await imagesOfFolder({ folder, letters, out, kinds });
  expect(again.images.map(({ file }) => file.startsWith(out))).toEqual([true, false]);
  expect(again.images).toEqual(images.map((image) => ({ ...image, file: expect.any(String) })));
  for (const each of [forget, again.forget]) await each();
  await expect(stat(second?.file ?? '')).rejects.toThrow();
});
