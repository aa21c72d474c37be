import { imageInformation, informationPath, servedPaths } from '../iiif/static-image.js';
import { toldOf } from '../images/last-images.js';
import { imagePath, type ShownImages } from '../images/shown-images.js';
import type { ReadyFile } from '../output-folder.js';
import type { Reuse } from '../reuse/reuse.js';
import type { PresentDocument } from './plan-edition.js';

interface Placing {
  readonly images: ShownImages;
  readonly place: (path: string, file: ReadyFile, alsoAs?: readonly string[]) => Promise<void>;
  readonly write: (path: string, content: string) => Promise<void>;
  readonly reuse: Reuse;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Puts the pictures that documents show into `images/`, each once; it is noted of each by what it was made. Where the edition has an
 * address, each has a service for viewers of manuscripts, which goes by its address.
 *
 * @param site where the edition is served
 */
export async function placeImages(
  documents: readonly Pick<PresentDocument, 'file'>[],
  site: string | undefined,
  { images, place, write, reuse, signal }: Placing,
): Promise<void> {
  const placed = new Set<string>();
  for (const { file } of documents)
    for (const published of images.published(file)) {
      if (placed.has(published.name)) continue;
      placed.add(published.name);
      const path = imagePath(published);
      await place(path, published, site === undefined ? [] : servedPaths(published));
      if (site !== undefined)
        await write(
          informationPath(published),
          `${JSON.stringify(imageInformation(published, site), undefined, 1)}\n`,
        );
      reuse.note(path, { key: published.recipe, files: [path], warnings: [], text: toldOf(published) });
      signal?.throwIfAborted();
    }
}
