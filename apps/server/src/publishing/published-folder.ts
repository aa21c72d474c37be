import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of an edition's publications; the file `current` in it names the one that is shown. */
export function publicationsFolder(dataDir: string, editionId: string): string {
  return join(dataDir, 'editions', editionId);
}

/** The folder whose files stand at /edition/, or undefined before the first publication. */
export async function publishedFolder(house: {
  readonly dataDir: string;
  readonly mainEditionId: string;
}): Promise<string | undefined> {
  const folder = publicationsFolder(house.dataDir, house.mainEditionId);
  try {
    return join(folder, (await readFile(join(folder, 'current'), 'utf8')).trim());
  } catch {
    return undefined;
  }
}
