import { join } from 'node:path';
import { cleanUploads } from './clean-uploads.js';
import { ImageReader } from './image-reader.js';
import { ImageStore } from './image-store.js';
import { Pyramids } from './pyramids.js';
import { RenderedTiles } from './rendered-tiles.js';

/** What pictures of leaves are kept in and shown with. */
export interface Images {
  readonly store: ImageStore;
  readonly pyramids: Pyramids;
  readonly tiles: RenderedTiles;
  /** Where files are put together while they are read. */
  readonly workFolder: string;
  stop(): void;
}

/** The pictures of a house, in its data folder. */
export function openImages(dataDir: string): Images {
  const folder = join(dataDir, 'images');
  const store = ImageStore.inFolder(join(folder, 'store'));
  const endCleaning = cleanUploads(store);
  const reader = new ImageReader();
  return {
    store,
    pyramids: new Pyramids(join(folder, 'pyramids'), store, reader),
    tiles: new RenderedTiles(),
    workFolder: join(folder, 'work'),
    stop: () => {
      endCleaning();
      reader.stop();
    },
  };
}
