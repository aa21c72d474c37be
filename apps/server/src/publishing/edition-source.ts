import { type EditionSource, type TeiFile, withQueries } from '@chancery/publishing';
import { encode } from '@chancery/xml';
import type { PrismaClient } from '../generated/client.js';
import type { LetterQueries } from './proof-queries.js';
import { withApprovedNotes } from './with-approved-notes.js';

/** An edition lacks what publishing needs; `message` says what, for the person who pressed Publish. */
export class NotPublishable extends Error {
  override readonly name = 'NotPublishable';
}

/** The texts of an edition, and how many of its notes stand there in the wording that was approved, not in their latest. */
export interface PrintedSource extends EditionSource {
  readonly olderNotes: number;
}

/**
 * The current texts of an edition as the press takes them; of notes the wording that was approved.
 *
 * @param queries what is asked at places of letters in their current versions, by the ids of the letters: for a proof
 * @throws {NotPublishable} without a volume file
 */
export async function readEditionSource(
  prisma: PrismaClient,
  editionId: string,
  queries: ReadonlyMap<string, LetterQueries> = new Map(),
): Promise<PrintedSource> {
  // One query is one snapshot: a letter and the volume that lists it fit together.
  const stored = await prisma.letter.findMany({
    where: { editionId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, path: true, source: true, kind: true, encoding: true, bom: true, version: true },
  });
  const approved = await approvedNotes(prisma, editionId);
  let olderNotes = 0;
  const files = stored.map(
    ({ id, path, source: saved, kind, encoding, bom, version }): TeiFile & { kind: string } => {
      const asked = queries.get(id);
      const written = asked?.version === version ? withQueries(saved, asked.queries) : saved;
      const notes = approved.get(id);
      const { source, older } = notes ? withApprovedNotes(written, notes) : { source: written, older: 0 };
      olderNotes += older;
      return {
        path,
        source,
        kind,
        ...(encoding === 'utf-8' && !bom ? {} : { bytes: encode(source, { encoding, bom }) }),
      };
    },
  );
  const volume = files.find((file) => file.kind === 'front');
  if (!volume) {
    throw new NotPublishable(
      'The edition has no volume file. Import one: it holds the title page, the order of the letters, and the endnotes.',
    );
  }
  const { rng, sch } = await prisma.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: { rng: true, sch: true },
  });
  return {
    volume,
    letters: files.filter((file) => file !== volume),
    schemas: { rng: rng ?? undefined, sch: sch ?? undefined },
    olderNotes,
  };
}

/** The approved wordings of notes, by the file and the note. */
async function approvedNotes(
  prisma: PrismaClient,
  editionId: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const rows = await prisma.$queryRaw<{ letterId: string; noteId: string; wording: string }[]>`
    SELECT review."letterId", review."noteId", approved.wording FROM note_review AS review
    JOIN letter ON letter.id = review."letterId"
    JOIN note_wording AS approved ON approved."letterId" = review."letterId"
      AND approved."noteId" = review."noteId" AND approved.version = review."approvedVersion"
    WHERE letter."editionId" = ${editionId}`;
  const byFile = new Map<string, Map<string, string>>();
  for (const { letterId, noteId, wording } of rows) {
    const notes = byFile.get(letterId) ?? new Map<string, string>();
    byFile.set(letterId, notes.set(noteId, wording));
  }
  return byFile;
}
