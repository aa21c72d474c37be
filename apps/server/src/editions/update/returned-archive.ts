import { manifestName } from '@chancery/importing/archive';
import { HttpProblem } from '../../errors/http-problem.js';
import type { House } from '../../house.js';
import type { ReturnedFiles } from './bring-back.js';
import { type ExportedFrom, exportedFromManifest, NotExported } from './exported-from.js';

/**
 * Reads an archive of files that were taken from an edition and changed outside.
 *
 * @throws {HttpProblem} `text-refused` with what is wrong with the archive
 */
export async function returnedArchive(
  { printed }: Pick<House, 'printed'>,
  editionId: string,
  bytes: Uint8Array,
): Promise<Pick<ReturnedFiles, 'read' | 'exported'>> {
  const { read, told } = await printed.tei(bytes, manifestName);
  if (told === undefined)
    throw new HttpProblem(
      'text-refused',
      `There is no ${manifestName} among the files: what was changed in them cannot be told. Take the letters out here, and send all that was in the archive.`,
    );
  const exported = readExported(told);
  if (exported.editionId !== editionId)
    throw new HttpProblem(
      'text-refused',
      `These files were taken from another volume, “${exported.editionId}”. Bring them back there.`,
    );
  return { read, exported };
}

function readExported(told: string): ExportedFrom {
  try {
    return exportedFromManifest(told, manifestName);
  } catch (error) {
    throw error instanceof NotExported ? new HttpProblem('text-refused', error.message) : error;
  }
}
