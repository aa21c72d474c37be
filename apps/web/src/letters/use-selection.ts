import { useCallback, useMemo, useState } from 'react';

/** The letters that are chosen, with what each is called. */
export interface Selection {
  readonly letters: ReadonlyMap<string, string>;
  has(id: string): boolean;
  toggle(id: string, name: string): void;
  add(letters: Iterable<readonly [string, string]>): void;
  keepOnly(ids: readonly string[]): void;
  clear(): void;
}

/** Keeps which letters are chosen, by their ids: a choice outlasts scrolling, sorting and filtering. */
export function useSelection(): Selection {
  const [letters, setLetters] = useState<ReadonlyMap<string, string>>(new Map());
  const toggle = useCallback((id: string, name: string) => {
    setLetters((before) => {
      const after = new Map(before);
      if (!after.delete(id)) after.set(id, name);
      return after;
    });
  }, []);
  const add = useCallback((more: Iterable<readonly [string, string]>) => {
    setLetters((before) => new Map([...before, ...more]));
  }, []);
  const keepOnly = useCallback((ids: readonly string[]) => {
    setLetters((before) => new Map([...before].filter(([id]) => ids.includes(id))));
  }, []);
  const clear = useCallback(() => setLetters(new Map()), []);
  return useMemo(
    () => ({ letters, has: (id) => letters.has(id), toggle, add, keepOnly, clear }),
    [letters, toggle, add, keepOnly, clear],
  );
}
