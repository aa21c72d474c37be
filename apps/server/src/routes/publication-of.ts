import { partPaths } from '@chancery/publishing/parts';
import { z } from '@hono/zod-openapi';
import { type PublicationAnswer, publicationPart, publicationStates } from '../contract/publication.js';
import type { Publication } from '../generated/client.js';

/** A stored run of the press as clients see it. */
export function publicationOf(stored: Publication, now = new Date()): PublicationAnswer {
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
    ...(state === 'done' ? { links: linksOf(stored.report) } : {}),
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

function linksOf(report: unknown): Record<string, string> {
  const { offered } = told.parse(report);
  return Object.fromEntries(
    offered.map((part) => [part, `/edition/${part === 'web' ? '' : partPaths[part]}`]),
  );
}
