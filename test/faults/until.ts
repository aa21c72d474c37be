import { setTimeout as pause } from 'node:timers/promises';

/** Something did not come about. */
export class NeverCameAbout extends Error {
  override readonly name = 'NeverCameAbout';
}

/** Waits until something has come about; looks often, and gives up only when nobody would wait any longer. */
export async function until(
  what: string,
  cameAbout: () => boolean | Promise<boolean>,
  seconds = 120,
): Promise<void> {
  const ends = performance.now() + seconds * 1_000;
  while (!(await cameAbout())) {
    if (performance.now() > ends) throw new NeverCameAbout(`In ${seconds} s it never came about: ${what}`);
    await pause(25);
  }
}
