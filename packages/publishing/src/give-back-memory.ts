import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Gives back what this process does not need any more of its memory. It takes some tenths of a second, for when the process waits for
 * another one that needs much: the engine itself would keep it until it has to make room for something of its own.
 */
export function giveBackMemory(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
