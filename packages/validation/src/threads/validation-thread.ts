import { parentPort, workerData } from 'node:worker_threads';
import { createValidator } from '../create-validator.js';
import { SchemaError } from '../schema-error.js';
import type { Schemas, Validator } from '../validator.js';
import type { ThreadOrder, ThreadReply } from './thread-messages.js';

// One of several threads that check files by the same schemas.

const answer = (reply: ThreadReply) => parentPort?.postMessage(reply);

async function validator(): Promise<Validator | undefined> {
  try {
    return await createValidator(workerData as Schemas);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    answer({ refused: error.message });
    return undefined;
  }
}

const compiled = await validator();
parentPort?.on('message', ({ place, source }: ThreadOrder) => {
  if (compiled) answer({ place, findings: compiled.validate(source) });
});
