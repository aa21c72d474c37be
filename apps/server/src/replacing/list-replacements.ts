import {
  type ReplacementAnswer,
  type ReplacementDetail,
  replacementStates,
  replacementTasks,
} from '../contract/replacement.js';
import { frontMatterTitle } from '../editions/front-matter.js';
import { storedMetadata } from '../editions/stored-metadata.js';
import type { Prisma, PrismaClient } from '../generated/client.js';
import { storedSearch } from './suggest-in-letter.js';

type Counts = ReplacementAnswer['suggestions'];

/** How many replacements are listed, the latest first. */
const mostListed = 100;

const include = { author: { select: { id: true, name: true } } } as const;

/** The replacements of an edition, the latest first. */
export async function listReplacements(
  prisma: PrismaClient,
  editionId: string,
): Promise<ReplacementAnswer[]> {
  const stored = await prisma.replacement.findMany({
    where: { editionId },
    orderBy: { createdAt: 'desc' },
    take: mostListed,
    include,
  });
  return Promise.all(stored.map((each) => describe(prisma, each)));
}

/** A replacement with what became of it in each letter; undefined where there is none. */
export async function readReplacement(
  prisma: PrismaClient,
  editionId: string,
  id: string,
): Promise<ReplacementDetail | undefined> {
  const stored = await prisma.replacement.findFirst({ where: { id, editionId }, include });
  if (!stored) return undefined;
  const answer = await describe(prisma, stored);
  // It is asked for again and again then, and every letter would be read each time.
  if (answer.state === 'queued' || answer.state === 'running') return { ...answer, perLetter: [] };
  const letters = await prisma.replacementLetter.findMany({
    where: { replacementId: id },
    orderBy: { place: 'asc' },
    select: {
      note: true,
      letter: {
        select: { id: true, metadata: true, calendar: { select: { number: true, numberSupplied: true } } },
      },
    },
  });
  const counts = await countsOf(prisma, id);
  const perLetter = letters.map(({ note, letter }) => {
    const { letter: metadata, volume } = storedMetadata(letter.metadata);
    const number = letter.calendar?.number;
    return {
      id: letter.id,
      number:
        typeof number === 'string'
          ? { text: number, supplied: letter.calendar?.numberSupplied === true }
          : null,
      title: volume ? frontMatterTitle : (metadata.title?.text ?? metadata.headerTitle ?? letter.id),
      note,
      suggestions: counts.get(letter.id) ?? nothing,
    };
  });
  return { ...answer, perLetter };
}

const nothing: Counts = { open: 0, accepted: 0, rejected: 0, withdrawn: 0 };

async function describe(
  prisma: PrismaClient,
  stored: Prisma.ReplacementGetPayload<{ include: typeof include }>,
): Promise<ReplacementAnswer> {
  const { id, author, words, reason, error } = stored;
  const { q, how, reading } = storedSearch(stored);
  const [total, waiting] = await Promise.all([
    prisma.replacementLetter.count({ where: { replacementId: id } }),
    prisma.replacementLetter.count({ where: { replacementId: id, waits: true } }),
  ]);
  const suggestions = { ...nothing };
  for (const each of (await countsOf(prisma, id)).values())
    for (const state of states) suggestions[state] += each[state];
  return {
    id,
    author,
    find: { q, how, reading },
    words,
    reason,
    task: replacementTasks.find((each) => each === stored.task) ?? 'suggest',
    state: replacementStates.find((each) => each === stored.state) ?? 'failed',
    error,
    letters: { done: total - waiting, total },
    suggestions,
    createdAt: stored.createdAt.toISOString(),
  };
}

const states = ['open', 'accepted', 'rejected', 'withdrawn'] as const;

/** How many suggestions of a replacement are in which state, by letter. */
async function countsOf(prisma: PrismaClient, id: string): Promise<ReadonlyMap<string, Counts>> {
  const rows = await prisma.$queryRaw<{ letterId: string; state: string; count: number }[]>`
    SELECT h."letterId", s.state, count(*)::int AS count
    FROM replacement_hit h JOIN suggestion s ON s.id = h."suggestionId"
    WHERE h."replacementId" = ${id} GROUP BY h."letterId", s.state`;
  const byLetter = new Map<string, Counts>();
  for (const { letterId, state, count } of rows) {
    const known = states.find((each) => each === state);
    if (known) byLetter.set(letterId, { ...(byLetter.get(letterId) ?? nothing), [known]: count });
  }
  return byLetter;
}
