import type OpenSeadragon from 'openseadragon';
import { expect, onTestFinished, test, vi } from 'vitest';
import { TilesUnderWay } from './tiles-under-way.js';

const job = (jobId: number) => ({ jobId }) as OpenSeadragon.ImageJob;

test('tiles that are on their way are called off when the picture is put away, and no others', () => {
  const clearTimeout = vi.fn();
  vi.stubGlobal('window', { clearTimeout });
  onTestFinished(() => void vi.unstubAllGlobals());
  const told: string[] = [];
  const source = {
    downloadTileStart: ({ jobId }: OpenSeadragon.ImageJob) => void told.push(`start ${jobId}`),
    downloadTileAbort: ({ jobId }: OpenSeadragon.ImageJob) => void told.push(`abort ${jobId}`),
  };
  const tiles = new TilesUnderWay(source);
  const [there, waiting, last] = [job(1), job(2), job(3)];
  for (const each of [there, waiting, last]) source.downloadTileStart(each);
  there.jobId = null;
  tiles.callOff();
  tiles.callOff();
  expect(told).toEqual(['start 1', 'start 2', 'start 3', 'abort 2', 'abort 3']);
  expect([waiting.jobId, last.jobId]).toEqual([null, null]);
  expect(clearTimeout.mock.calls).toEqual([[2], [3]]);
});
