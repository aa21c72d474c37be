import { keep, kept } from '../app/kept-on-device.js';
import { createStore } from '../store/store.js';

const key = 'chancery.pages';

/** Whether the pages are shown beside the text; remembered on this device. */
export const pagesShown = createStore(kept(key) === 'shown');

/** Shows the pages, or hides them. */
export function togglePages(): void {
  const next = !pagesShown.get();
  pagesShown.set(next);
  keep(key, next ? 'shown' : null);
}
