import { useEffect, useRef } from 'react';
import type { LetterSession } from '../desk/letter-session.js';

/** Chooses the suggestion whose mark is clicked in the text, and shows the list. */
export function useSuggestionClicks(session: LetterSession | undefined, onChosen: () => void): void {
  const latest = useRef(onChosen);
  latest.current = onChosen;
  useEffect(() => {
    if (!session) return undefined;
    const { dom } = session.view;
    function onClick({ target }: MouseEvent): void {
      const mark = target instanceof Element ? target.closest<HTMLElement>('[data-suggestion]') : null;
      if (mark?.dataset.suggestion === undefined) return;
      session?.suggestions.current.set(mark.dataset.suggestion);
      latest.current();
    }
    dom.addEventListener('click', onClick);
    return () => dom.removeEventListener('click', onClick);
  }, [session]);
}
