import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of these packages everything has a part in what is published; of others, by their versions, what this one names. */
const packages = ['xml', 'tei', 'publishing'];

/** What of a package runs, beside the folder that this file is run from. */
const sources = ['package.json', 'xslt', 'web', 'epub'];

let known: string | undefined;

/**
 * A digest of the program that publishes: its code, its stylesheets, and the versions of what it is made with. What one
 * program made, another does not take over.
 */
export function programDigest(): string {
  known ??= digestOf(
    packages.flatMap((name) => {
      const root = fileURLToPath(new URL(`../../../${name}/`, import.meta.url));
      return [running, ...sources].map((part) => join(root, part)).filter((path) => existsSync(path));
    }),
  );
  return known;
}

/** `dist/` where the build has been run, `src/` in tests. */
const [, running = 'dist'] = /\/([^/]+)\/reuse\/[^/]+$/.exec(import.meta.url) ?? [];

function digestOf(paths: readonly string[]): string {
  const files = paths.flatMap((path) =>
    path.endsWith('.json')
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && /\.(?:[jt]s|json|xsl|css|mjs)$/.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name)),
  );
  return digest(files.sort().map((file) => hash('sha256', readFileSync(file))));
}

/** One digest of several values, none of which can pass for the end of another. */
export function digest(values: readonly string[]): string {
  return hash('sha256', JSON.stringify(values));
}
