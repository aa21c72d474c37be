import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createValidator } from './create-validator.js';
import { SchemaError } from './schema-error.js';
import type { Schemas, Validator } from './validator.js';

export { openValidatorThreads, type ValidatorThreads } from './threads/open-validator-threads.js';

/**
 * The edition's schemas, `schemas/letters.rng` and `schemas/letters.sch`, found by walking up from `from`
 * (a folder; by default this file's, which lies in the repository).
 *
 * @throws {SchemaError} when no folder above has them.
 */
export function readSchemas(from: string = dirname(fileURLToPath(import.meta.url))): Schemas {
  for (let folder = from; ; folder = dirname(folder)) {
    const [rng, sch] = ['letters.rng', 'letters.sch'].map((name) => join(folder, 'schemas', name));
    if (rng !== undefined && sch !== undefined && existsSync(rng) && existsSync(sch)) {
      return { rng: readFileSync(rng, 'utf8'), sch: readFileSync(sch, 'utf8') };
    }
    if (folder === dirname(folder)) throw new SchemaError(`There is no folder “schemas” above ${from}.`);
  }
}

let shared: Promise<Validator> | undefined;

/** The validator for the edition's own schemas, compiled once for the process. It is shared: do not dispose of it. */
export function loadValidator(): Promise<Validator> {
  shared ??= createValidator(readSchemas());
  return shared;
}
