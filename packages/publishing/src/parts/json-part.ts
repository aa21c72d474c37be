import { readPublication, readVolume } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import { z } from 'zod';
import { calendar } from '../calendar/calendar.js';
import { makeCalendar } from '../calendar/make-calendar.js';
import { releaseMetadata } from '../citing/release-metadata.js';
import { staticDts } from '../dts/static-dts.js';
import type { EditionImage } from '../edition-source.js';
import { makeManifest, makeManifestCollection } from '../iiif/make-manifest.js';
import { informationPath } from '../iiif/static-image.js';
import { breathe } from '../web/plan-edition.js';
import { WriteQueue } from '../web/write-queue.js';
import type { Part } from './part.js';
import { partPaths } from './part-name.js';
import { type PublishedLetter, publishedLetters } from './published-letters.js';
import { addressUnknown, siteOf } from './site-of.js';
import { volumeName } from './volume-name.js';

/** How many files are written at once. */
const filesAtOnce = 32;

/** The calendar as data, and the answers of Distributed Text Services and of IIIF as far as files give them. */
export const jsonPart: Part = {
  steps: (letters) => letters + 1,
  async make({ edition, images, options, hasFile, write, step }) {
    const site = siteOf(edition.volume, options.address);
    const letters = publishedLetters(edition);
    await write(partPaths.json, toJson(makeCalendar(edition, { site, release: options.release })));
    await write('calendar.schema.json', toJson(z.toJSONSchema(calendar)));
    for (const { path, content } of releaseMetadata(edition, options)) await write(path, content);
    step('Calendar');
    const files = new WriteQueue(write, filesAtOnce);
    try {
      for (const { path, content } of staticDts(edition, site)) await files.add(path, content);
      const pictured = await writeManifests(letters);
      await files.finish();
      return {
        published: { path: partPaths.json },
        warnings: site === undefined && pictured ? [addressUnknown(edition.volume)] : [],
      };
    } finally {
      await files.settle();
    }

    /** Whether there are letters with pictures. Without an address manifests have no name. */
    async function writeManifests(of: readonly PublishedLetter[]): Promise<boolean> {
      const tei = parseTree(edition.volume.source);
      const metadata = readVolume(tei);
      const { licence, publishers } = readPublication(tei);
      const settings = {
        site: site ?? '',
        title: volumeName(metadata),
        language: metadata.language,
        licence,
        publisher: publishers[0],
        isServed: (image: EditionImage) => hasFile('web', informationPath(image)),
      };
      const pictured: PublishedLetter[] = [];
      for (const letter of of) {
        const manifest = makeManifest(letter, images.of(letter.file), settings);
        if (manifest) {
          pictured.push(letter);
          if (site !== undefined) await files.add(`letters/${letter.id}/manifest.json`, toJson(manifest));
        }
        step(letter.number ?? letter.title);
        await breathe(options.signal);
      }
      if (site !== undefined && pictured.length > 0)
        await files.add('manifests.json', toJson(makeManifestCollection(pictured, settings)));
      return pictured.length > 0;
    }
  },
};

function toJson(value: object): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
