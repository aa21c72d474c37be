import { TransformThreads } from './transform-threads.js';

/** How long threads wait for a next publication of this process, in milliseconds. */
const waits = 5 * 60_000;

let resting: { readonly threads: TransformThreads; readonly clock: NodeJS.Timeout } | undefined;

/** Whether threads wait that an earlier publication has used: on them SaxonJS runs at its full speed. */
export const haveWarmThreads = (number: number): boolean => resting?.threads.number === number;

/** Threads to run stylesheets on: those that wait, or fresh ones. */
export function takeThreads(number: number): TransformThreads {
  const known = haveWarmThreads(number) ? takeResting() : undefined;
  known?.wake();
  return known ?? new TransformThreads(number);
}

/** Has threads wait for another publication, where none wait and these can; otherwise ends them, whatever they are at. */
export async function giveBackThreads(threads: TransformThreads): Promise<void> {
  if (resting || !threads.rest()) return threads.end();
  const clock = setTimeout(() => void takeResting()?.end(), waits).unref();
  resting = { threads, clock };
}

function takeResting(): TransformThreads | undefined {
  const taken = resting;
  resting = undefined;
  clearTimeout(taken?.clock);
  return taken?.threads;
}
