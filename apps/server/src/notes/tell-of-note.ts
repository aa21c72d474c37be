import type { Prisma } from '../generated/client.js';
import type { NoteName } from './note-name.js';

/** What somebody has decided of a note, or suggested for it. */
interface Said {
  readonly kind: 'note-returned' | 'note-approved' | 'note-suggested';
  readonly by: string;
  readonly words: string;
}

/** Tells whoever wrote a note what becomes of it, in their inbox. Answers who was told. */
export async function tellOfNote(
  db: Prisma.TransactionClient,
  { letterId, noteId }: NoteName,
  { kind, by, words }: Said,
): Promise<string[]> {
  const { authorId } = await db.noteReview.findUniqueOrThrow({
    where: { letterId_noteId: { letterId, noteId } },
    select: { authorId: true },
  });
  if (authorId === null || authorId === by) return [];
  await db.notification.create({
    data: { userId: authorId, kind, letterId, actorId: by, payload: { note: noteId, words } },
  });
  return [authorId];
}
