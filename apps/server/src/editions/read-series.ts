import { isChangedAround, joinSeries } from '@chancery/importing';
import type { PrismaClient } from '../generated/client.js';
import { storedFrame } from './stored-frame.js';

/** A file as it is to be written. */
interface FileToWrite {
  readonly path: string;
  readonly source: string;
  readonly encoding: string;
  readonly bom: boolean;
}

/** The series of an edition, whole again. */
export interface WholeSeries {
  readonly files: readonly FileToWrite[];
  /** Whether a letter stands in a series, and in no file of its own. */
  holds(name: string): boolean;
  /** Paths of letters whose headers were changed, for which a series of divisions has no place: they are written by themselves too. */
  readonly beside: readonly string[];
}

/**
 * The files with many documents, with the letters as they stand now.
 *
 * @throws {DocumentMissing}
 */
export async function readSeries(
  prisma: PrismaClient,
  editionId: string,
  letters: readonly (FileToWrite & { readonly name: string })[],
): Promise<WholeSeries> {
  const rows = await prisma.seriesFile.findMany({ where: { editionId }, orderBy: { path: 'asc' } });
  const byName = new Map(letters.map((letter) => [letter.name, letter]));
  const sources = new Map(letters.map(({ name, source }) => [name, source]));
  const held = new Set<string>();
  const beside: string[] = [];
  const files = rows.map(({ path, encoding, bom, frame: json }): FileToWrite => {
    const frame = storedFrame(json);
    for (const document of frame.documents) {
      const letter = byName.get(document.id);
      if (letter && isChangedAround(letter.source, document)) beside.push(letter.path);
      else held.add(document.id);
    }
    return { path, encoding, bom, source: joinSeries(frame, sources) };
  });
  return { files, holds: (name) => held.has(name), beside };
}
