import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSha256 } from '@chancery/publishing/edition';
import { z } from 'zod';
import type { ImageReader } from './image-reader.js';
import type { ImageStore } from './image-store.js';
import { webFile } from './make-leaves.js';
import type { Pyramids } from './pyramids.js';
import { longestSide, webRecipe } from './web-picture.js';

/** A leaf that is kept here. */
interface KeptLeaf {
  /** Of the file that it was sent in. */
  readonly sha256: string;
  /** Its page there, from 0. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly levels: number;
}

const made = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.int().positive(),
  height: z.int().positive(),
  recipe: z.string(),
  /** Of the file, as it was when it was made. */
  bytes: z.number(),
  changed: z.number(),
});

/** A leaf as it is published. */
interface WebImage extends Pick<z.infer<typeof made>, 'sha256' | 'width' | 'height' | 'recipe'> {
  readonly file: string;
}

/**
 * Leaves as they are published, on this computer: each is made once of its pyramid, in a process of its own. What has gone out in a
 * release is kept in the store, so that it is the same to the byte whatever would be made of the leaf later.
 */
export class WebImages {
  readonly #folder: string;
  readonly #store: ImageStore;
  readonly #pyramids: Pyramids;
  readonly #reader: ImageReader;

  constructor(folder: string, store: ImageStore, pyramids: Pyramids, reader: ImageReader) {
    this.#folder = folder;
    this.#store = store;
    this.#pyramids = pyramids;
    this.#reader = reader;
  }

  /**
   * A leaf as it is published; made where it is not there.
   *
   * @throws {Unreadable} | {StoreFailed}
   */
  async of(leaf: KeptLeaf): Promise<WebImage> {
    return (await this.#known(leaf)) ?? this.#make(leaf);
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#folderOf(sha256), { recursive: true, force: true });
  }

  /** Keeps what goes out in a release. */
  async release({ sha256, file }: Pick<WebImage, 'sha256' | 'file'>): Promise<void> {
    await this.#store.keep(sha256, file, 'released');
  }

  /** The file of what went out in a release. */
  async released(sha256: string): Promise<string> {
    const file = join(this.#folder, 'released', sha256.slice(0, 2), `${sha256}.jpg`);
    const isThere = await stat(file).then(
      () => true,
      () => false,
    );
    if (isThere && (await fileSha256(file)) === sha256) return file;
    const fetched = `${file}.${randomUUID()}`;
    await mkdir(join(file, '..'), { recursive: true });
    try {
      await this.#store.fetch(sha256, fetched, 'released');
      await rename(fetched, file);
    } finally {
      await rm(fetched, { force: true });
    }
    return file;
  }

  /** What was made before, as it was left, and as it would be made now. */
  async #known(leaf: KeptLeaf): Promise<WebImage | undefined> {
    try {
      const told = made.parse(JSON.parse(await readFile(this.#tellsOf(leaf), 'utf8')));
      const file = this.#fileOf(leaf, told.sha256);
      const { size, mtimeMs } = await stat(file);
      const isSame = told.recipe === webRecipe && told.bytes === size && told.changed === mtimeMs;
      return isSame ? { ...told, file } : undefined;
    } catch {
      return undefined;
    }
  }

  async #make(leaf: KeptLeaf): Promise<WebImage> {
    const pyramid = await this.#pyramids.fileOf(leaf.sha256, leaf.page);
    const work = `${this.#folderOf(leaf.sha256)}.${randomUUID()}`;
    await mkdir(work, { recursive: true });
    await mkdir(this.#folderOf(leaf.sha256), { recursive: true });
    try {
      const level = levelFor(leaf);
      const [written] = await this.#reader.forWeb(pyramid, work, [level]);
      if (!written) throw new Error('The picture has not been written.');
      const { width, height } = written;
      const sha256 = await fileSha256(webFile(work, level));
      const file = this.#fileOf(leaf, sha256);
      await rename(webFile(work, level), file);
      const { size: bytes, mtimeMs: changed } = await stat(file);
      const told = { sha256, width, height, recipe: webRecipe, bytes, changed };
      // It is told of last, so that of what is told all is there.
      const tells = join(work, 'tells.json');
      await writeFile(tells, JSON.stringify(told));
      await rename(tells, this.#tellsOf(leaf));
      return { ...told, file };
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }

  #folderOf(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  #tellsOf({ sha256, page }: KeptLeaf): string {
    return join(this.#folderOf(sha256), `${page}.json`);
  }

  #fileOf(leaf: KeptLeaf, sha256: string): string {
    return join(this.#folderOf(leaf.sha256), `${leaf.page}-${sha256}.jpg`);
  }
}

/** The smallest level of a pyramid that is no smaller than what is published. */
function levelFor({ width, height, levels }: KeptLeaf): number {
  let level = 0;
  while (level + 1 < levels && Math.max(width, height) >> (level + 1) >= longestSide) level += 1;
  return level;
}
