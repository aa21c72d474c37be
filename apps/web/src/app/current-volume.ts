import type { Volume } from '../api/volume.js';
import { createStore } from '../store/store.js';

/** The volume that the open screen belongs to; the app bar names it and leads back to its letters. */
export const currentVolume = createStore<
  Pick<Volume, 'id' | 'label' | 'role' | 'mayManageMembers' | 'mayReadLog'> | undefined
>(undefined);
