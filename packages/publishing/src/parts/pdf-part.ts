import { filesOf, type OrderedEdition } from '../order-edition.js';
import { placeAsGiven } from '../place-as-given.js';
import { type PrintOptions, printVolume, readSetting } from '../print/index.js';
import { pageOf } from '../print/press-settings.js';
import { PublishError } from '../publish-error.js';
import type { PublishWarning } from '../publish-report.js';
import type { Part } from './part.js';
import { partPaths } from './part-name.js';
import { printProven } from './print-proven.js';

/** The volume as it prints, or a proof of its documents. */
export const pdfPart: Part = {
  steps: (letters) => letters + 1,
  async make({ given, edition, options, images, write, step, asSet }) {
    const letters = edition.documents.flatMap(({ file }) => file ?? []);
    stopAtDeadReferences(edition);
    const remarks = warningsOfPrinted(edition).map(({ message, file, line }) => ({
      message,
      path: file,
      line,
    }));
    const asGiven = filesOf(given);
    const whole = { volume: edition.volume, letters };
    const setting: PrintOptions = {
      template: options.template,
      figures: (file) => images.figures(file),
      setting: options.typst === undefined ? undefined : readSetting(options.typst),
      marks: options.marks,
      remarks,
      release: options.release,
      ...(options.signal ? { signal: options.signal } : {}),
      onProgress: () => step('Print volume'),
    };
    const proven = options.proofOf ? undefined : await printProven(whole, setting);
    const printed = proven ?? (await printVolume(whole, { ...setting, proof: true }));
    asSet.edition = proven?.edition;
    options.signal?.throwIfAborted();
    await write(partPaths.pdf, printed.pdf);
    const warnings = printed.warnings.map(({ code, message, ...place }) => ({
      code: code === 'not-accessible' ? ('accessibility' as const) : ('print' as const),
      message,
      ...placeAsGiven(asGiven, place),
    }));
    const displaced = (proven?.displaced ?? []).map(({ message, path, line }) => ({
      code: 'print' as const,
      message,
      file: path,
      line,
    }));
    return {
      published: { path: partPaths.pdf, pages: printed.pages },
      warnings: [...warnings, ...displaced],
    };
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
