import { setPriority } from 'node:os';
import { type EditionImage, publishEdition, type TeiFile } from '@chancery/publishing';
import type { PressMessage, PressOrder, PressPiece } from './press-messages.js';

// The process that prints one edition. It is apart so that neither its work nor its end touches people who are editing.

// Where there is more work than cores, those who are editing come first; but of a core that the press and one other process want it has
// two fifths, lest an edition never end on a busy computer. What it starts in its turn does as it does.
setPriority(2);

const tell = (message: PressMessage) => process.send?.(message);

const letters: TeiFile[] = [];
const images: EditionImage[] = [];

process.on('message', (piece: PressPiece) => {
  if (piece.type === 'letters') letters.push(...piece.letters);
  else if (piece.type === 'images') images.push(...piece.images);
  else print(piece.order);
});

function print({ edition, ...order }: PressOrder): void {
  publishEdition(
    { ...edition, letters, images },
    {
      ...order,
      onProgress: ({ done, total, label }) => tell({ type: 'progress', done, total, label }),
    },
  ).then(
    (report) => {
      tell({ type: 'done', report });
      process.disconnect();
    },
    (error: unknown) => {
      tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
      process.disconnect();
    },
  );
}

// Without a server nobody would hear of the result.
process.on('disconnect', () => process.exit());
