import { join } from 'node:path';

/** The folder of an edition's latest publication, which the press replaces whole; it is not there before the first. */
export function editionFolder(dataDir: string, editionId: string): string {
  return join(dataDir, 'editions', encodeURIComponent(editionId));
}
