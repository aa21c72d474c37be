import { zipSync } from 'fflate';

/** A file by its name, with its folders. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Files as one archive (ZIP), as the importer of printed volumes takes letters of which each is a file. Nothing is compressed:
 * documents of word processors are already.
 *
 * @returns its bytes
 */
export function archiveOf(files: readonly NamedFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0 });
}

/** The endings of the files in such an archive that are read. */
export const letterEndings = ['.docx', '.odt', '.md', '.markdown', '.txt'] as const;
