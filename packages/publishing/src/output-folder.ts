import { hash } from 'node:crypto';
import { constants, mkdirSync } from 'node:fs';
import { access, copyFile, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { asPublishError, damagedFile, overtaken } from './folder-errors.js';
import { digestOfFile, linkOrCopy, readNow } from './folder-files.js';
import { inTurn } from './in-turn.js';
import { isRunning } from './is-running.js';
import type { PartName } from './parts/part-name.js';
import {
  keepPublicationList,
  listName,
  type Maker,
  type PublicationList,
  pagesIn,
  type Release,
  readPublicationList,
  writtenList,
} from './publication-list.js';
import { PublishError } from './publish-error.js';
import type { Made, Reuse, Taken } from './reuse/reuse.js';
import { SeenFiles } from './seen-files.js';

/** A file that lies ready to be published. */
export interface ReadyFile {
  /** Where it is on this computer. */
  readonly file: string;
  readonly sha256: string;
}

/**
 * A folder that is made beside the one published into and takes its place whole, by renaming, or not at all. Until
 * then, and after any failure, the last good publication stands untouched.
 */
export class OutputFolder {
  readonly #target: string;
  readonly #building: string;
  readonly #last: PublicationList | undefined;
  readonly #followed: PublicationList | undefined;
  /** The files of the last publication by their parts. */
  readonly #lastOf = new Map<string, string[]>();
  readonly #files = new Map<string, { part: string; sha256: string }>();
  readonly #made = new Map<Maker, Map<string, Made>>();
  readonly #releases: Release[];
  readonly #seen: SeenFiles;
  readonly #folders = new Map<string, Promise<unknown>>();
  readonly #foldersNow = new Set<string>();
  /** Whether parts of the last publication are to stand beside what is made. */
  #keeps = false;

  private constructor(
    target: string,
    building: string,
    last: PublicationList | undefined,
    followed: PublicationList | undefined,
  ) {
    this.#target = target;
    this.#building = building;
    this.#seen = new SeenFiles(target);
    this.#last = last;
    this.#followed = followed;
    for (const [path, { part }] of Object.entries(last?.files ?? {})) {
      const of = this.#lastOf.get(part);
      if (of) of.push(path);
      else this.#lastOf.set(part, [path]);
    }
    this.#releases = [...(followed?.releases ?? [])];
    for (const release of last?.releases ?? []) this.enterRelease(release);
  }

  /**
   * Begins a folder that is to replace `out`.
   *
   * @param followed the release before, which is in a folder of its own: its addresses and releases are known here too
   * @throws {PublishError} `folder-in-use` when `out` holds files that no publication made, which must not be lost;
   *   `not-written` when nothing can be written beside it.
   */
  static async begin(out: string, followed?: PublicationList): Promise<OutputFolder> {
    const target = resolve(out);
    try {
      await mkdir(dirname(target), { recursive: true });
      await recover(target);
      const last = await examine(target);
      const building = await makeBeside(target, 'building');
      return new OutputFolder(target, building, last, followed);
    } catch (error) {
      throw asPublishError(error);
    }
  }

  /** Writes one file; others may be written at once. The path is relative, with slashes, and made of checked addresses. */
  async write(part: PartName, path: string, content: string | Uint8Array): Promise<void> {
    const file = this.#placeOf(path);
    try {
      await this.#makeFolder(dirname(file));
      await writeFile(file, content, { flag: 'wx' });
    } catch (error) {
      throw asPublishError(error);
    }
    this.#files.set(path, { part, sha256: hash('sha256', content) });
  }

  #placeOf(path: string): string {
    const file = join(this.#building, path);
    if (!file.startsWith(join(this.#building, '/')))
      throw new PublishError('unsafe-id', `“${path}” would be written outside of the edition.`);
    return file;
  }

  /**
   * Takes one file that lies ready, of whatever length: a link to that of the last publication where it is the same, else a copy. No
   * two may have one path.
   *
   * @param alsoAs other paths that it has, which take no room where the disk knows links
   * @throws {PublishError} `damaged-file` when it is not what its SHA-256 says
   */
  async place(
    part: PartName,
    path: string,
    { file, sha256 }: ReadyFile,
    alsoAs: readonly string[] = [],
  ): Promise<void> {
    const to = this.#placeOf(path);
    const last = join(this.#target, path);
    try {
      await this.#makeFolder(dirname(to));
      if (this.#last?.files[path]?.sha256 === sha256 && (await digestOfFile(last)) === sha256)
        linkOrCopy(last, to);
      else {
        await copyFile(file, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
        if ((await digestOfFile(to)) !== sha256) throw damagedFile(path);
      }
      for (const other of alsoAs) {
        const name = this.#placeOf(other);
        await this.#makeFolder(dirname(name));
        linkOrCopy(to, name);
      }
    } catch (error) {
      throw asPublishError(error);
    }
    for (const each of [path, ...alsoAs]) this.#files.set(each, { part, sha256 });
  }

  /** What may be taken over from the last publication for one part, or for the plan, and what is noted for the next. */
  reuse(maker: Maker): Reuse {
    const last = new Map(Object.entries(this.#last?.made[maker] ?? {}));
    const made = new Map<string, Made>();
    this.#made.set(maker, made);
    return {
      note: (name, each) => void made.set(name, each),
      lastFile: (path) => this.#lastFile(path),
      knows: (name, key) => last.get(name)?.key === key,
      take: (name, key) => {
        const known = last.get(name);
        const taken = known?.key === key ? this.#take(known) : undefined;
        if (known && taken) made.set(name, known);
        return taken;
      },
    };
  }

  /** Files are links to those of the last publication, which nothing ever writes into: it stays whole until it is replaced. */
  #take(made: Made): Taken | undefined {
    if (!made.files.every((path) => this.#isAsWritten(path))) return undefined;
    try {
      for (const path of made.files) {
        const [from, to] = [join(this.#target, path), join(this.#building, path)];
        this.#makeFolderNow(dirname(to));
        linkOrCopy(from, to);
        const file = this.#last?.files[path];
        if (file) this.#files.set(path, file);
      }
    } catch (error) {
      throw asPublishError(error);
    }
    return { ...made, content: (path) => readNow(join(this.#building, path)).content };
  }

  /** Whether the last publication has a file as it was written. */
  #isAsWritten(path: string): boolean {
    const sha256 = this.#last?.files[path]?.sha256;
    if (sha256 !== undefined && this.#seen.isStill(join(this.#target, path), path, sha256)) return true;
    return this.#lastFile(path) !== undefined;
  }

  /** A file of the last publication, if it is as it was written. */
  #lastFile(path: string): Buffer | undefined {
    const file = this.#last?.files[path];
    if (!file) return undefined;
    try {
      const { content, stats } = readNow(join(this.#target, path));
      if (hash('sha256', content) !== file.sha256) return undefined;
      this.#seen.saw(path, stats, file.sha256);
      return content;
    } catch {
      return undefined;
    }
  }

  /** All pages that the last publication and the release before had, those among them that had gone before. */
  get formerPages(): string[] {
    return [...new Set([this.#followed, this.#last].flatMap((list) => (list ? pagesIn(list) : [])))];
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
    return this.#lastOf.has(part);
  }

  /** Whether the last publication has that file of a part. */
  hasFile(part: PartName, path: string): boolean {
    return this.#last?.files[path]?.part === part;
  }

  /** Takes the files of a part, or what the plan is made of, over from the last publication as they are. */
  async keep(part: Maker): Promise<void> {
    this.#keeps ||= part !== 'plan' && this.holds(part);
    // One file may have several paths (`place`).
    const kept = new Map<string, string>();
    try {
      for (const path of this.#lastOf.get(part) ?? []) {
        const file = this.#last?.files[path];
        if (!file) continue;
        const to = join(this.#building, path);
        await this.#makeFolder(dirname(to));
        const same = kept.get(file.sha256);
        if (same === undefined) await copyFile(join(this.#target, path), to, constants.COPYFILE_FICLONE);
        else linkOrCopy(same, to);
        kept.set(file.sha256, to);
        this.#files.set(path, file);
      }
      this.#made.set(part, new Map(Object.entries(this.#last?.made[part] ?? {})));
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? overtaken() : asPublishError(error);
    }
  }

  #makeFolderNow(path: string): void {
    if (this.#foldersNow.has(path)) return;
    mkdirSync(path, { recursive: true });
    this.#foldersNow.add(path);
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
      if (this.#made.get('plan')?.size === 0) await this.keep('plan');
      const made = Object.fromEntries([...this.#made].map(([maker, of]) => [maker, Object.fromEntries(of)]));
      const files = Object.fromEntries(this.#files);
      const list = writtenList({ releases: this.#releases, files, made });
      await writeFile(join(this.#building, listName), list);
      const last = await inTurn(`${beside(this.#target)}turn`, () => this.#exchange());
      this.#seen.keep();
      keepPublicationList(join(this.#target, listName), list);
      if (last !== undefined) await rm(last, { recursive: true, force: true });
    } catch (error) {
      throw asPublishError(error);
    }
  }

  /** @returns where the last publication is now, if there was one */
  async #exchange(): Promise<string | undefined> {
    const there = await readPublicationList(join(this.#target, listName));
    const isOvertaken = there !== undefined && !isDeepStrictEqual(there, this.#last);
    if (isOvertaken && (this.#keeps || this.#forgets(there))) throw overtaken();
    if (!(await exists(this.#target))) {
      await rename(this.#building, this.#target);
      return undefined;
    }
    const last = await makeBeside(this.#target, 'last');
    await rename(this.#target, last);
    try {
      await rename(this.#building, this.#target);
    } catch (error) {
      await rename(last, this.#target);
      throw error;
    }
    return last;
  }

  /** Whether addresses or releases of a publication would be no more once this one stands in its place. */
  #forgets(there: PublicationList): boolean {
    return (
      pagesIn(there).some((path) => !this.#files.has(path)) ||
      there.releases.some(({ name }) => !this.#releases.some((known) => known.name === name))
    );
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
    if ((kind !== 'building' && kind !== 'last') || isRunning(Number(pid))) continue;
    const path = join(dirname(target), name);
    if (kind === 'last' && !(await exists(target)) && (await exists(join(path, listName)))) {
      await rename(path, target);
    } else {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/**
 * Where the last publication into a folder stands: in it, or for the moment between the two renamings of a new one, and where a process
 * was killed in that moment, beside it.
 *
 * @returns undefined where nothing was published
 */
export async function standingPublication(out: string): Promise<string | undefined> {
  const target = resolve(out);
  const prefix = `.${basename(target)}.last-`;
  // It may move while it is looked for, and more than once.
  for (let tries = 0; tries < 5; tries += 1) {
    if (await exists(join(target, listName))) return target;
    const names = await readdir(dirname(target)).catch(() => []);
    for (const name of names.filter((each) => each.startsWith(prefix))) {
      const path = join(dirname(target), name);
      if (await exists(join(path, listName))) return path;
    }
  }
  return undefined;
}

/** What names of folders and files beside the target begin with; none of them is asked for by its address. */
function beside(target: string): string {
  return join(dirname(target), `.${basename(target)}.`);
}

let count = 0;

async function makeBeside(target: string, kind: 'building' | 'last'): Promise<string> {
  count += 1;
  const path = `${beside(target)}${kind}-${process.pid}-${count}`;
  await mkdir(path);
  if (kind === 'last') await rmdir(path);
  return path;
}

async function examine(target: string): Promise<PublicationList | undefined> {
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
  const list = await readPublicationList(join(target, listName));
  const strange = files.find((file) => file !== listName && !Object.hasOwn(list?.files ?? {}, file));
  if (strange !== undefined) {
    const message = `The folder ${target} holds “${strange}”, which no publication made, and is left as it is.`;
    throw new PublishError('folder-in-use', `${message} Choose an empty folder.`);
  }
  return list;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
