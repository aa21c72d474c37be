import { readFileSync } from 'node:fs';
import { PublishError } from '../publish-error.js';
import type { OwnSetting } from './press-files.js';

/** Longer than any setting that is written by hand. */
const longest = 1_000_000;

/**
 * An edition's own setting. It is set where ours is: in a process that has no files but those of the volume, and no network.
 *
 * @throws {PublishError} `stylesheet` when it cannot be read
 */
export function readSetting(path: string): OwnSetting {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    throw new PublishError('stylesheet', 'There is no such Typst file.', { file: path }, { cause: error });
  }
  if (source.length > longest)
    throw new PublishError('stylesheet', 'The Typst file is too long to be a setting.', { file: path });
  return { path, source };
}
