import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FoundFile } from '@chancery/importing/node';
import type { FromProof, ToProof } from './proof-messages.js';
import { type ProofOptions, startProofs } from './proof-run.js';
import type { FileProof } from './prove-file.js';

/** Files that one process is given at a time. */
const BATCH = 8;
/** From how many edits in all on a second process is worth its start. */
const WORTH_PROCESSES = 2000;
const PROCESSES = Math.min(2, availableParallelism());

const program = fileURLToPath(new URL('./proof-process.js', import.meta.url));

/** The proofs of all files as they come, with each file. Many edits are shared between two processes. */
export async function* proveFiles(
  files: readonly FoundFile[],
  options: ProofOptions,
  signal: AbortSignal,
): AsyncGenerator<{ file: FoundFile; proof: FileProof }> {
  if (files.length * options.edits >= WORTH_PROCESSES && PROCESSES > 1 && existsSync(program)) {
    yield* beside(files, options, signal);
    return;
  }
  const prove = await startProofs(options);
  for (const [index, file] of files.entries()) {
    signal.throwIfAborted();
    yield { file, proof: await prove(file, index) };
  }
}

async function* beside(
  files: readonly FoundFile[],
  options: ProofOptions,
  signal: AbortSignal,
): AsyncGenerator<{ file: FoundFile; proof: FileProof }> {
  const children = Array.from({ length: PROCESSES }, () => fork(program));
  for (const child of children) tell(child, { options });
  let next = 0;
  const proveBatch = async (child: ChildProcess) => {
    const batch = files.slice(next, next + BATCH).map((file, at) => ({ file, index: next + at }));
    next += batch.length;
    tell(child, { batch });
    const proofs = await answerOf(child);
    return { child, done: batch.map(({ file }, at) => ({ file, proof: proofs[at] })) };
  };
  try {
    const running = new Map<ChildProcess, ReturnType<typeof proveBatch>>();
    for (const child of children) if (next < files.length) running.set(child, proveBatch(child));
    while (running.size > 0) {
      const { child, done } = await Promise.race(running.values());
      signal.throwIfAborted();
      if (next < files.length) running.set(child, proveBatch(child));
      else running.delete(child);
      for (const { file, proof } of done) if (proof) yield { file, proof };
    }
  } finally {
    for (const child of children) child.kill();
  }
}

function tell(child: ChildProcess, message: ToProof): void {
  child.send(message);
}

function answerOf(child: ChildProcess): Promise<readonly FileProof[]> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`A process that proved files has ended (${code}).`));
    child.once('exit', ended);
    child.once('message', ({ proofs }: FromProof) => {
      child.off('exit', ended);
      resolve(proofs);
    });
  });
}
