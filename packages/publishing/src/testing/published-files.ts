import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { EditionSource } from '../edition-source.js';
import { type PublishOptions, publishEdition } from '../publish-edition.js';

/** The files of a folder by their paths, with slashes. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.sort().map(async (file) => [relative(folder, file), await readFile(file)] as const),
    ),
  );
}

/** What an edition is published as, in a folder that is taken away again. */
export async function publishedFiles(
  edition: EditionSource,
  options: Omit<PublishOptions, 'out'>,
): Promise<{ readonly files: Map<string, Buffer>; readonly warnings: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-part-'));
  try {
    const out = join(folder, 'edition');
    const { warnings } = await publishEdition(edition, { ...options, out });
    return { files: await filesIn(out), warnings: warnings.map(({ code }) => code) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
