import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { audit, commandLine } from '../audit/audit.js';
import { openDatabase } from '../database/open-database.js';
import { editionNamed } from './edition-named.js';
import { filesToExport } from './files-to-export.js';
import type { DatabaseOptions } from './import-paths.js';

/** What was exported. */
export interface ExportOutcome {
  readonly editionId: string;
  /** Paths below the folder, in the order of the volume. */
  readonly written: readonly string[];
  /** Files that were there already, byte for byte. */
  readonly unchanged: readonly string[];
  /** Letters of a series whose headers say more than the series has a place for; each is written beside the series too. */
  readonly beside: readonly string[];
}

/**
 * Writes every file of an edition below a folder, as TEI in its own encoding: what nobody edited is byte for byte what
 * was imported; a file with many documents is whole again, with their edits. Other files in the folder are left alone. One file more
 * tells of which versions they are, so that what is changed in the folder can be brought back. Works beside a running server.
 *
 * @param options.editionId may be left out when there is only one edition
 * @throws {EditionUnknown}
 * @throws {DocumentMissing} when a letter of a series is no longer there; nothing is written then
 */
export async function exportEdition(
  folder: string,
  options: DatabaseOptions & { readonly editionId?: string | undefined },
): Promise<ExportOutcome> {
  const database = await openDatabase(options);
  try {
    const editionId = await editionNamed(database.prisma, options.editionId, 'export');
    const { files, manifest, beside } = await filesToExport(database.prisma, editionId);
    const written: string[] = [];
    const unchanged: string[] = [];
    for (const { path, bytes } of files) {
      const isNew = await writeInto(folder, path, bytes);
      (isNew ? written : unchanged).push(path);
    }
    await writeInto(folder, manifest.path, manifest.bytes);
    await audit(database.prisma, {
      editionId,
      actor: commandLine,
      action: 'edition-exported',
      details: { files: written.length + unchanged.length },
    });
    return { editionId, written, unchanged, beside };
  } finally {
    await database.close();
  }
}

/** Writes a file whole or not at all; answers false when it is there already in the same bytes. */
async function writeInto(folder: string, path: string, bytes: Uint8Array): Promise<boolean> {
  const root = resolve(folder);
  const file = resolve(join(root, path));
  if (!file.startsWith(root + sep)) throw new Error(`The path ${path} leads out of the folder.`);
  const there = await readFile(file).catch(() => undefined);
  if (there?.equals(bytes)) return false;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, bytes);
  await rename(`${file}.new`, file);
  return true;
}
