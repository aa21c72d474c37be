import { mkdtemp, open, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { EditionImage, TeiFile } from '@chancery/publishing';
import { fileSha256, lastImages } from '@chancery/publishing/edition';
import { type ImageKinds, isWebAddress, mayShowImages, namedImages, pathFrom } from '@chancery/tei';
import { checkWellFormed, lineAndColumn, parseTree } from '@chancery/xml';
import { headBytes, imageKindOf } from './image-kind.js';
import { imageLimits } from './image-limits.js';
import { ImageReader } from './image-reader.js';
import { webFile } from './make-leaves.js';
import { Unreadable } from './unreadable.js';
import { webRecipe } from './web-picture.js';

/** Images that are read at once. */
const atOnce = 2;

/** An image that a file shows and that is not published. */
export interface ImageMissed {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** The images that the files of a folder show, as they are published. */
export interface FolderImages {
  readonly images: readonly EditionImage[];
  readonly missed: readonly ImageMissed[];
  /** Takes away what was made of them, once they are published. */
  forget(): Promise<void>;
}

/**
 * The images of the copy that lie in a folder beside its TEI files, as these name them: `../images/scan-1.jpg`, or `volume.pdf#page=2`. Each
 * is read in a process of its own that is bounded in memory and time; one that was published last is not read again.
 *
 * @param settings.out the folder that is published into
 * @param settings.kinds which of them what is published shows
 */
export async function imagesOfFolder(settings: {
  readonly folder: string;
  readonly letters: readonly TeiFile[];
  readonly out: string;
  readonly kinds: ImageKinds;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}): Promise<FolderImages> {
  const { folder, letters, out, kinds, signal, onProgress = () => undefined } = settings;
  const work = await mkdtemp(join(tmpdir(), 'chancery-images-'));
  const forget = () => rm(work, { recursive: true, force: true });
  const reader = new ImageReader();
  const end = () => reader.stop();
  signal?.addEventListener('abort', end, { once: true });
  try {
    const last = await lastImages(out);
    const root = await realpath(folder);
    const all = [...shownBy(letters, kinds)];
    const images: EditionImage[] = [];
    const missed: ImageMissed[] = [];
    // Who publishes tells that it was stopped.
    for (let from = 0; from < all.length && !signal?.aborted; from += atOnce) {
      const some = all.slice(from, from + atOnce);
      for (const each of await Promise.all(some.map(([path, shown]) => imageOf(path, shown))))
        if (Array.isArray(each)) missed.push(...each);
        else images.push(each);
      onProgress(Math.min(from + atOnce, all.length), all.length);
    }
    return { images, missed, forget };

    /** The image of a path; where it cannot be published, where that is to be told. */
    async function imageOf(path: string, shown: Shown): Promise<EditionImage | ImageMissed[]> {
      try {
        return { path, ...(await madeOf(await fileIn(root, shown.file), shown.page)) };
      } catch (error) {
        if (signal?.aborted) return [];
        if (!(error instanceof Unreadable)) throw error;
        const message = `The image “${shown.url}” ${error.message}`;
        return shown.places.map(({ file, line }) => ({ file, line, message }));
      }
    }

    async function madeOf(file: string, page: number) {
      const name = `${await fileSha256(file)}${page === 0 ? '' : `-${page + 1}`}.jpg`;
      const known = last(name);
      if (known?.recipe === webRecipe) return { name, ...known };
      const made = await mkdtemp(join(work, 'leaf-'));
      const [leaf] = await reader.forWeb(file, made, [page]);
      if (!leaf) throw new Unreadable('has no such page.');
      const { width, height } = leaf;
      const written = webFile(made, page);
      return { name, width, height, recipe: webRecipe, file: written, sha256: await fileSha256(written) };
    }
  } catch (error) {
    await forget();
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

/** An image, and where it is shown. */
interface Shown {
  /** As the first that shows it writes it. */
  readonly url: string;
  /** From the folder, with slashes; undefined where it leads out of it. */
  readonly file: string | undefined;
  /** From 0. */
  readonly page: number;
  readonly places: { readonly file: string; readonly line: number }[];
}

/** The images that files show and that are not on the web, by their paths. */
function shownBy(letters: readonly TeiFile[], kinds: ImageKinds): ReadonlyMap<string, Shown> {
  const all = new Map<string, Shown>();
  for (const { path: letter, source } of letters) {
    if (!mayShowImages(source) || checkWellFormed(source)) continue;
    const tei = parseTree(source);
    for (const { url, start } of namedImages(tei, kinds)) {
      if (isWebAddress(url)) continue;
      const [, name = url, page = '1'] = /^(.*)#page=([1-9]\d{0,4})$/.exec(url) ?? [];
      const path = leadsOut(letter, name) ? `/${url}` : pathFrom(letter, url);
      const shown = all.get(path) ?? {
        url,
        file: path.startsWith('/') ? undefined : pathFrom(letter, decoded(name)),
        page: Number(page) - 1,
        places: [],
      };
      shown.places.push({ file: letter, line: lineAndColumn(source, start).line });
      all.set(path, shown);
    }
  }
  return all;
}

/** Whether a pointer leads above the folder, or is none within it. */
function leadsOut(letter: string, pointer: string): boolean {
  const name = decoded(pointer);
  if (/^[/\\]|^[\p{L}][\p{L}\d+.-]*:|[\\\0]/u.test(name)) return true;
  let depth = letter.split('/').length - 1;
  for (const part of name.split('/')) {
    depth += part === '..' ? -1 : part === '.' || part === '' ? 0 : 1;
    if (depth < 0) return true;
  }
  return false;
}

/** The name that a pointer writes, whose characters it may write in other ways (RFC 3986, 2.1). */
function decoded(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}

/**
 * A picture in the folder.
 *
 * @throws {Unreadable} when it is not there, leads out of it, or is none that is taken
 */
async function fileIn(root: string, path: string | undefined): Promise<string> {
  const outside = 'is not in the folder that is published, and is not shown. Put it there.';
  if (path === undefined) throw new Unreadable(outside);
  const file = await realpath(join(root, ...path.split('/'))).catch(() => {
    throw new Unreadable('is not there, and is not shown. Put it there, or mend its name.');
  });
  if (!file.startsWith(root + sep)) throw new Unreadable(outside);
  const handle = await open(file).catch(() => {
    throw new Unreadable('may not be read, and is not shown.');
  });
  try {
    const found = await handle.stat();
    const most = imageLimits.bytes;
    if (found.isFile() && found.size > most)
      throw new Unreadable(`is larger than ${most / 1024 / 1024} MB, and is not shown. Save it smaller.`);
    const head = Buffer.alloc(headBytes);
    if (found.isFile()) await handle.read({ buffer: head });
    if (!imageKindOf(head))
      throw new Unreadable('is no JPEG, PNG, TIFF or PDF, whatever its name says, and is not shown.');
    return file;
  } finally {
    await handle.close();
  }
}
