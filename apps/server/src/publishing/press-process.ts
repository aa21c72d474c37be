import { publishEdition } from '@chancery/publishing';
import type { PressMessage, PressOrder } from './press-messages.js';

// The process that prints one edition. It is apart so that neither its work nor its end touches people who are editing.

const tell = (message: PressMessage) => process.send?.(message);

process.once('message', ({ edition, ...order }: PressOrder) => {
  publishEdition(edition, {
    ...order,
    onProgress: ({ done, total, label }) => tell({ type: 'progress', done, total, label }),
  }).then(
    (report) => {
      tell({ type: 'done', report });
      process.disconnect();
    },
    (error: unknown) => {
      tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
      process.disconnect();
    },
  );
});

// Without a server nobody would hear of the result.
process.on('disconnect', () => process.exit());
