import type { PageImageAnswer } from '@chancery/server/api';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { deleteImage, getImages, orderImage, patchImage } from '../api/images.js';
import { announce } from '../app/announce.js';
import { leafName } from './image-words.js';
import type { LeafActs } from './leaf-row.js';

/** The leaves of a volume as far as they have been fetched, and what can be done with them. */
export function useImages(editionId: string) {
  const queries = useQueryClient();
  const key = ['images', editionId];
  const [fault, setFault] = useState<Error | null>(null);
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => getImages(editionId, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ count }, pages) => {
      const fetched = pages.reduce((sum, { images }) => sum + images.length, 0);
      return fetched < count ? fetched : undefined;
    },
    staleTime: 0,
  });
  const leaves = list.data?.pages.flatMap(({ images }) => images) ?? [];
  const refresh = useCallback(
    () => queries.invalidateQueries({ queryKey: ['images', editionId] }),
    [queries, editionId],
  );

  async function attempt(said: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      setFault(null);
      announce(said);
    } catch (error) {
      setFault(error instanceof Error ? error : new Error(String(error)));
    }
    await refresh();
  }

  const acts: LeafActs = {
    move(leaf, by) {
      const at = leaves.findIndex(({ id }) => id === leaf.id);
      if (at + by < 0 || at + by >= leaves.length) return;
      const after: PageImageAnswer | undefined = leaves[by === 1 ? at + 1 : at - 2];
      void attempt(`${leafName(leaf)} is now number ${at + by + 1}.`, () =>
        orderImage(editionId, leaf.id, after?.id ?? null),
      );
    },
    change(leaf, change) {
      void attempt(`${leafName(leaf)} is changed.`, () => patchImage(leaf.id, change));
    },
    remove(leaf) {
      void attempt(`${leafName(leaf)} is removed.`, () => deleteImage(leaf.id));
    },
  };
  return { list, leaves, count: list.data?.pages[0]?.count ?? 0, fault, acts, refresh };
}
