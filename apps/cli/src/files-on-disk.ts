import { existsSync } from 'node:fs';
import { type FoundFile, findTeiFiles } from '@chancery/importing/node';
import { UsageError } from './usage-error.js';

/**
 * The TEI files that the paths of a command lead to. Only their names are held: files are loaded one by one.
 *
 * @throws {UsageError} for a path that does not exist, and when there is no TEI file at all.
 */
export async function filesOnDisk(paths: readonly string[]): Promise<FoundFile[]> {
  requireThere(paths);
  const files: FoundFile[] = [];
  for await (const file of findTeiFiles(paths)) files.push(file);
  if (files.length === 0) {
    throw new UsageError(`There is no file ending in .xml in ${paths.join(', ')}.`);
  }
  return files;
}

/** @throws {UsageError} for a path that does not exist. */
export function requireThere(paths: readonly string[]): void {
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`There is no file or folder “${missing}”.`);
}
