import { partPaths } from '@chancery/publishing/parts';
import { z } from '@hono/zod-openapi';
import { type PublicationAnswer, publicationPart } from '../contract/publication.js';
import type { Publication } from '../generated/client.js';

const states: readonly PublicationAnswer['state'][] = ['queued', 'running', 'done', 'failed'];

/** A stored run of the press as clients see it. */
export function publicationOf(stored: Publication): PublicationAnswer {
  const state = states.find((each) => each === stored.state) ?? 'failed';
  return {
    id: stored.id,
    state,
    progress: { done: stored.done, total: stored.total, label: stored.label },
    ...(state === 'done' ? { links: linksOf(stored.report) } : {}),
    ...(stored.error === null ? {} : { error: stored.error }),
    createdAt: stored.createdAt.toISOString(),
    finishedAt: stored.finishedAt?.toISOString() ?? null,
  };
}

/** Reports of earlier versions of Chancery tell nothing of parts: then there were two. */
const told = z.object({ offered: z.array(publicationPart) }).catch({ offered: ['web', 'pdf'] });

function linksOf(report: unknown): Record<string, string> {
  const { offered } = told.parse(report);
  return Object.fromEntries(
    offered.map((part) => [part, `/edition/${part === 'web' ? '' : partPaths[part]}`]),
  );
}
