import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus on the page when what had it goes away by a decision: the line of the note that moves to another state,
 * the button that may not be pressed again. It then is on the note's line, or on the page itself.
 *
 * @param line what is focused then
 * @returns is told that something of the page has the focus
 */
export function useKeptFocus(
  page: RefObject<HTMLElement | null>,
  line: () => HTMLElement | null,
): () => void {
  const had = useRef(false);
  useEffect(() => {
    if (!had.current || document.activeElement !== document.body) return;
    (line() ?? page.current)?.focus();
  });
  return () => {
    had.current = true;
  };
}
