import { type Anchor, placeOfAnchor } from '@chancery/prosemirror-tei';
import type { ThreadAnswer } from '@chancery/server/api';

/** Which threads are shown: those to be settled, those that are, or those that one has a part in. */
export const threadFilters = ['open', 'resolved', 'mine'] as const;

export type ThreadFilter = (typeof threadFilters)[number];

/** A thread with the position where it stands; none when its words are gone or it stands beside the text. */
export interface ArrangedThread {
  readonly thread: ThreadAnswer;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** The threads in the order in which they are read: by their places in the letter, then those that have none. */
export interface ArrangedThreads {
  readonly placed: readonly ArrangedThread[];
  /** Their words have left the letter; they are kept. */
  readonly orphaned: readonly ArrangedThread[];
  /** On things beside the text. */
  readonly beside: readonly ArrangedThread[];
}

export function isShown(thread: ThreadAnswer, filter: ThreadFilter, me: string | undefined): boolean {
  if (filter === 'open') return thread.resolved === null;
  return filter === 'resolved' ? thread.resolved !== null : hasPart(thread, me);
}

/** Whether somebody has written in a thread or is mentioned in it. */
function hasPart({ createdById, comments }: ThreadAnswer, me: string | undefined): boolean {
  if (me === undefined) return false;
  return (
    createdById === me || comments.some(({ authorId, body }) => authorId === me || body.includes(`@[${me}]`))
  );
}

/** @param anchors where threads stand on the screen; one that is not there stands as the server has it */
export function arrangeThreads(
  threads: readonly ThreadAnswer[],
  anchors: ReadonlyMap<string, Anchor>,
): ArrangedThreads {
  const arranged = threads.map((thread) => {
    const anchor = anchors.get(thread.id) ?? thread.anchor;
    const place = anchor ? placeOfAnchor(anchor) : undefined;
    return { thread, from: place?.from, to: place?.to };
  });
  return {
    placed: arranged
      .filter(({ from }) => from !== undefined)
      .toSorted((one, other) => (one.from ?? 0) - (other.from ?? 0)),
    orphaned: arranged.filter(({ thread, from }) => thread.anchor !== null && from === undefined),
    beside: arranged.filter(({ thread }) => thread.anchor === null),
  };
}
