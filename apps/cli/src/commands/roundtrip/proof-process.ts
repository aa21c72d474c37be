// A process beside the command's own that proves batches of files, so that a machine with two cores is used.
import type { FromProof, ToProof } from './proof-messages.js';
import { type ProofRun, startProofs } from './proof-run.js';
import type { FileProof } from './prove-file.js';

let run: Promise<ProofRun> | undefined;

process.on('message', (message: ToProof) => {
  if ('options' in message) run = startProofs(message.options);
  else void answer(message.batch);
});
// The command was stopped, or has all it wanted.
process.on('disconnect', () => process.exit());

async function answer(batch: Extract<ToProof, { batch: unknown }>['batch']): Promise<void> {
  const prove = await run;
  const proofs: FileProof[] = [];
  for (const { file, index } of batch) if (prove) proofs.push(await prove(file, index));
  const message: FromProof = { proofs };
  process.send?.(message);
}
