import { useEffect } from 'react';

/** Names the browser's tab after the open screen. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Chancery`;
  }, [title]);
}
