import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from '../store/use-store.js';
import { type PaletteEntry, paletteSearches } from './palette-entries.js';

/** How long the palette waits for more to be typed before it looks for it, in milliseconds. */
const pause = 120;

type Entries = readonly PaletteEntry[];

/**
 * What the searches of this screen have found for what was typed; what was found before stands until then.
 *
 * @param typed undefined where nothing is to be looked for
 */
export function useSearched(typed: string | undefined): {
  readonly found: Entries;
  /** Whether that is for what is typed now. */
  readonly isLatest: boolean;
  /** All that is found when whatever is looked for now has been. */
  readonly settled: () => Promise<Entries>;
} {
  const searches = useStore(paletteSearches);
  const [last, setLast] = useState<{ readonly by: unknown; readonly entries: Entries }>();
  const latest = useRef<{ readonly by: unknown; readonly answer: Promise<Entries> }>(undefined);
  const look = useCallback((): Promise<Entries> => {
    const asked = [...searches.values()].flatMap((search) =>
      typed === undefined ? [] : (search(typed) ?? []),
    );
    // What cannot be looked for just now is left out: the commands are there.
    return Promise.allSettled(asked).then((answers) =>
      answers.flatMap((each) => (each.status === 'fulfilled' ? each.value : [])),
    );
  }, [searches, typed]);
  /** Asks once for what is typed, however often it is wanted. */
  const settled = useCallback((): Promise<Entries> => {
    if (latest.current?.by !== look) latest.current = { by: look, answer: look() };
    return latest.current.answer;
  }, [look]);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        const answer = settled();
        void answer.then((entries) =>
          latest.current?.answer === answer ? setLast({ by: look, entries }) : undefined,
        );
      },
      typed ? pause : 0,
    );
    return () => clearTimeout(timer);
  }, [look, settled, typed]);
  return { found: last?.entries ?? [], isLatest: last?.by === look, settled };
}
