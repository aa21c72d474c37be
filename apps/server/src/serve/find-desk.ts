import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the desk's built files in this checkout, or undefined when it has not been built. */
export function findDesk(): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const built = join(folder, 'apps', 'web', 'dist');
    if (existsSync(join(built, 'index.html'))) return built;
    if (folder === dirname(folder)) return undefined;
  }
}
