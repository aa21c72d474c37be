import type { HistoryEntry, RevisionPoint } from '@chancery/server/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { besideLetter } from '../api/beside-letter.js';
import { getHistory } from '../api/client.js';
import type { LetterSession } from '../desk/letter-session.js';
import { useStore } from '../store/use-store.js';

/** How long the letter must rest before its history is asked for anew, in milliseconds. */
const pause = 1_500;

/** The history of a letter, as far as it has been fetched. */
export interface KnownHistory {
  /** The version of the letter on the server, when it was last asked. */
  readonly version: number;
  readonly entries: readonly HistoryEntry[];
  readonly imported: { readonly at: string; readonly points: readonly RevisionPoint[] } | undefined;
  /** Fetches what lies further back; undefined when nothing does, or while it is under way. */
  readonly earlier: (() => void) | undefined;
  readonly failure: unknown;
}

/** The history of a letter, kept current while somebody looks at it. */
export function useHistory(session: LetterSession, letterId: string): KnownHistory | undefined {
  const key = besideLetter(letterId, 'revisions');
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => getHistory(letterId, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ earlier }) => earlier ?? undefined,
  });
  const { refetch } = query;
  const save = useStore(session.saver.state);
  const version = save.kind === 'saved' ? save.version : undefined;
  const pages = query.data?.pages ?? [];
  const known = pages[0]?.version;
  useEffect(() => {
    if (version === undefined || known === undefined || version === known) return undefined;
    const timer = setTimeout(() => void refetch(), pause);
    return () => clearTimeout(timer);
  }, [version, known, refetch]);
  const last = pages.at(-1);
  if (known === undefined && !query.isError) return undefined;
  return {
    version: known ?? 0,
    entries: pages.flatMap(({ entries }) => entries),
    imported: last?.earlier === null ? last.imported : undefined,
    earlier: query.hasNextPage && !query.isFetching ? () => void query.fetchNextPage() : undefined,
    failure: query.isError && pages.length === 0 ? query.error : undefined,
  };
}
