import { type OpenLetter, openLetter, schema } from '@chancery/prosemirror-tei';
import { Node } from 'prosemirror-model';
import { Prisma, type PrismaClient } from '../generated/client.js';

/** After how many versions a letter's state is kept as a whole. */
const spacing = 250;
/** Of checkpoints that lie further back than this one in `sparse` versions is kept. */
const recent = 1_000;
const sparse = 2_000;

/** A state from which a letter is opened: its document, and the source that says it. */
export interface Checkpoint {
  readonly version: number;
  readonly source: string;
  /** The document as JSON; null when it is what the source says. */
  readonly doc: unknown;
}

/** The newest state that is kept of a letter and is no newer than `version`: at the worst, what was imported. */
export async function checkpointBefore(
  prisma: PrismaClient,
  letter: { readonly id: string; readonly baseSource: string },
  version: number,
): Promise<Checkpoint> {
  const kept = await prisma.checkpoint.findFirst({
    where: { letterId: letter.id, version: { lte: version } },
    orderBy: { version: 'desc' },
  });
  return kept ?? { version: 0, source: letter.baseSource, doc: null };
}

/** The version at which the letter was last opened anew from its source: steps from before do not lead on from there. */
export async function openedAnewAt(prisma: PrismaClient, letterId: string): Promise<number> {
  const anew = await prisma.checkpoint.findFirst({
    where: { letterId, doc: { equals: Prisma.DbNull } },
    orderBy: { version: 'desc' },
    select: { version: true },
  });
  return anew?.version ?? 0;
}

/** Opens the letter as it was at a checkpoint, with the instance ids that everybody has. */
export function openCheckpoint(
  { source, doc }: Checkpoint,
  options: { readonly writable: (codePoint: number) => boolean },
): OpenLetter {
  return openLetter(source, doc === null ? options : { ...options, adopt: Node.fromJSON(schema, doc) });
}

/** Whether a state is to be kept between these two versions. */
export function isCheckpointDue(before: number, after: number): boolean {
  return Math.floor(before / spacing) < Math.floor(after / spacing);
}

/** Keeps the state of a letter at a version, and lets go of some that have become old. */
export async function keepCheckpoint(
  prisma: PrismaClient,
  letterId: string,
  version: number,
  { source, doc }: { readonly source: string; readonly doc: Node | undefined },
): Promise<void> {
  const kept = { letterId, version, source, doc: doc ? doc.toJSON() : Prisma.DbNull };
  await prisma.checkpoint.createMany({ data: [kept], skipDuplicates: true });
  await prisma.$executeRaw`
    DELETE FROM checkpoint AS old
    WHERE old."letterId" = ${letterId} AND old.version < ${version - recent} AND old.doc IS NOT NULL
      AND EXISTS (
        SELECT FROM checkpoint AS older
        WHERE older."letterId" = old."letterId" AND older.version < old.version
          AND older.version / ${sparse}::int = old.version / ${sparse}::int
      )`;
}
