import type { Prisma } from '../generated/client.js';
import type { NoteName } from './read-note.js';

/** What somebody has said or decided of a note. */
interface Said {
  readonly kind: 'note-returned' | 'note-approved' | 'note-commented';
  readonly by: string;
  readonly words: string;
}

/**
 * Tells whoever wrote a note, and who has spoken of it before, in their inboxes; of a decision its author alone. Answers who
 * was told.
 */
export async function tellOfNote(
  db: Prisma.TransactionClient,
  { letterId, noteId }: NoteName,
  { kind, by, words }: Said,
): Promise<string[]> {
  const review = await db.noteReview.findUniqueOrThrow({
    where: { letterId_noteId: { letterId, noteId } },
    select: { authorId: true },
  });
  const spoke =
    kind === 'note-commented'
      ? await db.noteEvent.findMany({
          where: { letterId, noteId },
          select: { userId: true },
          distinct: ['userId'],
        })
      : [];
  const people = new Set([review.authorId, ...spoke.map(({ userId }) => userId)]);
  const told = [...people].filter((id): id is string => id !== null && id !== by);
  await db.notification.createMany({
    data: told.map((userId) => ({
      userId,
      kind,
      letterId,
      actorId: by,
      payload: { note: noteId, words },
    })),
  });
  return told;
}
