import { isDeepStrictEqual } from 'node:util';
import type { EditionSource, TeiFile } from '@chancery/publishing';

/**
 * Knows the files of an edition again that was printed before. What has been made of a file is known by the file as an object,
 * and each edition that is handed over to a process comes in new ones.
 */
export class KnownFiles {
  #last: ReadonlyMap<string, TeiFile> = new Map();

  /** The same edition, with the files of the last one in the places of those that are like them in all. */
  again(edition: EditionSource): EditionSource {
    const known = (file: TeiFile) => {
      const before = this.#last.get(file.path);
      return before && isDeepStrictEqual(before, file) ? before : file;
    };
    const volume = known(edition.volume);
    const letters = edition.letters.map(known);
    this.#last = new Map([volume, ...letters].map((file) => [file.path, file]));
    return { ...edition, volume, letters };
  }
}
