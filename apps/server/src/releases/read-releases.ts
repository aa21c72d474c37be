import { acknowledgedCheck, type ReleaseAnswer } from '../contract/release.js';
import type { Prisma, PrismaClient } from '../generated/client.js';
import { publicationOf } from '../routes/publication-of.js';
import { releaseAddress } from './release-address.js';
import { compareNumbers } from './release-number.js';

const columns = {
  _count: { select: { files: true } },
  publications: { orderBy: { createdAt: 'desc' }, take: 1 },
} as const satisfies Prisma.ReleaseInclude;

/** The releases of an edition, the latest first. */
export async function readReleases(prisma: PrismaClient, editionId: string): Promise<ReleaseAnswer[]> {
  const stored = await prisma.release.findMany({ where: { editionId }, include: columns });
  return stored
    .toSorted((one, other) => compareNumbers(other.number, one.number))
    .map(({ number, digest, signedBy, note, acknowledged, _count, ...release }): ReleaseAnswer => {
      const address = releaseAddress(number);
      const [run] = release.publications;
      return {
        number,
        digest,
        signedBy,
        note,
        address,
        files: _count.files,
        acknowledged: acknowledgedCheck.array().parse(acknowledged),
        signedAt: release.createdAt.toISOString(),
        releasedAt: release.releasedAt?.toISOString() ?? null,
        withdrawn: release.withdrawnAt
          ? { at: release.withdrawnAt.toISOString(), reason: release.withdrawn ?? '' }
          : null,
        publication: run ? publicationOf(run, address) : null,
      };
    });
}
