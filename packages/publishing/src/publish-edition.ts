import { asPrintedEdition } from './as-printed-edition.js';
import { dayOfEdition } from './day-of-edition.js';
import type { EditionImage, EditionSource } from './edition-source.js';
import { expectShortLives } from './engine-memory.js';
import { readFormerRelease } from './errata/former-release.js';
import { ShownImages } from './images/shown-images.js';
import { inPlainWords } from './in-plain-words.js';
import { checkReadable, type OrderedEdition, orderEdition } from './order-edition.js';
import { OutputFolder, type ReadyFile } from './output-folder.js';
import type { MadePart } from './parts/part.js';
import { type PartName, partNames, usualParts } from './parts/part-name.js';
import { parts } from './parts/parts.js';
import type { PrintTemplate, ProofMarks } from './print/index.js';
import type { PublishedPart, PublishProgress, PublishReport, PublishWarning } from './publish-report.js';
import { faultOf, volumeOf } from './read-once.js';
import { Transforms } from './transform/threads/transforms.js';

export interface PublishOptions {
  /** The folder to publish into. It is replaced whole; it may be missing, empty, or an earlier publication. */
  readonly out: string;
  /** What to make; what is left out is kept from the earlier publication in `out`. Default: all but a PDF of each document. */
  readonly only?: readonly PartName[] | undefined;
  /** What the edition is called by its readers, who cite it: `1.2`. It stands in the metadata, the colophon and on the pages. */
  readonly release?: string | undefined;
  /** When that went out: `2026-12-01`. With `release` it stands in what says how the edition is cited. */
  readonly released?: string | undefined;
  /**
   * The folder of the release before. What has changed since is told in the web edition (`changes/`); the addresses and releases that it
   * knows are kept.
   */
  readonly follows?: string | undefined;
  /** Where the web edition will be served: `https://letters.example.org/`. Default: what the volume says. */
  readonly address?: string | undefined;
  /**
   * The path of an XSLT file that makes the pages of the web edition in the place of ours, which it may import as
   * `chancery:web/page.xsl`.
   */
  readonly stylesheet?: string | undefined;
  /** The path of a Typst file that sets the PDF in the place of our setting, which it may import as `chancery.typ`. */
  readonly typst?: string | undefined;
  /** The PDF is a proof of these documents, by the paths of their files: it holds them, and the end notes that they call. */
  readonly proofOf?: readonly string[] | undefined;
  /** By which template the PDF is set. Default: what the volume says itself. */
  readonly template?: PrintTemplate | undefined;
  /** What stands round the pages of a proof. */
  readonly marks?: ProofMarks | undefined;
  /**
   * On how many threads stylesheets are run over the documents; on one they are run on none beside this. Default: on as many as
   * there are cores, where the documents are many.
   */
  readonly threads?: number | undefined;
  readonly onProgress?: ((progress: PublishProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Publishes an edition: a web edition that any host serves and that opens from disk, the volume as PDF, and what
 * programs and other readers take.
 *
 * The new edition takes the place of the last one when it is whole. One that fails or is cancelled leaves the last
 * good one as it was. The same edition gives the same files, byte for byte.
 *
 * @example
 * await publishEdition({ volume, letters }, { out: 'edition' });
 * // edition/index.html, edition/letters/ID/index.html, edition/letters/ID/ID.xml, edition/volume.pdf …
 * @throws {PublishError} whose message names the file and the line.
 */
export async function publishEdition(
  edition: EditionSource,
  options: PublishOptions,
): Promise<PublishReport> {
  expectShortLives();
  const { signal, onProgress } = options;
  const wanted = partNames.filter((name) => (options.only ?? usualParts).includes(name));
  const { proofOf, release } = options;
  const given = orderEdition(proofOf ? withoutUnreadable(edition, proofOf) : edition);
  const printed = asPrintedEdition(given, { release });
  const ordered = proofOf ? onlyThese(printed, proofOf) : printed;
  const letters = ordered.documents.flatMap(({ file }) => file ?? []);
  const images = new ShownImages(imagesOf(edition));
  const asGiven = given.documents.flatMap(({ file }) => (file ? images.undescribed(file) : []));
  const warnings: PublishWarning[] = [...ordered.warnings, ...asGiven];

  if (!wanted.includes('web')) letters.forEach(checkReadable);

  const total = wanted.reduce((steps, name) => steps + parts[name].steps(letters.length), 0);
  let done = 0;
  const step = (label: string) => {
    done = Math.min(done + 1, total);
    onProgress?.({ done, total, label });
  };

  const former = options.follows === undefined ? undefined : await readFormerRelease(options.follows);
  const folder = await OutputFolder.begin(options.out, former?.list);
  const transforms = new Transforms(options.threads);
  try {
    const offered = new Set(partNames.filter((name) => wanted.includes(name) || folder.holds(name)));
    const date = release && dayOfEdition(ordered, options.released);
    if (release && date) folder.enterRelease({ name: release, date });
    else if (release) warnings.push(undatedRelease(ordered.volume.path));
    const { formerPages, releases } = folder;
    const hasFile = (name: PartName, path: string) => wanted.includes(name) || folder.hasFile(name, path);
    const before = { former, formerPages, releases, hasFile, reusePlan: folder.reuse('plan') };
    const work = {
      ...{ given, edition: ordered, schemas: edition.schemas },
      ...{ images, options, offered, step, transforms, asSet: {} },
      ...before,
    };
    const made: Partial<Record<PartName, MadePart>> = {};
    for (const name of inOrderOfMaking) {
      signal?.throwIfAborted();
      if (wanted.includes(name)) {
        if (setParts.includes(name)) await transforms.end();
        const write = (path: string, content: string | Uint8Array) => folder.write(name, path, content);
        const place = (path: string, file: ReadyFile, alsoAs?: readonly string[]) =>
          folder.place(name, path, file, alsoAs);
        made[name] = await parts[name].make({ ...work, write, place, reuse: folder.reuse(name) });
      } else {
        await folder.keep(name);
      }
    }
    signal?.throwIfAborted();
    await folder.commit();
    const published: Partial<Record<PartName, PublishedPart>> = {};
    for (const name of partNames) {
      const of = made[name];
      if (!of) continue;
      published[name] = of.published;
      warnings.push(...of.warnings);
    }
    return { ...published, offered: [...offered], warnings };
  } catch (error) {
    await folder.abandon();
    throw inPlainWords(error, signal, [edition.volume, ...edition.letters]);
  } finally {
    await transforms.release();
  }
}

/** The typesetter keeps much memory for the next volume, so that what is set comes last, when the threads have ended. */
const setParts: readonly PartName[] = ['pdf', 'press', 'letters-pdf'];
const inOrderOfMaking = [...partNames.filter((name) => !setParts.includes(name)), ...setParts];

/** The pictures that are published: none where the volume leaves them out. */
function imagesOf({ volume, images = [] }: EditionSource): readonly EditionImage[] {
  return images.length === 0 || volumeOf(volume).leavesImagesOut ? [] : images;
}

function undatedRelease(file: string): PublishWarning {
  return {
    code: 'no-day',
    file,
    message:
      'The day of this release is not known, so the feed of releases leaves it out, and datacite.json lacks the year that DataCite demands. Say it in the volume’s publication statement as <date when="2026-12-01"/>.',
  };
}

/** A letter that nobody can read keeps no proof of others back. */
function withoutUnreadable(edition: EditionSource, wanted: readonly string[]): EditionSource {
  return {
    ...edition,
    letters: edition.letters.filter((file) => wanted.includes(file.path) || faultOf(file) === undefined),
  };
}

/** The documents that a proof is made of, as they print among all. */
function onlyThese(edition: OrderedEdition, wanted: readonly string[]): OrderedEdition {
  const documents = edition.documents.filter(({ file }) => file && wanted.includes(file.path));
  return { ...edition, documents };
}
