import type { FoundFile } from '@chancery/importing/node';
import { type EditPlan, type FileProof, proveFile } from './prove-file.js';

/** What is asked for: how many edits each file gets, and the seed of the whole run. */
export interface ProofOptions {
  readonly edits: number;
  readonly seed: number;
}

/** Proves files one by one; give it as many as you like. Holds the compiled schema. */
export type ProofRun = (file: FoundFile, index: number) => Promise<FileProof>;

/** Makes ready to prove files in this process. */
export async function startProofs({ edits, seed }: ProofOptions): Promise<ProofRun> {
  const judge = edits > 0 ? await grammarOnly() : undefined;
  return (file, index) => {
    const plan: EditPlan | undefined = judge && { edits, seed: seedOf(seed, index), ...judge };
    return proveFile(file, plan);
  };
}

/** The editors' rules say what an edition wants, and any letter may depart from them while it is being edited. */
async function grammarOnly() {
  // Loaded here: the validator compiles WebAssembly, which opening and saving does not need.
  const { readSchemas } = await import('@chancery/validation/node');
  const { broughtFindings, createValidator } = await import('@chancery/validation');
  const sch = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"/>';
  return {
    validator: await createValidator({ rng: readSchemas().rng, sch }),
    brought: broughtFindings,
  };
}

/**
 * The seed for one file of a run: the run's own for the first, so that a file alone under the seed that is told of it is edited
 * in the same way; for others a number drawn from both, so that no two files are edited alike.
 */
export function seedOf(seed: number, index: number): number {
  if (index === 0) return seed;
  const mixed = Math.imul(seed ^ Math.imul(index, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
