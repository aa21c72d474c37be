import type { TeiFile } from '../edition-source.js';
import { digest } from '../reuse/program-digest.js';
import type { Reuse } from '../reuse/reuse.js';
import type { Source } from '../transform/source.js';
import type { PageAddress, PageKind, PageMaker } from './page-maker.js';

/** With what the pages of a volume are made and kept. */
export interface VolumePagesWork {
  /** A digest of all that every page is given: the program, the volume, its plan, the settings. */
  readonly alike: string;
  readonly reuse: Reuse;
  readonly write: (path: string, content: string) => Promise<void>;
  /** Told of a page that the last publication had and that is taken over. */
  readonly taken: (path: string) => void;
}

/** Makes the pages that are no document’s, and takes those over that would be made of the same things again. */
export class VolumePages {
  readonly #maker: PageMaker;
  readonly #file: TeiFile;
  readonly #source: Source;
  readonly #work: VolumePagesWork;

  constructor(maker: PageMaker, file: TeiFile, source: Source, work: VolumePagesWork) {
    this.#maker = maker;
    this.#file = file;
    this.#source = source;
    this.#work = work;
  }

  /**
   * Puts one page into the publication.
   *
   * @returns its HTML
   * @throws {PublishError} `dead-callout`
   */
  async page(path: string, kind: PageKind, address: PageAddress): Promise<string> {
    const { alike, reuse, write, taken } = this.#work;
    // No document is called so: an address has no slash.
    const name = `/${path}`;
    const { here, folder, root, about, offered, model } = address;
    const key = digest([alike, kind, JSON.stringify([here, folder, root, about, offered, model])]);
    const known = reuse.take(name, key);
    if (known) {
      taken(path);
      this.#maker.report(known.warnings);
      return known.content(path).toString();
    }
    this.#maker.heard();
    const html = this.#maker.make(kind, this.#file, this.#source, address);
    await write(path, html);
    reuse.note(name, { key, files: [path], warnings: this.#maker.heard() });
    return html;
  }
}
