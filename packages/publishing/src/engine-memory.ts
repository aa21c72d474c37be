import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Gives back what this process does not need any more of its memory. It takes some tenths of a second, for when the process waits for
 * another one that needs much: the engine itself would keep it until it has to make room for something of its own.
 *
 * @param options.compact whether what is left is put together, for which it takes some memory more while that lasts; otherwise it stays
 *   spread over much that the engine had, which it keeps for that
 */
export function giveBackMemory({ compact = true }: { readonly compact?: boolean } = {}): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  if (compact) setFlagsFromString('--compact-on-every-full-gc');
  collect();
  if (compact) setFlagsFromString('--no-compact-on-every-full-gc');
}

/**
 * Has the engine look for garbage among all that is new. The tree of a document is read, looked at and let go; but V8, having seen that
 * what one place of a program makes is kept at times, makes all that this place makes where it looks seldom (allocation-site
 * pretenuring), and what garbage there leads to is kept too. Reading ten thousand letters took half as long again.
 */
export function expectShortLives(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
