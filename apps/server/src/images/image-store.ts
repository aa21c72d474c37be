import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Disk, type DriveFile } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Bucket } from './bucket.js';
import { StoreFailed } from './store-failed.js';

/** What is kept apart: files as they were sent, and what was made of them and has gone out in a release. */
type Shelf = 'content' | 'released';

/**
 * Where the contents of pictures are kept, each under its SHA-256: in a folder of this computer, or in a bucket of an S3 store. All
 * that is asked of it throws {StoreFailed} where it cannot be done.
 */
export class ImageStore {
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** The store in a folder. */
  static inFolder(folder: string): ImageStore {
    return new ImageStore(new Disk(new FSDriver({ location: folder, visibility: 'private' })));
  }

  /** The store in a bucket. Its programs are loaded only now: most servers keep their images in a folder. */
  static async inBucket(bucket: Bucket): Promise<ImageStore> {
    const { openBucket } = await import('./bucket-disk.js');
    return new ImageStore(openBucket(bucket));
  }

  /** Asks for something small, so that what is wrong with the store is known. */
  async check(): Promise<void> {
    await this.#ask((disk) => disk.listAll('parts', { recursive: false }).catch(emptyWhereNoFolder));
  }

  async has(sha256: string, shelf: Shelf = 'content'): Promise<boolean> {
    return this.#ask((disk) => disk.exists(contentKey(sha256, shelf)));
  }

  /** Keeps the content of a file; one that is there already is the same. */
  async keep(sha256: string, file: string, shelf: Shelf = 'content'): Promise<void> {
    if (await this.has(sha256, shelf)) return;
    // Under its hash stands what is whole, also where the server ends in the middle.
    const incoming = `incoming/${randomUUID()}`;
    await this.#ask(async (disk) => {
      await disk.putStream(incoming, createReadStream(file));
      await disk.move(incoming, contentKey(sha256, shelf));
    });
  }

  /** Writes a content into a file of this computer. */
  async fetch(sha256: string, file: string, shelf: Shelf = 'content'): Promise<void> {
    await this.#ask(async (disk) =>
      pipeline(await disk.getStream(contentKey(sha256, shelf)), createWriteStream(file)),
    );
  }

  async open(sha256: string): Promise<NodeJS.ReadableStream> {
    return this.#ask((disk) => disk.getStream(contentKey(sha256)));
  }

  async remove(sha256: string): Promise<void> {
    await this.#ask((disk) => disk.delete(contentKey(sha256)));
  }

  /** Keeps a part of a file that is being sent to an edition. */
  async keepPart(editionId: string, sha256: string, part: number, content: Uint8Array): Promise<void> {
    await this.#ask((disk) => disk.put(partKey(editionId, sha256, part), content));
  }

  /** Which parts of a file have been kept, in their order. */
  async partsOf(editionId: string, sha256: string): Promise<number[]> {
    const parts: number[] = [];
    let paginationToken: string | undefined;
    do {
      const options = paginationToken === undefined ? {} : { paginationToken };
      const page = await this.#ask((disk) =>
        disk.listAll(partsKey(editionId, sha256), options).catch(emptyWhereNoFolder),
      );
      for (const each of page.objects) if (each.isFile) parts.push(Number(each.name));
      paginationToken = page.paginationToken;
    } while (paginationToken !== undefined);
    return parts.toSorted((one, other) => one - other);
  }

  async openPart(editionId: string, sha256: string, part: number): Promise<NodeJS.ReadableStream> {
    return this.#ask((disk) => disk.getStream(partKey(editionId, sha256, part)));
  }

  /** Removes what has been sent of files that were never sent whole, where nothing was added to it since a moment. */
  async removeUnfinished(before: Date): Promise<void> {
    const latest = new Map<string, number>();
    for (const folder of ['parts', 'incoming'])
      for await (const { key, at } of this.#filesBelow(folder)) {
        // The parts of a file go together.
        const whole = folder === 'parts' ? dirname(key) : key;
        latest.set(whole, Math.max(latest.get(whole) ?? 0, at));
      }
    for (const [key, at] of latest) {
      if (at >= before.getTime()) continue;
      await this.#ask((disk) => (key.startsWith('parts/') ? disk.deleteAll(`${key}/`) : disk.delete(key)));
    }
  }

  async *#filesBelow(prefix: string): AsyncGenerator<{ readonly key: string; readonly at: number }> {
    let paginationToken: string | undefined;
    do {
      const options = { recursive: true, ...(paginationToken === undefined ? {} : { paginationToken }) };
      const page = await this.#ask((disk) => disk.listAll(prefix, options).catch(emptyWhereNoFolder));
      for (const each of page.objects) {
        if (!each.isFile) continue;
        // Who sends the last part meanwhile takes all of them away.
        const told = await each.getMetaData().catch(() => undefined);
        if (told) yield { key: each.key, at: told.lastModified.getTime() };
      }
      paginationToken = page.paginationToken;
    } while (paginationToken !== undefined);
  }

  async removeParts(editionId: string, sha256: string): Promise<void> {
    await this.#ask((disk) => disk.deleteAll(partsKey(editionId, sha256)));
  }

  async #ask<T>(work: (disk: Disk) => Promise<T>): Promise<T> {
    try {
      return await work(this.#disk);
    } catch (error) {
      throw new StoreFailed(error);
    }
  }
}

/** A folder that nothing has been put into is not there, and is as good as empty. */
function emptyWhereNoFolder(error: unknown): { objects: DriveFile[]; paginationToken?: string } {
  const { cause } = error as { cause?: { code?: unknown } };
  if (cause?.code === 'ENOENT') return { objects: [] };
  throw error;
}

const contentKey = (sha256: string, shelf: Shelf = 'content') => `${shelf}/${sha256.slice(0, 2)}/${sha256}`;

const partsKey = (editionId: string, sha256: string) =>
  `parts/${Buffer.from(editionId).toString('hex')}/${sha256}`;

const partKey = (editionId: string, sha256: string, part: number) =>
  join(partsKey(editionId, sha256), String(part));
