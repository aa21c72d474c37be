import type { PublicationAnswer } from '../contract/publication.js';
import type { Publication } from '../generated/client.js';

const states: readonly PublicationAnswer['state'][] = ['queued', 'running', 'done', 'failed'];

/** A stored run of the press as clients see it. */
export function publicationOf(stored: Publication): PublicationAnswer {
  const state = states.find((each) => each === stored.state) ?? 'failed';
  return {
    id: stored.id,
    state,
    progress: { done: stored.done, total: stored.total, label: stored.label },
    ...(state === 'done' ? { links: { web: '/edition/', pdf: '/edition/volume.pdf' } } : {}),
    ...(stored.error === null ? {} : { error: stored.error }),
    createdAt: stored.createdAt.toISOString(),
    finishedAt: stored.finishedAt?.toISOString() ?? null,
  };
}
