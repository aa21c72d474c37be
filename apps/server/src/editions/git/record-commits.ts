import type { Prisma, PrismaClient } from '../../generated/client.js';
import { newFiles } from './new-files.js';
import { newRevisions } from './new-revisions.js';
import { newShapes } from './new-shapes.js';
import { type RecordedCommit, recordedCommits } from './recorded-commit.js';

/** What is recorded of an edition already. */
export interface RecordedState {
  /** The latest version of each letter. */
  readonly versions: ReadonlyMap<string, number>;
  /** The latest text of each other file, by its path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The latest frame that each series was given by a decision, by its path. */
  readonly frames: ReadonlyMap<string, number>;
}

/** How many people and files one statement stores. */
const chunk = 500;

/**
 * Records what has happened in an edition since it was last recorded, so that it is given to git in the same commits ever after:
 * a name that is given to an earlier version later on, or a pause that turns out to have been none, changes nothing of them.
 *
 * @returns how many commits are recorded in all, and how many of them were added
 */
export async function recordCommits(
  prisma: PrismaClient,
  editionId: string,
): Promise<{ readonly all: number; readonly added: number }> {
  return prisma.$transaction(
    async (tx) => {
      // Of two who export at a time, the second finds what the first has recorded.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`exported commits of ${editionId}`}, 0))`;
      const versions = new Map<string, number>();
      const texts = new Map<string, string>();
      const frames = new Map<string, number>();
      let last = 0;
      for await (const { place, files } of recordedCommits(prisma, editionId)) {
        last = place;
        for (const file of files)
          if ('letterId' in file) versions.set(file.letterId, file.version);
          else if ('series' in file) frames.set(file.series, file.frame);
          else texts.set(file.path, file.source);
      }
      const state = { versions, texts, frames };
      const commits: RecordedCommit[] = [
        ...(await newFiles(prisma, editionId, state)),
        ...(await newRevisions(prisma, editionId, state)),
        ...(await newShapes(prisma, editionId, state)),
      ];
      // Files come before revisions of the same moment: sorting keeps equals in their order.
      commits.sort((a, b) => a.at.getTime() - b.at.getTime());
      for (let at = 0; at < commits.length; at += chunk) {
        await tx.exportedCommit.createMany({
          data: commits.slice(at, at + chunk).map((commit, index) => ({
            editionId,
            place: last + at + index + 1,
            at: commit.at,
            message: commit.message,
            people: [...commit.people] as Prisma.InputJsonArray,
            files: [...commit.files] as Prisma.InputJsonArray,
          })),
        });
      }
      return { all: last + commits.length, added: commits.length };
    },
    { timeout: 3_600_000, maxWait: 60_000 },
  );
}
