/**
 * Does something when the browser has nothing more urgent to do, and after so many milliseconds at the latest.
 *
 * @returns what calls it off
 */
export function whenIdle(work: () => void, latest: number): () => void {
  // Not every browser tells when it is idle.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: latest });
  return () => cancelIdleCallback(handle);
}
