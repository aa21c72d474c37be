import { makeEpub } from '../epub/make-epub.js';
import type { Part } from './part.js';
import { partPaths } from './part-name.js';
import { siteOf } from './site-of.js';

/** The volume as a book for reading devices. */
export const epubPart: Part = {
  steps: (letters) => letters + 1,
  async make({ edition, options, images, reuse, reusePlan, transforms, write, step }) {
    const book = await makeEpub(edition, {
      site: siteOf(edition.volume, options.address),
      release: options.release,
      released: options.released,
      reuse,
      reusePlan,
      transforms,
      images,
      onLetter: step,
      signal: options.signal,
    });
    await write(partPaths.epub, book);
    step('EPUB');
    return { published: { path: partPaths.epub }, warnings: [] };
  },
};
