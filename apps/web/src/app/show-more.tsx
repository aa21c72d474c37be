import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** Fetches the next part of a list; nothing where all of it is there. */
export function ShowMore(props: {
  list: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  children?: ReactNode;
}) {
  const { list } = props;
  if (!list.hasNextPage) return null;
  return (
    <button
      type="button"
      className="btn more"
      disabled={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {props.children ?? 'Show more'}
    </button>
  );
}
