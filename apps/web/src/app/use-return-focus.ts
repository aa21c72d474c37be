import { useEffect } from 'react';

/** When a question is answered, the focus goes back to where it was asked; if that is gone, to its entry in the history. */
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    const entry = before?.closest('li')?.querySelector<HTMLElement>('button.version');
    return () => {
      const target = before instanceof HTMLElement && before.isConnected ? before : entry;
      requestAnimationFrame(() => target?.focus());
    };
  }, []);
}
