import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { PartName } from './parts/part-name.js';
import { PublishError } from './publish-error.js';

/** The list of what a publication wrote, kept in its folder: each file by path, with its part and its SHA-256. */
export const manifestName = 'publication.json';

/** What the edition was called when it was published, and the day. */
export interface Release {
  readonly name: string;
  readonly date: string;
}

interface Manifest {
  /** In the order in which they were published. */
  readonly releases: readonly Release[];
  readonly files: Readonly<Record<string, { readonly part: PartName; readonly sha256: string }>>;
}

/**
 * A folder that is made beside the one published into and takes its place whole, by renaming, or not at all. Until
 * then, and after any failure, the last good publication stands untouched.
 */
export class OutputFolder {
  readonly #target: string;
  readonly #building: string;
  readonly #last: Manifest | undefined;
  readonly #files: Record<string, { part: PartName; sha256: string }> = {};
  readonly #releases: Release[];
  readonly #folders = new Map<string, Promise<unknown>>();

  private constructor(target: string, building: string, last: Manifest | undefined) {
    this.#target = target;
    this.#building = building;
    this.#last = last;
    this.#releases = [...(last?.releases ?? [])];
  }

  /**
   * Begins a folder that is to replace `out`.
   *
   * @throws {PublishError} `folder-in-use` when `out` holds files that no publication made, which must not be lost;
   *   `not-written` when nothing can be written beside it.
   */
  static async begin(out: string): Promise<OutputFolder> {
    const target = resolve(out);
    try {
      await mkdir(dirname(target), { recursive: true });
      await recover(target);
      const last = await examine(target);
      const building = await makeBeside(target, 'building');
      return new OutputFolder(target, building, last);
    } catch (error) {
      throw asPublishError(error);
    }
  }

