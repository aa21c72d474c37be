import { createStore } from '../store/store.js';

/**
 * What lies over the page: the palette, opened with `start` typed in, or with a question that it asks; or the list of all
 * keys.
 */
export type Overlay = { kind: 'palette'; start: string; asks?: string } | { kind: 'keys' };

/** The open overlay, if any. Only a person opens one; nothing covers the text unasked. */
export const overlay = createStore<Overlay | undefined>(undefined);
