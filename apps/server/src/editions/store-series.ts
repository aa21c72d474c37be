import { isDeepStrictEqual } from 'node:util';
import type { ImportedSeries } from '@chancery/importing';
import type { Prisma } from '../generated/client.js';
import { storedFrame } from './stored-frame.js';
import { storedPath } from './stored-path.js';

/** Stores the frames of series that are not there yet; answers the paths of those that are there with another one. */
export async function addSeries(
  tx: Prisma.TransactionClient,
  editionId: string,
  series: readonly ImportedSeries[],
): Promise<readonly string[]> {
  const differing: string[] = [];
  for (const { path: given, encoding, bom, frame } of series) {
    const path = storedPath(given);
    const there = await tx.seriesFile.findUnique({ where: { editionId_path: { editionId, path } } });
    if (there && !isDeepStrictEqual(storedFrame(there.frame), frame)) differing.push(path);
    if (there) continue;
    await tx.seriesFile.create({
      data: { editionId, path, encoding, bom, frame: frame as unknown as Prisma.InputJsonObject },
    });
  }
  return differing;
}
