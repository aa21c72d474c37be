import { setPriority } from 'node:os';
import { type EditionImage, publishEdition, type TeiFile } from '@chancery/publishing';
import { KnownFiles } from './known-files.js';
import type { PressMessage, PressOrder, PressPiece } from './press-messages.js';
import { whereStopped } from './where-stopped.js';

// The process that prints editions, one after the other. It is apart so that neither its work nor its end touches people who are
// editing, and stays as long as the server lets it: what it knows of one edition makes the next quick.

/** How much memory it may have taken itself, in bytes, to wait for a next edition. A volume of four hundred letters takes half of it. */
const mostKept = 1_000_000_000;

// Where there is more work than cores, those who are editing come first; but of a core that the press and one other process want it has
// two fifths, lest an edition never end on a busy computer. What it starts in its turn does as it does.
setPriority(2);

const tell = (message: PressMessage) => process.send?.(message);

const known = new KnownFiles();
let letters: TeiFile[] = [];
let images: EditionImage[] = [];

process.on('message', (piece: PressPiece) => {
  if (piece.type === 'letters') letters.push(...piece.letters);
  else if (piece.type === 'images') images.push(...piece.images);
  else void print(piece.order);
});

async function print({ edition, ...order }: PressOrder): Promise<void> {
  const whole = known.again({ ...edition, letters, images });
  letters = [];
  images = [];
  try {
    const report = await publishEdition(whole, {
      ...order,
      onProgress: ({ done, total, label }) => tell({ type: 'progress', done, total, label }),
    });
    tell({ type: 'done', report });
    if (process.memoryUsage.rss() > mostKept) process.disconnect();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    tell({ type: 'failed', message, stopped: whereStopped(error) });
    process.disconnect();
  }
}

// Without a server nobody would hear of the result.
process.on('disconnect', () => process.exit());
