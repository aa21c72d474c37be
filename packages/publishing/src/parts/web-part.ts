import { ownStylesheet } from '../transform/own-stylesheet.js';
import { buildWeb } from '../web/build-web.js';
import type { Part } from './part.js';
import { partPaths } from './part-name.js';

/** The web edition. */
export const webPart: Part = {
  steps: (letters) => letters + 1,
  async make({ edition, options, offered, formerPages, releases, hasFile, reuse, reusePlan, write, step }) {
    const { pages, warnings } = await buildWeb(edition, {
      offered,
      formerPages,
      releases,
      hasFile,
      release: options.release,
      address: options.address,
      stylesheet: options.stylesheet === undefined ? undefined : ownStylesheet(options.stylesheet),
      reuse,
      reusePlan,
      write,
      onLetter: step,
      signal: options.signal,
    });
    step('Web edition');
    return { published: { path: partPaths.web, pages }, warnings };
  },
};
