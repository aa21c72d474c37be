import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PaletteEntry } from './palette-entries.js';

/**
 * Does what is chosen in the palette, in the moment in which it closes: no key and no look at the page comes between. What
 * has to be found first is done once, however often it is asked for, and not at all when the palette is closed meanwhile.
 *
 * @param close takes the palette off the screen
 */
export function useDoing(close: () => void): {
  readonly now: (entry: PaletteEntry | undefined) => void;
  readonly whenFound: (finding: Promise<PaletteEntry | undefined>) => void;
} {
  const [before] = useState(() => document.activeElement);
  const stands = useRef(true);
  const awaits = useRef(false);
  useEffect(() => {
    stands.current = true;
    return () => {
      stands.current = false;
    };
  }, []);
  function now(entry: PaletteEntry | undefined): void {
    if (!entry || !stands.current) return;
    flushSync(close);
    // What is done may look where the focus is, and may move it.
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    entry.run();
  }
  function whenFound(finding: Promise<PaletteEntry | undefined>): void {
    if (awaits.current) return;
    awaits.current = true;
    void finding.then((entry) => {
      awaits.current = false;
      now(entry);
    });
  }
  return { now, whenFound };
}
