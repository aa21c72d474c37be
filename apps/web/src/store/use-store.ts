import { useSyncExternalStore } from 'react';
import type { Store } from './store.js';

/** The store's value; the component renders again when it is replaced. */
export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get);
}
