import type { PrismaClient } from '../generated/client.js';

/** There is no such edition, or one has to be named; `message` lists those that there are. */
export class EditionUnknown extends Error {
  override readonly name = 'EditionUnknown';
}

/**
 * The name of the edition that is meant.
 *
 * @param given may be left out when there is only one edition
 * @param toDo with an edition, for the message: `export`
 * @throws {EditionUnknown}
 */
export async function editionNamed(
  prisma: PrismaClient,
  given: string | undefined,
  toDo: string,
): Promise<string> {
  const editions = await prisma.edition.findMany({ select: { id: true }, orderBy: { createdAt: 'asc' } });
  const names = editions.map(({ id }) => id);
  const editionId = given ?? (names.length === 1 ? names[0] : undefined);
  if (editionId !== undefined && names.includes(editionId)) return editionId;
  const there = names.length === 0 ? 'There is no edition yet.' : `There are: ${names.join(', ')}.`;
  throw new EditionUnknown(
    given === undefined
      ? `Name the edition to ${toDo} (--edition NAME). ${there}`
      : `There is no edition “${given}”. ${there}`,
  );
}
