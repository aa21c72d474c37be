import type { AcknowledgedCheck } from '../contract/release.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Prisma } from '../generated/client.js';
import type { PrintedFile } from '../publishing/edition-source.js';
import { editionDigest, fileDigest } from './release-digest.js';
import { compareNumbers, latestOf } from './release-number.js';
import type { ReleasedImage } from './released-images.js';

/** How many texts are stored by one statement. */
const textsAtOnce = 100;

/** What is signed off. */
interface SignedOff {
  readonly editionId: string;
  readonly number: string;
  readonly note: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly acknowledged: readonly AcknowledgedCheck[];
  readonly files: readonly PrintedFile[];
  readonly images: readonly ReleasedImage[];
}

/**
 * Stores an edition as a release, which is not out before its outputs are made.
 *
 * @param tx a transaction in which the edition's row is held, so that of two releases at once the second sees the first
 * @throws {HttpProblem} `conflict` when the number is not higher than all before it
 */
export async function freezeEdition(tx: Prisma.TransactionClient, signed: SignedOff): Promise<string> {
  const { editionId, number, note, by, images } = signed;
  const earlier = await tx.release.findMany({ where: { editionId }, select: { number: true } });
  const latest = latestOf(earlier);
  if (latest && compareNumbers(number, latest.number) <= 0)
    throw new HttpProblem(
      'conflict',
      `There is a release ${latest.number} already. Choose a higher number: none is used again.`,
    );
  const { rng, sch } = await tx.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: { rng: true, sch: true },
  });
  const files = signed.files.map(({ olderNotes: _, ...file }) => ({ ...file, sha256: fileDigest(file) }));
  const { id: releaseId } = await tx.release.create({
    data: {
      editionId,
      number,
      note,
      userId: by.id,
      signedBy: by.name,
      digest: editionDigest(files, images),
      acknowledged: signed.acknowledged.map((check) => ({ ...check })),
      rng,
      sch,
      ...(images.length === 0 ? {} : { images: images.map((image) => ({ ...image })) }),
    },
    select: { id: true },
  });
  for (let from = 0; from < files.length; from += textsAtOnce) {
    const some = files.slice(from, from + textsAtOnce);
    await tx.releaseText.createMany({
      data: some.map(({ sha256, source }) => ({ sha256, source })),
      skipDuplicates: true,
    });
    await tx.releaseFile.createMany({
      data: some.map(({ source: _, ...file }, index) => ({ ...file, releaseId, place: from + index })),
    });
  }
  return releaseId;
}
