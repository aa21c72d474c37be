import { join } from 'node:path';

/** The folder of a release's outputs, which are made of its stored texts and can be made again of them. */
export function releaseFolder(dataDir: string, editionId: string, number: string): string {
  return join(dataDir, 'releases', encodeURIComponent(editionId), number);
}
