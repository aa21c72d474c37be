import type { HistoryEntry } from '../../contract/history.js';
import type { PrismaClient } from '../../generated/client.js';
import { LetterHistories } from '../../history/letter-history.js';
import type { RecordedState } from './record-commits.js';
import type { RecordedCommit } from './recorded-commit.js';

/** The commits of what people have done to letters since an edition was last recorded: one for each entry of their histories. */
export async function newRevisions(
  prisma: PrismaClient,
  editionId: string,
  { versions }: RecordedState,
): Promise<RecordedCommit[]> {
  const letters = await prisma.letter.findMany({
    where: { editionId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, version: true, createdAt: true },
  });
  const histories = new LetterHistories(prisma);
  const commits: RecordedCommit[] = [];
  for (const { id, name, version, createdAt } of letters) {
    const after = versions.get(id) ?? 0;
    if (version <= after) continue;
    const history = await histories.of(id, { before: version, after, limit: version });
    if (!history) continue;
    const authors = await authorsOf(prisma, id, history.entries);
    let at = createdAt;
    for (const entry of history.entries.toReversed()) {
      // Clocks of several servers differ a little: nothing comes before what it follows.
      at = new Date(Math.max(at.getTime(), Date.parse(entry.endedAt)));
      commits.push({
        at,
        people: authors.of(entry),
        message: messageOf(name, entry),
        files: [{ letterId: id, version: entry.to }],
      });
    }
  }
  return commits;
}

/** The first line says the revision’s name, or else what was done; what else there is to tell follows. */
function messageOf(letter: string, { points, did }: HistoryEntry): string {
  const names = points.toReversed().map(({ label }) => label.replace(/\s+/gu, ' '));
  const [first, ...rest] = [...names, ...did];
  return [`${letter}: ${first ?? 'edited'}`, ...(rest.length > 0 ? ['', ...rest] : [])].join('\n');
}

/** The author of a stretch of work is whoever ended it. */
async function authorsOf(prisma: PrismaClient, letterId: string, entries: readonly HistoryEntry[]) {
  const last = await prisma.step.findMany({
    where: { letterId, version: { in: entries.map(({ to }) => to) } },
    select: { version: true, userId: true },
  });
  const ended = new Map(last.map(({ version, userId }) => [version, userId]));
  const ids = new Set(entries.flatMap(({ people }) => people.map(({ id }) => id)));
  const users = await prisma.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, email: true },
  });
  const known = new Map(users.map(({ id, name, email }) => [id, { name, email }]));
  return {
    of: ({ to, people }: HistoryEntry) => {
      const author = ended.get(to);
      const others = people.map(({ id }) => id).filter((id) => id !== author);
      return [...(author === undefined ? [] : [author]), ...others].flatMap((id) => known.get(id) ?? []);
    },
  };
}
