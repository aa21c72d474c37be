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
  run: () => void;
}

const sources = createStore<ReadonlyMap<string, readonly PaletteEntry[]>>(new Map());

/** All that the palette offers on this screen. */
export const paletteEntries = sources;

/** Offers entries under a name until the returned function is called. */
export function offer(name: string, entries: readonly PaletteEntry[]): () => void {
  sources.set(new Map(sources.get()).set(name, entries));
  return () => {
    const rest = new Map(sources.get());
    if (rest.get(name) === entries) {
      rest.delete(name);
      sources.set(rest);
    }
  };
}
