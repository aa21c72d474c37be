import type { ImageStore } from './image-store.js';

const day = 86_400_000;

/**
 * Takes what was sent of files that were never sent whole out of a store: at once, and every day from then on. Nobody goes on with
 * it after a day.
 *
 * @returns ends it
 */
export function cleanUploads(store: Pick<ImageStore, 'removeUnfinished'>): () => void {
  const clean = () =>
    store.removeUnfinished(new Date(Date.now() - day)).catch((error: unknown) => {
      console.error(
        `Unfinished uploads were not cleaned: ${error instanceof Error ? error.name : 'error'}. It is tried again tomorrow.`,
      );
    });
  void clean();
  const timer = setInterval(() => void clean(), day);
  timer.unref();
  return () => clearInterval(timer);
}
