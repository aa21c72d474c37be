import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where the contents of pictures are kept, each under its SHA-256: in a folder of this computer. */
export class ImageStore {
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** The store in a folder. */
  static inFolder(folder: string): ImageStore {
    return new ImageStore(new Disk(new FSDriver({ location: folder, visibility: 'private' })));
  }

  async has(sha256: string): Promise<boolean> {
    return this.#disk.exists(contentKey(sha256));
  }

  /** Keeps the content of a file; one that is there already is the same. */
  async keep(sha256: string, file: string): Promise<void> {
    if (await this.has(sha256)) return;
    // Under its hash stands what is whole, also where the server ends in the middle.
    const incoming = `incoming/${randomUUID()}`;
    await this.#disk.putStream(incoming, createReadStream(file));
    await this.#disk.move(incoming, contentKey(sha256));
  }

  /** Writes a content into a file of this computer. */
  async fetch(sha256: string, file: string): Promise<void> {
    await pipeline(await this.#disk.getStream(contentKey(sha256)), createWriteStream(file));
  }

  async open(sha256: string): Promise<NodeJS.ReadableStream> {
    return this.#disk.getStream(contentKey(sha256));
  }

  async remove(sha256: string): Promise<void> {
    await this.#disk.delete(contentKey(sha256));
  }

  /** Keeps a part of a file that is being sent to an edition. */
  async keepPart(editionId: string, sha256: string, part: number, content: Uint8Array): Promise<void> {
    await this.#disk.put(partKey(editionId, sha256, part), content);
  }

  /** Which parts of a file have been kept, in their order. */
  async partsOf(editionId: string, sha256: string): Promise<number[]> {
    const parts: number[] = [];
    let paginationToken: string | undefined;
    do {
      const page = await this.#disk
        .listAll(partsKey(editionId, sha256), paginationToken === undefined ? {} : { paginationToken })
        .catch((error: unknown) => {
          if (isNoFolder(error)) return { objects: [], paginationToken: undefined };
          throw error;
        });
      for (const each of page.objects) if (each.isFile) parts.push(Number(each.name));
      paginationToken = page.paginationToken;
    } while (paginationToken !== undefined);
    return parts.toSorted((one, other) => one - other);
  }

  async openPart(editionId: string, sha256: string, part: number): Promise<NodeJS.ReadableStream> {
    return this.#disk.getStream(partKey(editionId, sha256, part));
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
      if (key.startsWith('parts/')) await this.#disk.deleteAll(`${key}/`);
      else await this.#disk.delete(key);
    }
  }

  async *#filesBelow(prefix: string): AsyncGenerator<{ readonly key: string; readonly at: number }> {
    let paginationToken: string | undefined;
    do {
      const page = await this.#disk
        .listAll(prefix, { recursive: true, ...(paginationToken === undefined ? {} : { paginationToken }) })
        .catch((error: unknown) => {
          if (isNoFolder(error)) return { objects: [], paginationToken: undefined };
          throw error;
        });
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
    await this.#disk.deleteAll(partsKey(editionId, sha256));
  }
}

function isNoFolder(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } };
  return cause?.code === 'ENOENT';
}

const contentKey = (sha256: string) => `content/${sha256.slice(0, 2)}/${sha256}`;

const partsKey = (editionId: string, sha256: string) =>
  `parts/${Buffer.from(editionId).toString('hex')}/${sha256}`;

const partKey = (editionId: string, sha256: string, part: number) =>
  join(partsKey(editionId, sha256), String(part));
