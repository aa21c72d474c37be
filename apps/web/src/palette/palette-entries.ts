import type { IconName } from '../app/icon.js';
import { createStore } from '../store/store.js';

/** Something that the palette offers. */
export interface PaletteEntry {
  id: string;
  /** The heading it stands under: “At the caret”, “Go to”, “Commands”. */
  group: string;
  /** A `name` of a register is offered behind `@` alone, an `answer` where the palette asks something. */
  kind: 'command' | 'letter' | 'name' | 'answer';
  icon: IconName;
  label: string;
  /** A few words more, in grey. */
  gloss?: string;
  /** Keys that do the same. */
  keys?: readonly string[];
  /** What is searched. */
  words: string;
  /** The number of the document that it leads to. */
  number?: string;
  run: () => void;
}

/** Finds entries for what was typed, which answer it as they are; undefined where nothing of the kind was typed. */
export type PaletteSearch = (typed: string) => Promise<readonly PaletteEntry[]> | undefined;

/** All that the palette offers on this screen. */
export const paletteEntries = createStore<ReadonlyMap<string, readonly PaletteEntry[]>>(new Map());

/** What it looks for while somebody types. */
export const paletteSearches = createStore<ReadonlyMap<string, PaletteSearch>>(new Map());

/** Offers entries under a name until the returned function is called. */
export function offer(name: string, entries: readonly PaletteEntry[]): () => void {
  return put(paletteEntries, name, entries);
}

/** The same for what is looked for only when it is typed. */
export function offerSearch(name: string, search: PaletteSearch): () => void {
  return put(paletteSearches, name, search);
}

function put<Offered>(
  sources: ReturnType<typeof createStore<ReadonlyMap<string, Offered>>>,
  name: string,
  offered: Offered,
): () => void {
  sources.set(new Map(sources.get()).set(name, offered));
  return () => {
    const rest = new Map(sources.get());
    if (rest.get(name) === offered) {
      rest.delete(name);
      sources.set(rest);
    }
  };
}
