/** A value that components and plain code can read, replace and watch. */
export interface Store<Value> {
  get(): Value;
  /** Replaces the value; listeners hear of it only when it is another value. */
  set(next: Value): void;
  /** Replaces some properties of an object value. */
  update(changes: Partial<Value>): void;
  /** Calls `listener` after each replacement until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** Makes a store that holds `initial`. */
export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  function set(next: Value): void {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  }
  return {
    get: () => value,
    set,
    update: (changes) => set({ ...value, ...changes }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
