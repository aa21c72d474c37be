import { setImmediate } from 'node:timers/promises';
import type { EditionSource, TeiFile } from '@chancery/publishing';
import { withQueries } from '@chancery/publishing/edition';
import { encode } from '@chancery/xml';
import type { Prisma, PrismaClient } from '../generated/client.js';
import type { LetterQueries } from './proof-queries.js';
import { withApprovedNotes } from './with-approved-notes.js';

/** An edition lacks what publishing needs; `message` says what, for the person who pressed Publish. */
export class NotPublishable extends Error {
  override readonly name = 'NotPublishable';
}

/** How many letters are read at once. Reading all of a large edition would hold up people who are editing. */
const readAtOnce = 25;

/** How long reading a very large edition may take, in milliseconds. */
const readingTakes = 120_000;

/** The texts of an edition, and how many of its notes stand there in the wording that was approved, not in their latest. */
export interface PrintedSource extends EditionSource {
  readonly olderNotes: number;
}

/** A file of an edition as it prints. */
export interface PrintedFile {
  readonly letterId: string;
  readonly name: string;
  readonly path: string;
  readonly version: number;
  readonly kind: string;
  readonly encoding: string;
  readonly bom: boolean;
  readonly source: string;
  /** How many of its notes stand there in the wording that was approved, not in their latest. */
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
  const files = await readPrintedFiles(prisma, editionId, queries);
  const { rng, sch } = await prisma.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: { rng: true, sch: true },
  });
  return {
    ...editionSourceOf(files),
    schemas: { rng: rng ?? undefined, sch: sch ?? undefined },
    olderNotes: files.reduce((sum, { olderNotes }) => sum + olderNotes, 0),
  };
}

/**
 * The current files of an edition in its order, with notes in the wording that was approved.
 *
 * @param queries what is asked at places of letters in their current versions, by the ids of the letters
 */
export async function readPrintedFiles(
  prisma: PrismaClient,
  editionId: string,
  queries: ReadonlyMap<string, LetterQueries> = new Map(),
): Promise<readonly PrintedFile[]> {
  // All of it is read of one snapshot: a letter and the volume that lists it fit together.
  return prisma.$transaction((snapshot) => readInPieces(snapshot, editionId, queries), {
    isolationLevel: 'RepeatableRead',
    timeout: readingTakes,
  });
}

async function readInPieces(
  snapshot: Prisma.TransactionClient,
  editionId: string,
  queries: ReadonlyMap<string, LetterQueries>,
): Promise<readonly PrintedFile[]> {
  const order = await snapshot.letter.findMany({
    where: { editionId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  const approved = await approvedNotes(snapshot, editionId);
  const files: PrintedFile[] = [];
  for (let read = 0; read < order.length; read += readAtOnce) {
    const stored = await snapshot.letter.findMany({
      where: { id: { in: order.slice(read, read + readAtOnce).map(({ id }) => id) } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        name: true,
        path: true,
        version: true,
        source: true,
        kind: true,
        encoding: true,
        bom: true,
      },
    });
    for (const { id: letterId, source: saved, ...file } of stored) {
      const asked = queries.get(letterId);
      const written = asked?.version === file.version ? withQueries(saved, asked.queries) : saved;
      const notes = approved.get(letterId);
      const { source, older } = notes ? withApprovedNotes(written, notes) : { source: written, older: 0 };
      files.push({ ...file, letterId, source, olderNotes: older });
      if (notes) await setImmediate();
    }
  }
  return files;
}

/**
 * Files of an edition as the press takes them.
 *
 * @throws {NotPublishable} without a volume file
 */
export function editionSourceOf(
  stored: readonly Pick<PrintedFile, 'path' | 'source' | 'kind' | 'encoding' | 'bom'>[],
): EditionSource {
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

/** The approved wordings of notes, by the file and the note. */
async function approvedNotes(
  prisma: Prisma.TransactionClient,
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
