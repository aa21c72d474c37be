import type { LetterPagesAnswer } from '@chancery/server/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getPages } from '../api/typesetting.js';
import type { LetterSession } from '../desk/letter-session.js';
import { useStore } from '../store/use-store.js';
import { foldPages, lineAt } from './line-at.js';

/** How long the caret must rest until its place on the pages is looked for, in milliseconds. */
const rest = 120;

/** The pages of the letter as it is saved: set anew with each version; the last ones stay until the next are there. */
export function usePages(session: LetterSession, letterId: string) {
  const saved = useStore(session.saver.state, (state) =>
    state.kind === 'saved' ? state.version : undefined,
  );
  const [version, setVersion] = useState(saved);
  // While something is on its way to the server there is no newer version to be set.
  if (saved !== undefined && saved !== version) setVersion(saved);
  const pages = useQuery({
    queryKey: ['letter', letterId, 'typesetting', version],
    queryFn: ({ signal }) => getPages(letterId, signal),
    enabled: version !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return { set: pages.data, error: pages.error, busy: pages.isFetching };
}

/** The address of the drawing of the pages, for as long as it is shown. */
export function useDrawing(drawing: string | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (drawing === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([drawing], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [drawing]);
  return address;
}

/** The line of the pages at which the caret of the text is. */
export function useCaretLine(session: LetterSession, set: LetterPagesAnswer | undefined) {
  const [line, setLine] = useState<LetterPagesAnswer['lines'][number]>();
  useEffect(() => {
    if (!set) return undefined;
    const folded = foldPages(set.lines);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const { $head } = session.view.state.selection;
      const { parent, parentOffset } = $head;
      const before = parent.textBetween(0, parentOffset, ' ', ' ');
      const after = parent.textBetween(parentOffset, parent.content.size, ' ', ' ');
      setLine((now) => lineAt(folded, before, after) ?? now);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, rest);
    };
    look();
    document.addEventListener('selectionchange', soon);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', soon);
    };
  }, [session, set]);
  return line;
}
