import { describe, expect, it } from 'vitest';
import { createStore } from './store.js';

describe('createStore', () => {
  it('tells its listeners of another value, and of the same value nothing', () => {
    const store = createStore(1);
    const heard: number[] = [];
    const stop = store.subscribe(() => heard.push(store.get()));
    store.set(1);
    store.set(2);
    stop();
    store.set(3);
    expect(heard).toEqual([2]);
    expect(store.get()).toBe(3);
  });

  it('updates some properties and keeps the others', () => {
    const store = createStore({ a: 1, b: 2 });
    store.update({ b: 3 });
    expect(store.get()).toEqual({ a: 1, b: 3 });
  });
});
