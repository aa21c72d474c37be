import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FakeS3, startFakeS3 } from '../testing/fake-s3.js';
import { NoBucket, readBucket } from './bucket.js';
import { ImageStore } from './image-store.js';

const sha256 = 'ab'.repeat(32);
const content = Buffer.from('the bytes of a scan');

let s3: FakeS3;
let folder: string;
let store: ImageStore;

const storeIn = (bucket: string, endpoint = s3.address) =>
  ImageStore.inBucket(readBucket(`s3://${bucket}?endpoint=${endpoint}`));

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  folder = await mkdtemp(join(tmpdir(), 'chancery-bucket-'));
  await writeFile(join(folder, 'scan'), content);
  s3 = await startFakeS3();
  store = await storeIn('leaves');
});
afterEach(() => {
  s3.failing = undefined;
  s3.objects.clear();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('images in a bucket', () => {
  it('are kept under their hash, once, given back as they were, and removed', async () => {
    expect(await store.has(sha256)).toBe(false);
    await store.keep(sha256, join(folder, 'scan'));
    await store.keep(sha256, join(folder, 'scan'));
    expect([...s3.objects]).toEqual([[`content/ab/${sha256}`, content]]);
    expect(await store.has(sha256)).toBe(true);
    expect(await buffer(await store.open(sha256))).toEqual(content);
    await store.fetch(sha256, join(folder, 'back'));
    expect(await readFile(join(folder, 'back'))).toEqual(content);
    await store.remove(sha256);
    expect(s3.objects.size).toBe(0);
  });

  it('arrive in parts, in any order, however many the store lists at a time', async () => {
    expect(await store.partsOf('edition', sha256)).toEqual([]);
    for (const part of [10, 2, 0, 1, 11]) await store.keepPart('edition', sha256, part, Buffer.from([part]));
    expect(await store.partsOf('edition', sha256)).toEqual([0, 1, 2, 10, 11]);
    expect(await buffer(await store.openPart('edition', sha256, 10))).toEqual(Buffer.from([10]));
    await store.removeParts('edition', sha256);
    expect(s3.objects.size).toBe(0);
  });

  it('are checked for when the server starts', async () => {
    await expect(store.check()).resolves.toBeUndefined();
  });

  it.each([
    ['InvalidAccessKeyId', 'the store does not accept the key'],
    ['AccessDenied', 'the key may not do this in the bucket'],
    ['SomethingNew', 'the key may not do this in the bucket'],
  ])('say what is wrong on %s, and lose nothing', async (code, words) => {
    await store.keep(sha256, join(folder, 'scan'));
    s3.failing = code;
    for (const work of [
      () => store.check(),
      () => store.open(sha256),
      () => store.keepPart('edition', sha256, 0, content),
      () => store.partsOf('edition', sha256),
      () => store.remove(sha256),
    ])
      await expect(work()).rejects.toMatchObject({
        kind: 'not-ready',
        detail: expect.stringContaining(words),
      });
    s3.failing = undefined;
    expect(await buffer(await store.open(sha256))).toEqual(content);
  });

  it('say that the bucket is not there, or the store is out of reach', async () => {
    await expect((await storeIn('other')).check()).rejects.toThrow('is not there. Make it, or name another.');
    const gone = await startFakeS3();
    await gone.stop();
    await expect((await storeIn('leaves', gone.address)).check()).rejects.toThrow('out of reach');
  });
});

it('reads where images are kept, and says what the setting has to be', () => {
  expect(readBucket('s3://scans')).toEqual({ name: 'scans', endpoint: undefined, region: 'us-east-1' });
  expect(readBucket('s3://a.b-c/?region=eu-west-1&endpoint=https://s3.example.org:9000')).toEqual({
    name: 'a.b-c',
    endpoint: 'https://s3.example.org:9000',
    region: 'eu-west-1',
  });
  for (const wrong of [
    'scans',
    's3://',
    's3://Scans',
    's3://scans/inner',
    's3://scans?secret=x',
    's3://scans?endpoint=ftp://x',
    's3://scans?endpoint=https://name:password@x',
  ])
    expect(() => readBucket(wrong), wrong).toThrow(NoBucket);
});
