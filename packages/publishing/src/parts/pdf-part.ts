import type { OrderedEdition } from '../order-edition.js';
import { compare } from '../print/conservation/index.js';
import { printVolume, readSetting, type SetVolume } from '../print/index.js';
import { pageOf } from '../print/press-settings.js';
import { PublishError } from '../publish-error.js';
import type { PublishWarning } from '../publish-report.js';
import type { Part } from './part.js';
import { partPaths } from './part-name.js';

/** The volume as it prints, or a proof of its documents. */
export const pdfPart: Part = {
  steps: (letters) => letters + 1,
  async make({ edition, options, write, step }) {
    const letters = edition.documents.flatMap(({ file }) => file ?? []);
    stopAtDeadReferences(edition);
    const remarks = warningsOfPrinted(edition).map(({ message, file, line }) => ({
      message,
      path: file,
      line,
    }));
    const printed = await printVolume(
      { volume: edition.volume, letters },
      {
        proof: options.proofOf !== undefined,
        template: options.template,
        setting: options.typst === undefined ? undefined : readSetting(options.typst),
        marks: options.marks,
        remarks,
        release: options.release,
        ...(options.signal ? { signal: options.signal } : {}),
        ...(options.proofOf ? {} : { lookThrough: proveWhole }),
        onProgress: () => step('Print volume'),
      },
    );
    options.signal?.throwIfAborted();
    await write(partPaths.pdf, printed.pdf);
    const warnings = printed.warnings.map(({ code, message, path, line }) => ({
      code: code === 'not-accessible' ? ('accessibility' as const) : ('print' as const),
      message,
      file: path,
      line,
    }));
    return { published: { path: partPaths.pdf, pages: printed.pages }, warnings };
  },
};

/** What the edition has to tell of the files that are printed. */
function warningsOfPrinted({ volume, documents, warnings }: OrderedEdition): PublishWarning[] {
  const printed = new Set([volume.path, ...documents.flatMap(({ file }) => file?.path ?? [])]);
  return warnings.filter(({ file }) => file !== undefined && printed.has(file));
}

/** @throws {PublishError} `print` when the volume says that a dead reference stops it, and has one in what is printed */
function stopAtDeadReferences(edition: OrderedEdition): void {
  if (pageOf(edition.volume.source).deadReferences !== 'stop') return;
  const dead = warningsOfPrinted(edition).filter(({ code }) => code === 'dead-reference');
  const [first, ...more] = dead;
  if (!first) return;
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  throw new PublishError(
    'print',
    `${first.message}${others} The volume is set to be printed without such.`,
    first,
  );
}

/** @throws {PublishError} `not-conserved` when the PDF has not all that the TEI has, once, in order, where it says */
async function proveWhole({ read, edition, diplomatic }: SetVolume): Promise<void> {
  const [first, ...more] = read ? compare(read, edition, diplomatic) : [];
  if (!first) return;
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  throw new PublishError(
    'not-conserved',
    `${first.message}${others} Nothing was published, because print would have lost or doubled it.`,
    { file: first.path, line: first.line },
  );
}
