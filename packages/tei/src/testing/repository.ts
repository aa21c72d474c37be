import { fileURLToPath } from 'node:url';

/** An absolute path to something in the repository. */
export function inRepository(path: string): string {
  return fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
}

/** TEI's own schema, which stands beside the checkout where it is at hand. */
export const teiAllPath = inRepository('../shared/tei/tei_all.rng');
