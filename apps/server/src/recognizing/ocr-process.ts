import sharp from 'sharp';
import { watchMemory } from '../bounded/watch-memory.js';
import type { OcrMessage, OcrOrder } from './ocr-messages.js';
import { recognizePicture } from './recognize-picture.js';

// The process that reads the text off one picture. What it takes of memory is bounded here, and of time by who started it.

sharp.cache(false);
sharp.concurrency(1);

process.once('message', (order: OcrOrder) => {
  const endWatch = watchMemory(order.memory);
  const tell = (message: OcrMessage) => process.send?.(message);
  // Ends when what was told has gone out.
  const tellLast = (message: OcrMessage) => {
    endWatch();
    process.send?.(message, () => process.disconnect());
  };
  recognizePicture(order, (progress) => tell({ progress })).then(
    (page) => tellLast({ page }),
    (error: unknown) => tellLast({ failed: error instanceof Error ? error.message : String(error) }),
  );
});

// Without a server nobody would hear of the result.
process.on('disconnect', () => process.exit());
