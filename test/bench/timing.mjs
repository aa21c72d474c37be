import { performance } from 'node:perf_hooks';

/** The value below which a share of the sorted samples lies: 0.5 for the median. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (sorted) => quantile(sorted, 0.5);

/**
 * Times pieces of work in turns, so that whatever else the machine does meets all of them alike.
 *
 * @param {(() => unknown)[]} works run in this order in every round; promises are awaited
 * @param {{ warmUp: number, rounds: number }} times rounds that are run and not counted, rounds that are
 * @returns {Promise<number[][]>} for each piece of work its milliseconds, sorted
 */
export async function inTurns(works, { warmUp, rounds }) {
  const samples = works.map(() => []);
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      const elapsed = performance.now() - start;
      if (round >= 0) samples[index].push(elapsed);
    }
  }
  return samples.map((list) => list.sort((one, other) => one - other));
}
