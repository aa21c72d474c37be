import { zipSync } from 'fflate';

/** A file by its name, with its folders. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A name that none of those has: as it stands, or with the lowest number from 2 before its ending. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const end = /\.[^./]*$/.exec(name)?.index ?? name.length;
  let free = name;
  for (let count = 2; taken.has(free); count += 1)
    free = `${name.slice(0, end)} (${count})${name.slice(end)}`;
  return free;
}

/**
 * Files as one archive (ZIP), as letters are sent of which each is a file, and taken out. Nothing is compressed: documents of word
 * processors are already. Files of one name, as from several folders, are numbered, so that each is there.
 *
 * @returns its bytes
 */
export function archiveOf(files: readonly NamedFile[]): Uint8Array {
  const named: Record<string, Uint8Array> = {};
  const taken = new Set<string>();
  for (const { name, bytes } of files) {
    const free = freeName(name, taken);
    taken.add(free);
    named[free] = bytes;
  }
  return zipSync(named, { level: 0 });
}

/** How many bytes are taken at once: of the text of a printed volume some four thousand pages, and of TEI files. */
export const mostSent = { printed: 12 * 1024 * 1024, tei: 64 * 1024 * 1024 } as const;

/** Bytes as messages name them: `64 MB`. */
export const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

/** The file that tells, beside exported TEI files, of which versions they are. */
export const manifestName = 'chancery-export.json';

/** The endings of the files in an archive of letters that are read. */
export const letterEndings = ['.docx', '.odt', '.md', '.markdown', '.txt'] as const;
