import { createStore } from '../store/store.js';

const key = 'chancery.pages';

function kept(): boolean {
  try {
    return localStorage.getItem(key) === 'shown';
  } catch {
    return false;
  }
}

/** Whether the pages are shown beside the text; remembered on this device. */
export const pagesShown = createStore(kept());

/** Shows the pages, or hides them. */
export function togglePages(): void {
  const next = !pagesShown.get();
  pagesShown.set(next);
  try {
    if (next) localStorage.setItem(key, 'shown');
    else localStorage.removeItem(key);
  } catch {
    // The choice then lasts until the page is closed.
  }
}
