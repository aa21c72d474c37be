import { parentPort } from 'node:worker_threads';
import { type CountAnswer, countHere, type OwnSchemas } from './count-findings.js';

// The thread that checks letters.

parentPort?.on('message', ({ id, source, own }: { id: number; source: string; own: OwnSchemas }) => {
  const answer = (message: CountAnswer) => parentPort?.postMessage(message);
  countHere(source, own).then(
    (counts) => answer({ id, counts }),
    (error: unknown) => answer({ id, failed: error instanceof Error ? error.message : String(error) }),
  );
});
