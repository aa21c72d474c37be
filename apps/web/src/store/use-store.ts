import { useSyncExternalStore } from 'react';
import type { Store } from './store.js';

/** The store's value; the component renders again when it is replaced. */
export function useStore<Value>(store: Store<Value>): Value;
/** What `select` makes of the store's value; the component renders again when that is another. */
export function useStore<Value, Selected>(store: Store<Value>, select: (value: Value) => Selected): Selected;
export function useStore<Value>(store: Store<Value>, select?: (value: Value) => unknown): unknown {
  return useSyncExternalStore(store.subscribe, select ? () => select(store.get()) : store.get);
}
