import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotToBeRendered, planRendering, render } from './render-image.js';

const leaf = { width: 200, height: 300, levels: 1 };
const asked = { region: 'full', rotation: '0', quality: 'default', format: 'jpg' };

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-render-'));
  file = join(folder, 'leaf.tif');
  await sharp({ create: { width: 200, height: 300, channels: 3, background: '#edc' } }).toFile(file);
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['full', '!240,240', '160 × 240'],
  ['full', '!400,400', '200 × 300'],
  ['0,0,50,60', '!240,240', '50 × 60'],
  ['full', '!100,100', '67 × 100'],
  ['full', '^!400,600', '400 × 600'],
])('a leaf that is smaller than the space for it is not enlarged: %s at %s', async (region, size, made) => {
  const picture = await render(file, planRendering(leaf, { ...asked, region, size }));
  const { width, height } = await sharp(picture).metadata();
  expect(`${width} × ${height}`).toBe(made);
});

test('what would have to be enlarged is refused', () => {
  expect(() => planRendering(leaf, { ...asked, size: '400,' })).toThrow(NotToBeRendered);
});
