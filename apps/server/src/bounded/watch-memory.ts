/** The status that a bounded process ends with when it needs more memory than it may. */
export const outOfMemory = 77;

/**
 * Ends this process as soon as it takes more memory than it may.
 *
 * @param most bytes
 * @returns ends the watch
 */
export function watchMemory(most: number): () => void {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > most) process.exit(outOfMemory);
  }, 20);
  return () => clearInterval(watch);
}
