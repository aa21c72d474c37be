import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { WriteQueue } from './write-queue.js';

describe('WriteQueue', () => {
  it('writes a bounded number of files at once and has written all when it is finished', async () => {
    const written: string[] = [];
    let now = 0;
    let most = 0;
    const queue = new WriteQueue(async (path) => {
      now += 1;
      most = Math.max(most, now);
      await setTimeout(1);
      now -= 1;
      written.push(path);
    }, 3);
    const paths = Array.from({ length: 10 }, (_, place) => `${place}`);
    for (const path of paths) await queue.add(path, '');
    await queue.finish();
    expect(most).toBe(3);
    expect(written.sort()).toEqual(paths);
  });

  it('fails with the first failure, and settles only when nothing is being written', async () => {
    let now = 0;
    const queue = new WriteQueue(async (path) => {
      now += 1;
      await setTimeout(path === 'slow' ? 20 : 1);
      now -= 1;
      if (path !== 'slow') throw new Error(path);
    }, 2);
    await queue.add('slow', '');
    await queue.add('first', '');
    await expect(queue.add('next', '').then(() => queue.add('last', ''))).rejects.toThrow('first');
    await expect(queue.finish()).rejects.toThrow('first');
    await queue.settle();
    expect(now).toBe(0);
  });
});
