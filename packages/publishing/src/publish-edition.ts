import { asPrintedEdition } from './as-printed-edition.js';
import type { EditionSource } from './edition-source.js';
import { checkReadable, orderEdition } from './order-edition.js';
import { OutputFolder, type Part } from './output-folder.js';
import { PrintError, printVolume, TypesetError } from './print/index.js';
import { PublishError } from './publish-error.js';
import type { PublishProgress, PublishReport, PublishWarning } from './publish-report.js';
import { SourceError } from './transform/gate.js';
import { TransformError } from './transform/transform.js';
import { buildWeb } from './web/build-web.js';

export interface PublishOptions {
  /** The folder to publish into. It is replaced whole; it may be missing, empty, or an earlier publication. */
  readonly out: string;
  /** What to make; what is left out is kept from the earlier publication in `out`. Default: both. */
  readonly only?: readonly Part[] | undefined;
  /** The PDF is a proof: it holds only the documents, and the end notes that they call. */
  readonly proof?: boolean | undefined;
  readonly onProgress?: ((progress: PublishProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Publishes an edition: a web edition that any host serves and that opens from disk, and the volume as PDF.
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
  const { signal, onProgress } = options;
  const parts = new Set<Part>(options.only ?? ['web', 'pdf']);
  const ordered = asPrintedEdition(orderEdition(edition));
  const letters = ordered.documents.flatMap(({ file }) => file ?? []);
  const warnings: PublishWarning[] = [...ordered.warnings];

  if (!parts.has('web')) letters.forEach(checkReadable);

  const perPart = letters.length + 1;
  const total = perPart * parts.size;
  let done = 0;
  const step = (label: string) => {
    done = Math.min(done + 1, total);
    onProgress?.({ done, total, label });
  };

  const folder = await OutputFolder.begin(options.out);
  try {
    signal?.throwIfAborted();
    let web: PublishReport['web'];
    let pdf: PublishReport['pdf'];
    if (parts.has('web')) {
      const built = await buildWeb(ordered, {
        pdf: parts.has('pdf') || folder.holds('pdf'),
        write: (path, content) => folder.write('web', path, content),
        onLetter: step,
        signal,
      });
      step('Web edition');
      web = { pages: built.pages };
      warnings.push(...built.warnings);
    } else {
      await folder.keep('web');
    }
    if (parts.has('pdf')) {
      const printed = await printVolume(
        { volume: ordered.volume, letters },
        {
          proof: options.proof === true,
          ...(signal ? { signal } : {}),
          onProgress: () => step('Print volume'),
        },
      );
      await folder.write('pdf', 'volume.pdf', printed.pdf);
      pdf = { pages: printed.pages, path: 'volume.pdf' };
      warnings.push(
        ...printed.warnings.map(({ message, path }) => ({ code: 'print' as const, message, file: path })),
      );
    } else {
      await folder.keep('pdf');
    }
    signal?.throwIfAborted();
    await folder.commit();
    return { ...(web ? { web } : {}), ...(pdf ? { pdf } : {}), warnings };
  } catch (error) {
    await folder.abandon();
    throw inPlainWords(error, signal);
  }
}

function inPlainWords(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof PublishError) return error;
  if (signal?.aborted) {
    return new PublishError(
      'cancelled',
      'Publishing was stopped. The last edition stands as it was.',
      {},
      { cause: error },
    );
  }
  if (error instanceof PrintError) {
    const [first, ...more] = error.problems;
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    const place = { file: first?.path, line: first?.line, column: first?.column };
    return new PublishError('print', `${first?.message ?? error.message}${others}`, place, { cause: error });
  }
  if (error instanceof TypesetError) return new PublishError('print', error.message, {}, { cause: error });
  if (error instanceof TransformError)
    return new PublishError('stylesheet', error.message, {}, { cause: error });
  if (error instanceof SourceError)
    return new PublishError('unreadable', error.message, error, { cause: error });
  return error;
}
