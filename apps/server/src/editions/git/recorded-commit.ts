import { z } from 'zod';
import type { PrismaClient } from '../../generated/client.js';

const file = z.union([
  z.object({ letterId: z.string(), version: z.number().int() }),
  z.object({ path: z.string(), source: z.string(), encoding: z.string(), bom: z.boolean() }),
  z.object({ series: z.string(), frame: z.number().int() }),
]);

const people = z.array(z.object({ name: z.string(), email: z.string() }));

/**
 * A file as a commit writes it: a letter as it was at a version; what has no versions, in its own text; or a series from when on it has the
 * documents of another of its frames, counted from 0, which is no larger one.
 */
export type CommittedFile = z.infer<typeof file>;

/** A commit as git is given it. */
export interface RecordedCommit {
  readonly at: Date;
  /** The author, and who else had a hand in it. */
  readonly people: z.infer<typeof people>;
  readonly message: string;
  readonly files: readonly CommittedFile[];
}

/** How many commits are held at a time. */
const chunk = 500;

/** The commits of an edition that are recorded, in their order. */
export async function* recordedCommits(
  prisma: PrismaClient,
  editionId: string,
): AsyncGenerator<RecordedCommit & { readonly place: number }> {
  for (let place = 0; ; ) {
    const rows = await prisma.exportedCommit.findMany({
      where: { editionId, place: { gt: place } },
      orderBy: { place: 'asc' },
      take: chunk,
    });
    for (const row of rows) {
      yield { ...row, people: people.parse(row.people), files: z.array(file).parse(row.files) };
      place = row.place;
    }
    if (rows.length < chunk) return;
  }
}
