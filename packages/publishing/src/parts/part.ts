import type { EditionSource } from '../edition-source.js';
import type { FormerRelease } from '../errata/former-release.js';
import type { ShownImages } from '../images/shown-images.js';
import type { OrderedEdition } from '../order-edition.js';
import type { ReadyFile } from '../output-folder.js';
import type { Release } from '../publication-list.js';
import type { PublishOptions } from '../publish-edition.js';
import type { PublishedPart, PublishWarning } from '../publish-report.js';
import type { Reuse } from '../reuse/reuse.js';
import type { Transforms } from '../transform/threads/transforms.js';
import type { PartName } from './part-name.js';

/** What a part is made of and with. */
export interface PartWork {
  /** The edition as it was given, in the order of the volume. */
  readonly given: OrderedEdition;
  /** The edition as it prints. */
  readonly edition: OrderedEdition;
  readonly schemas: EditionSource['schemas'];
  /** Whether the publication will have that file of a part, where it has the part. */
  readonly hasFile: (part: PartName, path: string) => boolean;
  /** The release before, where it is told. */
  readonly former: FormerRelease | undefined;
  /** The paths of all pages that the edition had when it was published before. */
  readonly formerPages: readonly string[];
  /** In the order in which they were published, this one last where it is one. */
  readonly releases: readonly Release[];
  readonly options: PublishOptions;
  /** What the publication will hold: what is made, and what is kept from the earlier one. */
  readonly offered: ReadonlySet<PartName>;
  /** What the part may take over from the last publication. */
  readonly reuse: Reuse;
  /** The same for the plan, which several parts are made by. */
  readonly reusePlan: Reuse;
  /** By which stylesheets are run over the documents. */
  readonly transforms: Transforms;
  /** What the PDF was set of, once it is made: the edition with room told for notes that would be parted from their callouts. */
  readonly asSet: { edition?: EditionSource | undefined };
  /** Takes one file of the publication; the path is relative, with slashes. Several may be written at once. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** The same of one that lies ready, and has other paths too. */
  readonly place: (path: string, file: ReadyFile, alsoAs?: readonly string[]) => Promise<void>;
  /** The pictures of the pages of the documents. */
  readonly images: ShownImages;
  /** Told after each step. */
  readonly step: (label: string) => void;
}

/** A part of a publication, which is made by itself of the same edition, and kept or replaced by itself. */
export interface Part {
  /** How many steps making it takes, for the progress. */
  steps(letters: number): number;
  /** @throws {PublishError} */
  make(work: PartWork): Promise<MadePart>;
}

/** What is told of a part that was made. */
export interface MadePart {
  readonly published: PublishedPart;
  readonly warnings: readonly PublishWarning[];
}
