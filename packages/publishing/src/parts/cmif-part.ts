import { writeCmif } from '../cmif/write-cmif.js';
import { dayOfEdition } from '../day-of-edition.js';
import type { Part } from './part.js';
import { partPaths } from './part-name.js';
import { publishedLetters } from './published-letters.js';
import { addressUnknown, siteOf } from './site-of.js';

/** The index of the letters for services that gather such indexes, among them correspSearch: CMIF. */
export const cmifPart: Part = {
  steps: () => 1,
  async make({ edition, options, offered, write, step }) {
    const site = siteOf(edition.volume, options.address);
    const kind = !offered.has('pdf') ? 'online' : offered.has('web') ? 'hybrid' : 'print';
    await write(
      partPaths.cmif,
      writeCmif(edition.volume, publishedLetters(edition), {
        site,
        kind,
        release: options.release,
        day: dayOfEdition(edition, options.released),
      }),
    );
    step('CMIF');
    const warnings = site === undefined ? [addressUnknown(edition.volume)] : [];
    return { published: { path: partPaths.cmif }, warnings };
  },
};
