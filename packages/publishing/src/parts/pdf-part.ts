import type { EditionSource } from '../edition-source.js';
import { checkConservation } from '../print/conservation/index.js';
import { type PrintedVolume, printVolume, readSetting } from '../print/index.js';
import { PublishError } from '../publish-error.js';
import type { Part } from './part.js';
import { partPaths } from './part-name.js';

/** The volume as it prints, or a proof of its documents. */
export const pdfPart: Part = {
  steps: (letters) => letters + 1,
  async make({ edition, options, write, step }) {
    const letters = edition.documents.flatMap(({ file }) => file ?? []);
    const printed = await printVolume(
      { volume: edition.volume, letters },
      {
        proof: options.proofOf !== undefined,
        template: options.template,
        setting: options.typst === undefined ? undefined : readSetting(options.typst),
        marks: options.marks,
        release: options.release,
        ...(options.signal ? { signal: options.signal } : {}),
        onProgress: () => step('Print volume'),
      },
    );
    if (!options.proofOf) await proveWhole(printed, { volume: edition.volume, letters });
    options.signal?.throwIfAborted();
    await write(partPaths.pdf, printed.pdf);
    const warnings = printed.warnings.map(({ message, path }) => ({
      code: 'print' as const,
      message,
      file: path,
    }));
    return { published: { path: partPaths.pdf, pages: printed.pages }, warnings };
  },
};

/** @throws {PublishError} `not-conserved` when the PDF has not all that the TEI has, once, in order, where it says */
async function proveWhole({ pdf, diplomatic }: PrintedVolume, edition: EditionSource): Promise<void> {
  const [first, ...more] = await checkConservation(pdf, edition, diplomatic);
  if (!first) return;
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  throw new PublishError(
    'not-conserved',
    `${first.message}${others} Nothing was published, because print would have lost or doubled it.`,
    { file: first.path, line: first.line },
  );
}
