import type { ChangesSince, changesSince } from '../errata/changes-since.js';
import { ownStylesheet } from '../transform/own-stylesheet.js';
import { buildWeb } from '../web/build-web.js';
import type { Part } from './part.js';
import { partPaths } from './part-name.js';

/** The web edition. */
export const webPart: Part = {
  steps: (letters) => letters + 1,
  async make({ given, edition, options, offered, former, formerPages, releases, ...work }) {
    const { hasFile, images, reuse, reusePlan, transforms, write, place, step } = work;
    const changes = former && (await changesOf(former, edition, options.signal));
    const { pages, warnings } = await buildWeb(edition, {
      givenVolume: given.volume,
      offered,
      changes,
      formerPages,
      releases,
      hasFile,
      images,
      release: options.release,
      address: options.address,
      stylesheet: options.stylesheet === undefined ? undefined : ownStylesheet(options.stylesheet),
      reuse,
      reusePlan,
      transforms,
      write,
      place,
      onLetter: step,
      signal: options.signal,
    });
    step('Web edition');
    return { published: { path: partPaths.web, pages }, warnings };
  },
};

async function changesOf(...of: Parameters<typeof changesSince>): Promise<ChangesSince> {
  // Loaded here: what compares texts is more than an edition needs that follows none.
  const since = await import('../errata/changes-since.js');
  return since.changesSince(...of);
}
