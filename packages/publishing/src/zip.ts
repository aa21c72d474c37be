import { type Zippable, zipSync } from 'fflate';

/** A file of an archive: its path with slashes, and what it holds. */
export interface ZippedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Kept as it is, which readers of EPUB expect of the first file. */
  readonly stored?: boolean;
}

const utf8 = new TextEncoder();

/**
 * An archive of the files in their order. The same files give the same bytes: all bear the first time that the format
 * knows, 1 January 1980, whose local reading is what it records (PKWARE APPNOTE 4.4.6).
 */
export function zip(files: readonly ZippedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, content, stored } of files) {
    const bytes = typeof content === 'string' ? utf8.encode(content) : content;
    entries[unique(safePath(path), entries)] = [
      bytes,
      { level: stored ? 0 : 6, mtime: new Date(1980, 0, 1), os: 3 },
    ];
  }
  return zipSync(entries);
}

function unique(path: string, taken: Zippable): string {
  let name = path;
  for (let count = 2; Object.hasOwn(taken, name); count += 1) name = `${path}~${count}`;
  return name;
}

/**
 * A path that stays within the folder into which an archive is unpacked, on every system: without steps upward, roots and
 * drives, and without characters that are not part of names everywhere.
 */
export function safePath(path: string): string {
  const parts = path
    .split(/[/\\]/)
    .map((part) => part.replace(/[\p{Cc}<>:"|?*]/gu, '_').replace(/[. ]+$/, ''))
    .filter((part) => part !== '');
  return parts.join('/') || '_';
}
