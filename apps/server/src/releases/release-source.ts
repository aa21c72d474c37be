import type { EditionSource } from '@chancery/publishing';
import type { PrismaClient } from '../generated/client.js';
import { editionSourceOf } from '../publishing/edition-source.js';
import { editionDigest, fileDigest } from './release-digest.js';
import { latestOf } from './release-number.js';
import { type ReleasedImage, storedReleasedImages } from './released-images.js';

/** The stored texts of a release are not those that were signed off. */
class ReleaseDamaged extends Error {
  override readonly name = 'ReleaseDamaged';
}

/** A release as it is made: what it is called, and of when. */
interface ReleaseToMake {
  readonly editionId: string;
  readonly number: string;
  /** `2026-12-01` */
  readonly released: string;
  /** The release before, which stood when this one was signed off. */
  readonly follows: { readonly id: string; readonly number: string } | undefined;
  readonly edition: EditionSource;
  readonly images: readonly ReleasedImage[];
}

/**
 * The texts of a release, of which all its outputs are made, proved against the digest that was signed off.
 *
 * @throws {ReleaseDamaged} when they are not the same, to the byte
 */
export async function readReleaseSource(prisma: PrismaClient, releaseId: string): Promise<ReleaseToMake> {
  const release = await prisma.release.findUniqueOrThrow({
    where: { id: releaseId },
    include: { files: { orderBy: { place: 'asc' }, include: { text: true } } },
  });
  const files = release.files.map(({ text, ...file }) => ({ ...file, source: text.source }));
  const images = storedReleasedImages(release.images);
  const isSame = files.every((file) => fileDigest(file) === file.sha256);
  if (!isSame || editionDigest(files, images) !== release.digest)
    throw new ReleaseDamaged(
      `The stored texts of release ${release.number} are not those that were signed off. Restore the database from a copy.`,
    );
  const { editionId, number, rng, sch, createdAt } = release;
  const earlier = await prisma.release.findMany({
    where: {
      editionId,
      releasedAt: { not: null },
      createdAt: { lt: createdAt },
      // One that was withdrawn later was what readers had: made again, a release is as it was.
      OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: createdAt } }],
    },
    select: { id: true, number: true },
  });
  return {
    follows: latestOf(earlier),
    editionId,
    number,
    released: createdAt.toISOString().slice(0, 10),
    images,
    edition: {
      ...editionSourceOf(files),
      ...(rng === null && sch === null ? {} : { schemas: { rng: rng ?? undefined, sch: sch ?? undefined } }),
    },
  };
}
