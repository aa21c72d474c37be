import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { stopTypesetter } from './print/index.js';
import { setLetter } from './set-letter.js';
import { smallJpeg } from './testing/small-jpeg.js';

afterAll(stopTypesetter);

const corpus = new URL('../../../corpus/', import.meta.url);
const file = (path: string) => ({ path, source: readFileSync(new URL(path, corpus), 'utf8') });
const volume = file('volume.xml');
const no2 = file('letters/roosevelt-churchill-1941-08-15.xml');

it('sets the pages of one letter as the volume has them, and says which words stand where', async () => {
  const set = await setLetter({ volume, letter: no2 });
  expect(set.pages).toBe(2);
  expect(set.width).toBeCloseTo(442.2, 0);
  expect(set.height).toBeCloseTo(663.3, 0);
  expect(set.drawing).toMatch(/^<svg /);
  expect(set.drawing).not.toContain('#ffffff');
  expect(set.lines[0]).toMatchObject({ page: 1, text: 'No.\u00a02' });
  const line = set.lines.find(({ text }) => text.includes('Harry Hopkins'));
  expect(line?.page).toBe(1);
  expect(line?.y).toBeGreaterThan(0);
  expect(line?.y).toBeLessThan(set.height);
  expect(set.lines.at(-1)?.page).toBe(2);
}, 120_000);

it('tells of a line that is wider than its measure, by the letter and the line of the TEI', async () => {
  const wide = 'wörd9'.repeat(40);
  const source = no2.source.replace(/(<body>[\s\S]*?)<\/p>/, `$1\n${wide} and more</p>`);
  const { warnings } = await setLetter({ volume, letter: { ...no2, source } });
  const line = source.slice(0, source.indexOf(wide)).split('\n').length;
  expect(warnings).toEqual([
    {
      message: expect.stringMatching(/goes [\d.]+ mm beyond the measure/),
      ...{ file: no2.path, line, column: 1 },
    },
  ]);
}, 120_000);

it('numbers end notes as the volume does, where it is known what the other letters call', async () => {
  const called = [...no2.source.matchAll(/#(endnote-\d+)"/g)].map(([, id = '']) => id);
  const [first = ''] = called;
  const others = [...volume.source.matchAll(/<note type="endnote" xml:id="([^"]+)"/g)]
    .map(([, id = '']) => id)
    .filter((id) => !called.includes(id));
  const words = async (before: readonly string[]) => {
    const { lines } = await setLetter({ volume, letter: no2, calledAround: { before, after: [] } });
    return lines.map(({ text }) => text).join('\n');
  };
  expect(first).not.toBe('');
  expect(others.length).toBeGreaterThan(0);
  expect(await words(others)).not.toBe(await words([]));
}, 120_000);

it('says in plain words why there are no pages', async () => {
  const letter = { ...no2, source: no2.source.replace('endnote-2"', 'endnote-99"') };
  await expect(setLetter({ volume, letter })).rejects.toMatchObject({
    name: 'PublishError',
    message: expect.stringContaining('calls the end note “endnote-99”'),
  });
});

it('sets the pictures of its text that lie ready, and tells of the others that they are not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-set-letter-'));
  const ready = join(folder, 'seal.jpg');
  writeFileSync(ready, smallJpeg);
  const figures = ['seal', 'lost'].map((name) => `<figure><graphic url="../images/${name}.tif"/></figure>`);
  const letter = { ...no2, source: no2.source.replace(/(<body>[\s\S]*?<\/p>)/, `$1${figures.join('')}`) };
  const size = { width: 30, height: 20 };
  const seal = { path: 'images/seal.tif', name: 'a.jpg', file: ready, sha256: 'a', recipe: 'r', ...size };
  try {
    const { drawing, lines } = await setLetter({ volume, letter, images: [seal] });
    expect(drawing.match(/<image /g)).toHaveLength(1);
    expect(lines.filter(({ text }) => text.startsWith('[image')).map(({ text }) => text)).toEqual([
      '[image]',
    ]);
    expect(lines.filter(({ text }) => text.includes('.tif'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
