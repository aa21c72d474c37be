import { parentPort } from 'node:worker_threads';
import { type CountAnswer, countHere } from './count-findings.js';

// The thread that checks letters.

parentPort?.on('message', ({ id, source }: { id: number; source: string }) => {
  const answer = (message: CountAnswer) => parentPort?.postMessage(message);
  countHere(source).then(
    (counts) => answer({ id, counts }),
    (error: unknown) => answer({ id, failed: error instanceof Error ? error.message : String(error) }),
  );
});
