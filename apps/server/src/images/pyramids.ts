import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImageReader } from './image-reader.js';
import type { ImageStore } from './image-store.js';
import { pyramidFile } from './make-leaves.js';
import type { ReadLeaf, ReadSoFar } from './read-messages.js';

/**
 * The pyramids that pictures are shown from, on this computer. They are made when a file is added, and again of what the store
 * keeps where they are not there: after a restore, say, or on another node.
 */
export class Pyramids {
  readonly #folder: string;
  readonly #store: ImageStore;
  readonly #reader: ImageReader;
  readonly #making = new Map<string, Promise<unknown>>();
  readonly #soFar = new Map<string, ReadSoFar>();

  constructor(folder: string, store: ImageStore, reader: ImageReader) {
    this.#folder = folder;
    this.#store = store;
    this.#reader = reader;
  }

  /**
   * Reads a file, and keeps the pyramids of its leaves under its hash.
   *
   * @throws {Unreadable} and keeps nothing
   */
  async make(sha256: string, file: string): Promise<readonly ReadLeaf[]> {
    const made = `${this.#folderOf(sha256)}.${randomUUID()}`;
    await mkdir(made, { recursive: true });
    try {
      const leaves = await this.#reader.read(file, made, (soFar) => this.#soFar.set(sha256, soFar));
      // Where another has put its own there meanwhile, that is the same, and whole.
      await rename(made, this.#folderOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      });
      return leaves;
    } finally {
      this.#soFar.delete(sha256);
      await rm(made, { recursive: true, force: true });
    }
  }

  /** How far the reading of a file is; undefined for one that is not being read by this server. */
  progressOf(sha256: string): ReadSoFar | undefined {
    return this.#soFar.get(sha256);
  }

  /** The file with the pyramid of a page. */
  async fileOf(sha256: string, page: number): Promise<string> {
    const file = pyramidFile(this.#folderOf(sha256), page);
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (!isThere) await this.#again(sha256);
    return file;
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#folderOf(sha256), { recursive: true, force: true });
  }

  #again(sha256: string): Promise<unknown> {
    const making =
      this.#making.get(sha256) ??
      (async () => {
        const original = `${this.#folderOf(sha256)}.${randomUUID()}.original`;
        await mkdir(dirname(original), { recursive: true });
        try {
          await this.#store.fetch(sha256, original);
          await this.make(sha256, original);
        } finally {
          await rm(original, { force: true });
          this.#making.delete(sha256);
        }
      })();
    this.#making.set(sha256, making);
    return making;
  }

  #folderOf(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }
}
