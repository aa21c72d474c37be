import type { FoundFile } from '@chancery/importing/node';
import type { ProofOptions } from './proof-run.js';
import type { FileProof } from './prove-file.js';

/** What a proof process is told: first how to prove, then files to prove. */
export type ToProof =
  | { readonly options: ProofOptions }
  | { readonly batch: readonly { readonly file: FoundFile; readonly index: number }[] };

/** What it answers to each batch: the proofs in the batch's order. */
export interface FromProof {
  readonly proofs: readonly FileProof[];
}
