import { useEffect } from 'react';
import { isApple } from './is-apple.js';
import { overlay } from './overlay.js';
import { moveToPane } from './panes.js';

/** The keys that work on every screen: the palette, the list of all keys, and the way between panes. */
export function GlobalKeys() {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const main = isApple ? event.metaKey : event.ctrlKey;
      if (main && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        overlay.set({ kind: 'palette', start: '' });
      } else if (main && !event.altKey && event.key === '/') {
        event.preventDefault();
        overlay.set({ kind: 'keys' });
      } else if (event.key === 'F6') {
        event.preventDefault();
        moveToPane(event.shiftKey ? -1 : 1);
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return null;
}
