import { setTimeout as pause } from 'node:timers/promises';

/** How often it is looked after, in milliseconds. */
const every = 500;
/** The longest time between two attempts to start it, in milliseconds. */
const longestPause = 10_000;

/**
 * Looks after a database: one that has stopped without being told to, because it was killed, ran out of memory or found
 * the disk full, is started again, as often as it takes. What is wrong is said when it changes.
 */
export function keepRunning(database: {
  readonly isRunning: () => boolean;
  readonly start: () => Promise<void>;
}): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = (time: number) => pause(time, undefined, { signal, ref: false }).catch(() => undefined);

  async function startAgain(): Promise<void> {
    console.warn('The database has stopped. It is started again.');
    let said = '';
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await database.start();
        console.warn('The database runs again.');
        return;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        // The first attempt may come before all of its processes have ended.
        if (failures > 0 && message !== said) {
          console.error(`The database could not be started; it is tried again and again. ${message}`);
          said = message;
        }
        await wait(Math.min(100 * 2 ** failures, longestPause));
      }
    }
  }

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      await wait(every);
      if (!signal.aborted && !database.isRunning()) await startAgain();
    }
  }
  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}
