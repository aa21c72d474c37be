import type { EditionSource, TeiFile } from '@chancery/publishing';
import { encode } from '@chancery/xml';
import type { PrismaClient } from '../generated/client.js';

/** An edition lacks what publishing needs; `message` says what, for the person who pressed Publish. */
export class NotPublishable extends Error {
  override readonly name = 'NotPublishable';
}

/**
 * The current texts of an edition as the press takes them.
 *
 * @throws {NotPublishable} without a volume file
 */
export async function readEditionSource(prisma: PrismaClient, editionId: string): Promise<EditionSource> {
  // One query is one snapshot: a letter and the volume that lists it fit together.
  const stored = await prisma.letter.findMany({
    where: { editionId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { path: true, source: true, kind: true, encoding: true, bom: true },
  });
  const files = stored.map(({ path, source, kind, encoding, bom }): TeiFile & { kind: string } => ({
    path,
    source,
    kind,
    ...(encoding === 'utf-8' && !bom ? {} : { bytes: encode(source, { encoding, bom }) }),
  }));
  const volume = files.find((file) => file.kind === 'front');
  if (!volume) {
    throw new NotPublishable(
      'The edition has no volume file. Import one: it holds the title page, the order of the letters, and the endnotes.',
    );
  }
  return { volume, letters: files.filter((file) => file !== volume) };
}
