/**
 * How long to wait, in milliseconds, before the attempt after `failures` failed ones: half a second, doubled each
 * time up to 20 seconds, less a random part of up to a quarter so that many desks do not return at one moment.
 */
export function backOff(failures: number, random: () => number = Math.random): number {
  const full = Math.min(500 * 2 ** Math.max(failures - 1, 0), 20_000);
  return Math.round(full * (1 - random() / 4));
}
