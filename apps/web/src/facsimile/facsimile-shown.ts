import { keep, kept } from '../app/kept-on-device.js';
import { createStore } from '../store/store.js';

const key = 'chancery.facsimile';

/** Whether the facsimile is shown beside the text; remembered on this device. */
export const facsimileShown = createStore(kept(key) === 'shown');

/** Shows the facsimile, or hides it. */
export function toggleFacsimile(): void {
  const next = !facsimileShown.get();
  facsimileShown.set(next);
  keep(key, next ? 'shown' : null);
}
