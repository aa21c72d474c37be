import { setLetter } from '@chancery/publishing';
import type { LetterOrder, LetterReply } from './letter-press-messages.js';

// The process that sets letters while they are written, one after the other. It is kept: what stylesheets and typesetter know
// of the letter before is what makes the next quick.

process.on('message', ({ id, ...letter }: LetterOrder) => {
  const tell = (reply: LetterReply) => process.send?.(reply);
  setLetter(letter).then(
    (pages) => tell({ id, pages }),
    (error: unknown) => tell({ id, failed: error instanceof Error ? error.message : String(error) }),
  );
});

// Without a server nobody would hear of the result.
process.on('disconnect', () => process.exit());
