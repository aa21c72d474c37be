import type { PrismaClient } from '../generated/client.js';

/** How exactly it is kept when somebody was last seen, in milliseconds. */
const every = 60_000;
/** Of so many sessions it is remembered when they were noted. */
const mostRemembered = 10_000;

/** Keeps when a person, and a session of theirs, was last seen: at most once a minute each. */
export function noteSeen(prisma: PrismaClient): (sessionId: string, userId: string) => Promise<void> {
  const noted = new Map<string, number>();
  return async (sessionId, userId) => {
    const now = Date.now();
    if (now - (noted.get(sessionId) ?? 0) < every) return;
    if (noted.size >= mostRemembered) noted.clear();
    noted.set(sessionId, now);
    await prisma.$executeRaw`
      WITH used AS (UPDATE session SET "updatedAt" = now() WHERE id = ${sessionId})
      UPDATE "user" SET "lastSeenAt" = now() WHERE id = ${userId}`;
  };
}
