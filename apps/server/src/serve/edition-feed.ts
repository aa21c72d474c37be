import { readFile } from 'node:fs/promises';
import { withWithdrawals } from '@chancery/publishing/edition';
import type { PrismaClient } from '../generated/client.js';
import { compareNumbers } from '../releases/release-number.js';

/**
 * The feed of an edition’s releases as it was published, with what has been withdrawn since: published files are never written again.
 *
 * @param file as it was published
 * @returns undefined where nothing was withdrawn, and the file is served as it is
 */
export async function editionFeed(
  prisma: PrismaClient,
  editionId: string,
  file: string,
): Promise<Response | undefined> {
  const withdrawn = await prisma.release.findMany({
    where: { editionId, releasedAt: { not: null }, withdrawnAt: { not: null } },
    select: { number: true, withdrawn: true, withdrawnAt: true },
  });
  if (withdrawn.length === 0) return undefined;
  const told = withdrawn
    .toSorted((one, other) => compareNumbers(one.number, other.number))
    .map(({ number, withdrawn: reason, withdrawnAt }) => ({
      name: number,
      reason: reason ?? '',
      at: `${(withdrawnAt ?? new Date(0)).toISOString().slice(0, 19)}Z`,
    }));
  return new Response(withWithdrawals(await readFile(file, 'utf8'), told), {
    headers: {
      'content-type': 'application/atom+xml',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
    },
  });
}
