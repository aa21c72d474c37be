import { filesOf } from '../order-edition.js';
import { placeAsGiven } from '../place-as-given.js';
import { printVolume, readSetting } from '../print/index.js';
import type { PublishWarning } from '../publish-report.js';
import type { Part } from './part.js';
import { letterFile, partPaths } from './part-name.js';

/** Each document as a PDF of its own, as the volume sets it, with the end notes that it calls. The web edition links to them. */
export const lettersPdfPart: Part = {
  steps: (letters) => letters,
  async make({ given, edition, options, images, offered, write, step }) {
    const warnings = new Map<string, PublishWarning>();
    const setting = options.typst === undefined ? undefined : readSetting(options.typst);
    const asGiven = filesOf(given);
    let pages = 0;
    for (const { id, file } of edition.documents) {
      if (!file) continue;
      options.signal?.throwIfAborted();
      const printed = await printVolume(
        { volume: edition.volume, letters: [file] },
        {
          proof: true,
          marks: 'none',
          template: options.template,
          figures: (each) => images.figures(each),
          setting,
          release: options.release,
          ...(options.signal ? { signal: options.signal } : {}),
        },
      );
      await write(letterFile(id, 'pdf'), printed.pdf);
      pages += printed.pages;
      // What is said of the volume is said with each document.
      for (const { message, ...place } of printed.warnings)
        warnings.set(JSON.stringify([place.path, message]), {
          code: 'print',
          message,
          ...placeAsGiven(asGiven, place),
        });
      step(`PDF of ${id}`);
    }
    // The contents, which lead to all of them, are a page of the web edition.
    const first = edition.documents.find(({ file }) => file)?.id;
    const path =
      offered.has('web') || first === undefined ? partPaths['letters-pdf'] : letterFile(first, 'pdf');
    return { published: { path, pages }, warnings: [...warnings.values()] };
  },
};
