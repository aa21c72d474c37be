import { lstatSync } from 'node:fs';
import { keptLately } from './kept-lately.js';

/** A file whose content is known, and what tells that nobody has written into it since. */
interface SeenFile {
  readonly sha256: string;
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}

type Files = ReadonlyMap<string, SeenFile>;

const kept = keptLately<Files>();

/** The files of a publication whose contents this process knows from the publication before, and so need not read to know them. */
export class SeenFiles {
  readonly #folder: string;
  readonly #before: Files;
  readonly #now = new Map<string, SeenFile>();

  /** @param folder that is published into, as an absolute path */
  constructor(folder: string) {
    this.#folder = folder;
    this.#before = kept.get(folder) ?? new Map();
  }

  /**
   * Whether a file was seen with that content, and is still the same file, as long as it was and written when it was.
   *
   * @param file where it is on this computer
   * @param path in the publication
   */
  isStill(file: string, path: string, sha256: string): boolean {
    const seen = this.#now.get(path) ?? this.#before.get(path);
    if (seen?.sha256 !== sha256) return false;
    const found = lstatSync(file, { throwIfNoEntry: false });
    if (found?.ino !== seen.ino || found.size !== seen.size || found.mtimeMs !== seen.mtimeMs) return false;
    this.#now.set(path, seen);
    return true;
  }

  /** Notes what a file was found to hold. One that was written just now may be written into again without its time telling it. */
  saw(path: string, { ino, size, mtimeMs }: Omit<SeenFile, 'sha256'>, sha256: string): void {
    if (Date.now() - mtimeMs > 1_000) this.#now.set(path, { sha256, ino, size, mtimeMs });
  }

  /** Keeps what was seen for the next publication into the folder. */
  keep(): void {
    kept.set(this.#folder, this.#now);
  }
}
