import type { RecognizedPage } from '@chancery/importing/recognized';
import type { Prisma, PrismaClient } from '../generated/client.js';

/** Keeps what was recognized on a picture; what was kept of it before for the same letter gives way. */
export async function keepRecognized(prisma: PrismaClient, id: string, page: RecognizedPage): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.recognition.updateMany({
      where: { id, state: { in: ['running', 'queued'] } },
      // It is plain JSON: numbers, texts, lists.
      data: {
        state: 'done',
        percent: 100,
        page: page as unknown as Prisma.InputJsonObject,
        finishedAt: new Date(),
      },
    });
    if (count === 0) return;
    const { letterId, imageId } = await tx.recognition.findUniqueOrThrow({
      where: { id },
      select: { letterId: true, imageId: true },
    });
    await tx.recognition.deleteMany({
      where: { letterId, imageId, id: { not: id }, state: { in: ['done', 'failed', 'cancelled'] } },
    });
  });
}
