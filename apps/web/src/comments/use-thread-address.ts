import type { LetterThreads } from '@chancery/server/api';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { LetterSession } from '../desk/letter-session.js';

/** Shows the thread that the address names (`?thread=…`), and the one whose mark is clicked on in the text. */
export function useThreadAddress(
  session: LetterSession | undefined,
  data: LetterThreads | undefined,
  onShow: () => void,
): void {
  const { thread } = useSearch({ from: '/letters/$letterId' });
  const shown = useRef<string>(undefined);
  const known = data !== undefined;

  useEffect(() => {
    if (!session) return;
    session.comments.onClicked = (id) => {
      session.comments.select(id);
      onShow();
    };
  }, [session, onShow]);

  useEffect(() => {
    if (!session || !known || thread === undefined || thread === shown.current) return;
    shown.current = thread;
    session.comments.select(thread);
    session.comments.show(thread);
    onShow();
  }, [session, known, thread, onShow]);
}
