import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, normalize, relative, sep } from 'node:path';
import { defaultLimits } from '@chancery/xml';
import type { InputFile } from './imported-file.js';
import { type ImportResult, type ReadOptions, readTeiFiles } from './read-tei-files.js';

export type { PrintedReading } from './printed/aside/aside-messages.js';
export {
  type AsideLimits,
  ImportTooLong,
  importPrintedAside,
  readDocumentAside,
  readTeiArchiveAside,
  tryRulesAside,
} from './printed/aside/import-aside.js';
export type { TeiArchive } from './read-tei-archive.js';
export { DocumentRefused } from './written/open-package.js';
export { documentEndings, isDocumentName } from './written/read-document-source.js';
export type { LeftOut, WrittenSource } from './written/written-document.js';

/** A file found on disk, before it is loaded. */
export interface FoundFile {
  /** Where it lies. */
  readonly location: string;
  /** Its name in reports and in the import, with `/`: within the folder, where one path was named; else with the path. */
  readonly path: string;
}

/**
 * The files that paths lead to: a file stands for itself, a folder for every `.xml` in it and below, without those
 * that begin with a dot and without `node_modules`. In the order of their names. Nothing is loaded.
 *
 * What does not exist is yielded all the same, and told of when it is loaded.
 */
export async function* findTeiFiles(paths: readonly string[]): AsyncGenerator<FoundFile> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    const alone = paths.length === 1;
    if (found?.isDirectory()) yield* inFolder(alone ? path : '', path);
    else yield { location: path, path: alone ? basename(path) : named(path) };
  }
}

function named(path: string): string {
  return normalize(path).split(sep).join('/');
}

/** With an empty root, names begin where the working folder is. */
async function* inFolder(root: string, folder: string): AsyncGenerator<FoundFile> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    yield { location: folder, path: named(relative(root, folder)) || basename(folder) };
    return;
  }
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const location = join(folder, entry.name);
    if (entry.isDirectory()) yield* inFolder(root, location);
    else if (/\.xml$/i.test(entry.name)) yield { location, path: named(relative(root, location)) };
  }
}

/** Loads one file. A file beyond the limit is not loaded at all, and one that cannot be read is given with the reason. */
export async function loadFile({ location, path }: FoundFile): Promise<InputFile> {
  try {
    const found = await stat(location);
    // Reading a pipe or a device might never end.
    if (!found.isFile() && !found.isDirectory()) return { path, unreadable: 'it is a pipe or a device' };
    if (found.size > defaultLimits.bytes) return { path, oversize: found.size };
    return { path, bytes: await readFile(location) };
  } catch (error) {
    return { path, unreadable: reason(error) };
  }
}

/** Reads every TEI file in a folder and below it, or the files named, as one import. */
export async function readTeiFolder(
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<ImportResult> {
  async function* files(): AsyncGenerator<InputFile> {
    for await (const found of findTeiFiles(paths)) yield await loadFile(found);
  }
  return readTeiFiles(files(), options);
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'you have no right to read it';
  if (code === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message : String(error);
}
