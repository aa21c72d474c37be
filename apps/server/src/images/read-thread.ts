import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { makeLeaves } from './make-leaves.js';
import type { ReadOrder, ReadReply } from './read-messages.js';
import { Unreadable } from './unreadable.js';

sharp.cache(false);
sharp.concurrency(1);
// Of all that libvips can read, only what is taken.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadTiffFile'],
});

const tell = (reply: ReadReply) => parentPort?.postMessage(reply);

try {
  tell({ leaves: await makeLeaves(workerData as ReadOrder, tell) });
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  tell({ failed: error.message });
}
