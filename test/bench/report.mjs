import { printTable } from './table.mjs';

/**
 * What a bench has found out.
 *
 * @typedef {object} Figure
 * @property {string} name what was measured, for people
 * @property {string} unit `ms`, `MB/s`, `KB`
 * @property {number} value the median, where it is a time
 * @property {number} [p99] the 99th percentile, where there are samples enough for one
 * @property {{ atMost: number } | { atLeast: number }} [goal]
 * @property {{ name: string, value: number }} [peer] the same done by somebody else, or what cannot be avoided,
 *   measured in the same run and in the same unit
 * @property {string} [remark] what has to be known to read the figure
 */

/**
 * Hands the figures to the process that started this one, or prints them when it was started by hand.
 *
 * @param {...Figure} figures
 */
export function report(...figures) {
  if (process.send) process.send(figures);
  else process.stdout.write(printTable(figures));
}
