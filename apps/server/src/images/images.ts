import { join } from 'node:path';
import type { Bucket } from './bucket.js';
import { cleanUploads } from './clean-uploads.js';
import { ImageReader } from './image-reader.js';
import { ImageStore } from './image-store.js';
import { Pyramids } from './pyramids.js';
import { RenderedTiles } from './rendered-tiles.js';
import { WebImages } from './web-images.js';

/** What pictures of leaves are kept in and shown with. */
export interface Images {
  readonly store: ImageStore;
  readonly pyramids: Pyramids;
  readonly tiles: RenderedTiles;
  /** Leaves as they are published. */
  readonly web: WebImages;
  /** Where files are put together while they are read. */
  readonly workFolder: string;
  stop(): void;
}

/** The pictures of a house: the files in its data folder, or in a bucket, and what is made of them in its data folder. */
export async function openImages(dataDir: string, bucket?: Bucket): Promise<Images> {
  const folder = join(dataDir, 'images');
  const store = bucket ? await ImageStore.inBucket(bucket) : ImageStore.inFolder(join(folder, 'store'));
  const endCleaning = cleanUploads(store);
  const reader = new ImageReader();
  const pyramids = new Pyramids(join(folder, 'pyramids'), store, reader);
  return {
    store,
    pyramids,
    tiles: new RenderedTiles(),
    web: new WebImages(join(folder, 'web'), store, pyramids, reader),
    workFolder: join(folder, 'work'),
    stop: () => {
      endCleaning();
      reader.stop();
    },
  };
}
