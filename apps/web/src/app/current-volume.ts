import { createStore } from '../store/store.js';

/** The volume that the open screen belongs to; the app bar names it and leads back to its letters. */
export const currentVolume = createStore<{ id: string; label: string; role: string } | undefined>(undefined);