  /** Writes one file; others may be written at once. The path is relative, with slashes, and made of checked addresses. */
  async write(part: PartName, path: string, content: string | Uint8Array): Promise<void> {
    const file = join(this.#building, path);
    if (!file.startsWith(join(this.#building, '/'))) {
      throw new PublishError('unsafe-id', `“${path}” would be written outside of the edition.`);
    }
    try {
      await this.#makeFolder(dirname(file));
      await writeFile(file, content, { flag: 'wx' });
    } catch (error) {
      throw asPublishError(error);
    }
    this.#files[path] = { part, sha256: createHash('sha256').update(content).digest('hex') };
  }

  /** All pages that the last publication had, those among them that had gone before. */
  get formerPages(): string[] {
    return Object.entries(this.#last?.files ?? {}).flatMap(([path, { part }]) =>
      part === 'web' && path.endsWith('index.html') ? path : [],
    );
  }

  /** The releases that this publication follows, itself the last where it is one. */
  get releases(): readonly Release[] {
    return this.#releases;
  }

  /** Enters a release; one that is published again keeps its day. */
  enterRelease(release: Release): void {
    if (!this.#releases.some(({ name }) => name === release.name)) this.#releases.push(release);
  }

  /** Whether the last publication has files of a part. */
  holds(part: PartName): boolean {
    return Object.values(this.#last?.files ?? {}).some((file) => file.part === part);
  }

  /** Whether the last publication has that file of a part. */
  hasFile(part: PartName, path: string): boolean {
    return this.#last?.files[path]?.part === part;
  }

  /** Takes the files of a part over from the last publication as they are. */
  async keep(part: PartName): Promise<void> {
    try {
      for (const [path, file] of Object.entries(this.#last?.files ?? {})) {
        if (file.part !== part) continue;
        await this.#makeFolder(dirname(join(this.#building, path)));
        await copyFile(join(this.#target, path), join(this.#building, path), constants.COPYFILE_FICLONE);
        this.#files[path] = file;
      }
    } catch (error) {
      throw asPublishError(error);
    }
  }

  #makeFolder(path: string): Promise<unknown> {
    const known = this.#folders.get(path);
    if (known) return known;
    const made = mkdir(path, { recursive: true });
    this.#folders.set(path, made);
    return made;
  }

  /** Puts the new folder in the place of the last one. */
  async commit(): Promise<void> {
    try {
      const files = Object.fromEntries(Object.entries(this.#files).sort(([a], [b]) => (a < b ? -1 : 1)));
      const manifest: Manifest = { releases: this.#releases, files };
      await writeFile(join(this.#building, manifestName), `${JSON.stringify(manifest, undefined, 1)}\n`);
      if (!(await exists(this.#target))) {
        await rename(this.#building, this.#target);
        return;
      }
      const last = await makeBeside(this.#target, 'last');
      await rename(this.#target, last);
      try {
        await rename(this.#building, this.#target);
      } catch (error) {
        await rename(last, this.#target);
        throw error;
      }
      await rm(last, { recursive: true, force: true });
    } catch (error) {
      throw asPublishError(error);
    }
  }

  /** Takes the unfinished folder away. */
  async abandon(): Promise<void> {
    await rm(this.#building, { recursive: true, force: true });
  }
}

/**
 * Ends what a killed process left: when it died between the two renamings, the last publication is put back; folders
 * of processes that no longer run are removed.
 */
async function recover(target: string): Promise<void> {
  const prefix = `.${basename(target)}.`;
  const leftovers = (await readdir(dirname(target))).filter((name) => name.startsWith(prefix));
  for (const name of leftovers) {
    const [kind, pid] = name.slice(prefix.length).split('-');
    if ((kind !== 'building' && kind !== 'last') || running(Number(pid))) continue;
    const path = join(dirname(target), name);
    if (kind === 'last' && !(await exists(target)) && (await exists(join(path, manifestName)))) {
      await rename(path, target);
    } else {
      await rm(path, { recursive: true, force: true });
    }
  }
}

function running(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

let count = 0;

async function makeBeside(target: string, kind: 'building' | 'last'): Promise<string> {
  count += 1;
  const path = join(dirname(target), `.${basename(target)}.${kind}-${process.pid}-${count}`);
  await mkdir(path);
  if (kind === 'last') await rmdir(path);
  return path;
}

async function examine(target: string): Promise<Manifest | undefined> {
  if (!(await exists(target))) return undefined;
  const names = await readdir(target, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(target.length + 1)
        .replaceAll('\\', '/'),
    );
  if (files.length === 0) return undefined;
  const manifest = await readManifest(join(target, manifestName));
  const strange = files.find((file) => file !== manifestName && !Object.hasOwn(manifest?.files ?? {}, file));
  if (strange !== undefined) {
    const message = `The folder ${target} holds “${strange}”, which no publication made, and is left as it is.`;
    throw new PublishError('folder-in-use', `${message} Choose an empty folder.`);
  }
  return manifest;
}

const releasesRead = z.array(z.object({ name: z.string(), date: z.string() }));

async function readManifest(path: string): Promise<Manifest | undefined> {
  try {
    const read = JSON.parse(await readFile(path, 'utf8')) as Partial<Manifest> | null;
    if (typeof read?.files !== 'object' || read.files === null) return undefined;
    const { data = [] } = releasesRead.safeParse(read.releases);
    return { files: read.files, releases: data };
  } catch {
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function asPublishError(error: unknown): unknown {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (error instanceof PublishError || typeof code !== 'string') return error;
  const why = plain[code] ?? message;
  return new PublishError(
    'not-written',
    `The edition could not be written: ${why}`,
    path ? { file: path } : {},
    {
      cause: error,
    },
  );
}

const plain: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full.',
  EACCES: 'the folder may not be written to.',
  EPERM: 'the folder may not be written to.',
  EROFS: 'the disk may only be read.',
  ENOTDIR: 'there is a file where a folder is needed.',
  EEXIST: 'there is a file where a folder is needed.',
  EBUSY: 'the folder is in use by another program.',
};
