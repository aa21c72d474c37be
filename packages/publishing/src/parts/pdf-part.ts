import { printVolume } from '../print/index.js';
import type { Part } from './part.js';

/** The volume as it prints, or a proof of its documents. */
export const pdfPart: Part = {
  steps: (letters) => letters + 1,
  async make({ edition, options, write, step }) {
    const letters = edition.documents.flatMap(({ file }) => file ?? []);
    const printed = await printVolume(
      { volume: edition.volume, letters },
      {
        proof: options.proof === true,
        ...(options.signal ? { signal: options.signal } : {}),
        onProgress: () => step('Print volume'),
      },
    );
    await write('volume.pdf', printed.pdf);
    const warnings = printed.warnings.map(({ message, path }) => ({
      code: 'print' as const,
      message,
      file: path,
    }));
    return { published: { path: 'volume.pdf', pages: printed.pages }, warnings };
  },
};
