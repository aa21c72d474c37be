import { partPaths } from '@chancery/publishing/parts';
import { z } from '@hono/zod-openapi';
import { type PublicationAnswer, publicationPart, publicationStates } from '../contract/publication.js';
import type { PrismaClient, Publication } from '../generated/client.js';
import type { House } from '../house.js';
import { lettersToCheck } from '../releases/letters-to-check.js';
import { pressPlace, whereRunStopped } from '../releases/press-place.js';
import { releaseAddress, workingName } from '../releases/release-address.js';

/** A stored run of the press as clients see it, with links to what it has made, or the way to what stopped it. */
export async function publicationAnswer(
  { prisma, pool }: Pick<House, 'prisma' | 'pool'>,
  stored: Publication,
): Promise<PublicationAnswer> {
  const { editionId, releaseId } = stored;
  const stopped = stored.state === 'failed' ? whereRunStopped(stored.report) : undefined;
  const [letter] = stopped?.file === undefined ? [] : await lettersToCheck(pool, editionId, stopped.file);
  return {
    ...publicationOf(stored, await addressOf(prisma, editionId, releaseId)),
    ...(stopped ? { stopped: pressPlace(stopped.reason, stopped, letter) } : {}),
  };
}

/** Where the outputs of a run stand. */
async function addressOf(prisma: PrismaClient, editionId: string, releaseId: string | null): Promise<string> {
  const release =
    releaseId === null
      ? null
      : await prisma.release.findUnique({ where: { id: releaseId }, select: { number: true } });
  if (release) return releaseAddress(release.number);
  const released = await prisma.release.findFirst({
    where: { editionId, releasedAt: { not: null } },
    select: { id: true },
  });
  return released ? releaseAddress(workingName) : '/edition/';
}

/** A stored run of the press, whose outputs stand at an address with a slash at its end. */
export function publicationOf(stored: Publication, address: string, now = new Date()): PublicationAnswer {
  const state = publicationStates.find((each) => each === stored.state) ?? 'failed';
  return {
    id: stored.id,
    state,
    progress: {
      done: stored.done,
      total: stored.total,
      label: stored.label,
      secondsLeft: state === 'running' ? secondsLeft(stored, now) : null,
    },
    ...(state === 'done' ? { links: linksOf(stored.report, address) } : {}),
    ...(stored.error === null ? {} : { error: stored.error }),
    createdAt: stored.createdAt.toISOString(),
    finishedAt: stored.finishedAt?.toISOString() ?? null,
  };
}

/** A tenth of the way says something of the rest, if it took a second. */
function secondsLeft({ done, total, startedAt }: Publication, now: Date): number | null {
  const gone = startedAt === null ? 0 : (now.getTime() - startedAt.getTime()) / 1000;
  if (total === 0 || done < total / 10 || gone < 1) return null;
  return Math.ceil((gone / done) * (total - done));
}

/** Reports of earlier versions of Chancery tell nothing of parts: then there were two. */
const told = z.object({ offered: z.array(publicationPart) }).catch({ offered: ['web', 'pdf'] });

function linksOf(report: unknown, address: string): Record<string, string> {
  const { offered } = told.parse(report);
  return Object.fromEntries(
    // Only pages of the web edition lead to the PDF of each document.
    offered
      .filter((part) => part !== 'letters-pdf' || offered.includes('web'))
      .map((part) => [part, `${address}${part === 'web' ? '' : partPaths[part]}`]),
  );
}
