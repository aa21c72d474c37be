import type { LetterImages } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getLetterImages } from '../api/images.js';
import type { LetterSession } from '../desk/letter-session.js';
import { useStore } from '../store/use-store.js';
import { type PageOfText, pageAt } from './page-of-text.js';

/** A leaf of the letter. */
export type Leaf = LetterImages['images'][number];

/** The leaves of a letter, fetched anew when its facsimile has been changed. */
export function useLeaves(letterId: string) {
  return useQuery({
    queryKey: ['letter', letterId, 'images'],
    queryFn: () => getLetterImages(letterId),
    staleTime: 0,
  });
}

/** The page that the caret is on, kept current while somebody moves or writes. */
export function usePageOfCaret(session: LetterSession): PageOfText | undefined {
  const changes = useStore(session.changes);
  const caret = useStore(session.caret);
  const [page, setPage] = useState(() => pageOfCaret(session));
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say that there is something to look at
  useEffect(() => {
    const look = () => {
      const now = pageOfCaret(session);
      setPage((before) => (before?.id === now?.id && before?.facs === now?.facs ? before : now));
    };
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [session, changes, caret]);
  return page;
}

function pageOfCaret({ view }: LetterSession): PageOfText | undefined {
  return pageAt(view.state.doc, view.state.selection.head);
}
