import sharp from 'sharp';
import { makePyramids, Unreadable } from './make-pyramids.js';
import { outOfMemory, type ReadOrder, type ReadReply } from './read-messages.js';

// The process that reads one file that somebody sent. What it takes of memory is bounded here, and of time by who started it:
// a file made to do harm ends this process and nothing else.

sharp.cache(false);
sharp.concurrency(1);
// Of all that libvips can read, only what is taken.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadTiffFile'],
});

process.once('message', (order: ReadOrder) => {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > order.limits.memory) process.exit(outOfMemory);
  }, 20);
  const tell = (reply: ReadReply) => {
    clearInterval(watch);
    process.send?.(reply, () => process.disconnect());
  };
  makePyramids(order).then(
    (leaves) => tell({ leaves }),
    (error: unknown) => {
      if (!(error instanceof Unreadable)) throw error;
      tell({ failed: error.message });
    },
  );
});

// Without a server nobody would hear of the result.
process.on('disconnect', () => process.exit());
