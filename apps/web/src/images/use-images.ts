import type { PageImageAnswer, PageImageChange } from '@chancery/server/api';
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
  const [former, setFormer] = useState<readonly Former[]>([]);
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

  /** Answers whether it was done. */
  async function attempt(said: string, work: () => Promise<unknown>): Promise<boolean> {
    let done = false;
    try {
      await work();
      setFault(null);
      announce(said);
      done = true;
    } catch (error) {
      setFault(error instanceof Error ? error : new Error(String(error)));
    }
    await refresh();
    return done;
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
      void attempt(`${leafName(leaf)} is changed.`, () => patchImage(leaf.id, change)).then((done) => {
        if (done) setFormer((all) => [...all, { leaf, change: formerOf(leaf, change) }]);
      });
    },
    remove(leaf) {
      const at = leaves.findIndex(({ id }) => id === leaf.id);
      void attempt(`${leafName(leaf)} is removed.`, () => deleteImage(leaf.id)).then((done) => {
        setFormer((all) => all.filter((each) => each.leaf.id !== leaf.id));
        if (done) requestAnimationFrame(() => focusLeaf(at));
      });
    },
  };
  const last = former.at(-1);
  /** Gives the leaf that was changed last what it had before. */
  const undo =
    last &&
    (() => {
      setFormer((all) => all.filter((each) => each !== last));
      void attempt(`${leafName(last.leaf)} is as it was.`, () => patchImage(last.leaf.id, last.change));
    });
  return { undo, list, leaves, count: list.data?.pages[0]?.count ?? 0, fault, acts, refresh };
}

/** What a change of a leaf is undone by. */
interface Former {
  readonly leaf: PageImageAnswer;
  readonly change: PageImageChange;
}

/** What of a leaf a change takes away. */
function formerOf(leaf: PageImageAnswer, change: PageImageChange): PageImageChange {
  const { label, alt, rotation, crop, letters } = leaf;
  const all = { label, alt, rotation, crop, letters: letters.map(({ id }) => id) };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in change));
}

/** The leaf that has taken the place of one that is gone has the focus then; behind the last one, the one before it. */
function focusLeaf(at: number): void {
  const rows = document.querySelectorAll('.leaf-row');
  const row = rows[Math.min(at, rows.length - 1)];
  const next = row
    ? row.querySelector<HTMLElement>('[data-removes]')
    : document.querySelector<HTMLElement>('.upload button');
  next?.focus();
}
