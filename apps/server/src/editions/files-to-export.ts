import { manifestName } from '@chancery/importing/archive';
import { encode } from '@chancery/xml';
import type { PrismaClient } from '../generated/client.js';
import { readSeries } from './read-series.js';
import { manifestText } from './update/exported-from.js';

interface ExportedFile {
  /** Below the folder that is exported. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of an edition, as they are exported. */
export interface FilesToExport {
  /** In the order of the volume. */
  readonly files: readonly ExportedFile[];
  /** The file that tells of which versions they are. */
  readonly manifest: ExportedFile;
  /** Letters of a series whose headers say more than the series has a place for; each is written beside the series too. */
  readonly beside: readonly string[];
}

/**
 * Every file of an edition, as TEI in its own encoding: what nobody edited is byte for byte what was imported; a file with many
 * documents is whole again, with their edits.
 *
 * @throws {DocumentMissing} when a letter of a series is no longer there
 */
export async function filesToExport(prisma: PrismaClient, editionId: string): Promise<FilesToExport> {
  const letters = await prisma.letter.findMany({
    where: { editionId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { name: true, path: true, source: true, version: true, encoding: true, bom: true },
  });
  const series = await readSeries(prisma, editionId, letters);
  // What is not well-formed yet is as much the edition's as what is.
  const toMend = await prisma.fileToMend.findMany({
    where: { editionId, letterId: null },
    orderBy: { path: 'asc' },
    select: { path: true, source: true, encoding: true, bom: true },
  });
  const files = [...letters.filter(({ name }) => !series.holds(name)), ...series.files, ...toMend];
  const versions = new Map(letters.map(({ name, version }) => [name, version]));
  return {
    files: files.map(({ path, source, encoding, bom }) => ({
      path,
      bytes: encode(source, { encoding, bom }),
    })),
    manifest: { path: manifestName, bytes: new TextEncoder().encode(manifestText(editionId, versions)) },
    beside: series.beside,
  };
}
