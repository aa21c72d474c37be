import { posix } from 'node:path';
import { fileStem } from '@chancery/tei';
import type { EditionSource, TeiFile } from './edition-source.js';
import { PublishError } from './publish-error.js';
import type { PublishWarning } from './publish-report.js';
import { faultOf, volumeOf } from './read-once.js';

/** A document of the volume with its address. Without a file it is listed as in preparation. */
export interface Document {
  readonly id: string;
  readonly file: TeiFile | undefined;
}

export interface OrderedEdition {
  readonly volume: TeiFile;
  /** In the order of the volume's list; documents that the list leaves out come last. */
  readonly documents: readonly Document[];
  readonly warnings: readonly PublishWarning[];
}

/**
 * Puts the documents in the order of the volume's list and gives each its address, its `xml:id`.
 *
 * @throws {PublishError} `unreadable`, `unsafe-id`, `duplicate-id`, `nothing-to-publish`
 */
export function orderEdition({ volume, letters }: EditionSource): OrderedEdition {
  const warnings: PublishWarning[] = [];
  checkReadable(volume);
  const byPath = new Map(letters.map((file) => [posix.normalize(file.path), file]));
  const byStem = new Map(letters.map((file) => [fileStem(file.path), file]));
  const folder = posix.dirname(volume.path);
  const documents: Document[] = [];
  const placed = new Set<TeiFile>();
  for (const { target, id } of volumeOf(volume).letters) {
    const path = pathIn(target);
    const file = byPath.get(posix.join(folder, path)) ?? byStem.get(fileStem(path)) ?? byStem.get(id);
    if (!file) {
      warnings.push({
        code: 'in-preparation',
        file: volume.path,
        message: `“${target}” is listed and was not given; it stands in the contents as in preparation.`,
      });
    } else if (placed.has(file)) {
      throw new PublishError('duplicate-id', `“${target}” is listed twice.`, { file: volume.path });
    }
    if (file) placed.add(file);
    documents.push({ id: file ? idOf(file) : id, file });
  }
  for (const file of letters) {
    if (placed.has(file)) continue;
    warnings.push({
      code: 'not-listed',
      file: file.path,
      message: 'The volume’s list of documents does not name this file; it stands at the end.',
    });
    documents.push({ id: idOf(file), file });
  }
  if (placed.size === 0 && letters.length === 0) {
    throw new PublishError('nothing-to-publish', 'The volume has no documents yet.', { file: volume.path });
  }
  checkAddresses(documents.map(({ id, file }) => ({ id, file: file?.path ?? volume.path })));
  return { volume, documents, warnings };
}

/** The files of an edition that are there, the volume's own first. */
export function filesOf({ volume, documents }: OrderedEdition): readonly TeiFile[] {
  return [volume, ...documents.flatMap(({ file }) => file ?? [])];
}

/** @throws {PublishError} `unreadable` */
export function checkReadable(file: TeiFile): void {
  const fault = faultOf(file);
  if (fault)
    throw new PublishError('unreadable', `${fault.message} ${fault.advice}`, { ...fault, file: file.path });
}

/** The path that a pointer names, whose characters it may write in other ways (RFC 3986, 2.1): `a%23b.xml` is a file `a#b.xml`. */
function pathIn(pointer: string): string {
  const path = pointer.replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function idOf(file: TeiFile): string {
  if (file.id !== undefined) return file.id;
  const root = /<TEI\b[^>]*?\sxml:id\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(file.source);
  return root?.[1] ?? root?.[2] ?? fileStem(file.path);
}

/** Whether an identifier can be the name of a folder in an address. */
export function isAddress(id: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}._-]{0,199}$/u.test(id) && !id.endsWith('.');
}

/** What two identifiers have in common that would be one folder on some disks. */
export function folderOf(id: string): string {
  return id.normalize('NFC').toLowerCase();
}

/**
 * An address is one folder name: an XML name of letters, figures, hyphens, points and low lines, so that nothing in it
 * leads to another folder or needs escaping. Two that differ in capitals only would be one folder on some disks.
 */
export function checkAddresses(addresses: Iterable<{ readonly id: string; readonly file: string }>): void {
  const taken = new Map<string, string>();
  for (const { id, file } of addresses) {
    if (!isAddress(id)) {
      const message = `The identifier “${id}” cannot be an address. Use letters, figures, hyphens and low lines.`;
      throw new PublishError('unsafe-id', message, { file });
    }
    const folder = folderOf(id);
    const other = taken.get(folder);
    if (other !== undefined) {
      throw new PublishError('duplicate-id', `The identifier “${id}” is used in ${other} also.`, { file });
    }
    taken.set(folder, file);
  }
}
