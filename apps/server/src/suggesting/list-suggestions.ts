import {
  type SuggestionList,
  type SuggestionRow,
  suggestionFits,
  suggestionLimits,
  suggestionStates,
  suggestionWords,
} from '../contract/suggestion.js';
import type { Prisma, PrismaClient } from '../generated/client.js';
import type { House } from '../house.js';
import { letterNow } from './letter-now.js';
import { type LetterNow, type SuggestionNow, stepsAsJson, suggestionNow } from './stored-suggestion.js';

/** How many versions a stored suggestion may lie behind its letter before it is stored anew where the letter is. */
const behind = 200;

const someone = { select: { id: true, name: true } } as const;
const include = { author: someone, decider: someone } as const;

type Stored = Prisma.SuggestionGetPayload<{ include: typeof include }>;

/** All open suggestions of a letter where the letter is now, and the latest that were decided. */
export async function listSuggestions(
  { prisma, desk }: Pick<House, 'prisma' | 'desk'>,
  letterId: string,
): Promise<SuggestionList> {
  const found = await prisma.suggestion.findMany({
    where: { letterId, state: 'open' },
    orderBy: { createdAt: 'asc' },
    include,
  });
  const decided = await prisma.suggestion.findMany({
    where: { letterId, state: { not: 'open' } },
    orderBy: { decidedAt: 'desc' },
    take: suggestionLimits.decided,
    include,
  });
  // One that was decided between the two questions is decided.
  const done = new Set(decided.map(({ id }) => id));
  const open = found.filter(({ id }) => !done.has(id));
  const versions = open.map(({ version }) => version);
  // Read after them, so that none stands upon a version that is not known here.
  const letter = await letterNow(prisma, letterId, await desk.read(letterId), versions);
  const suggestions: SuggestionRow[] = [];
  for (const each of open) {
    const now = suggestionNow(each, letter);
    if (now.fit !== each.fit || letter.version - each.version > behind)
      await moveSuggestion(prisma, each, now, letter);
    suggestions.push(asSent(each, now));
  }
  return { version: letter.version, suggestions: [...suggestions, ...decided.map((each) => asSent(each))] };
}

/**
 * Stores a suggestion where its letter is now, unless it has become another meanwhile. What this release does not understand stays as it
 * is: a server beside this one, of a later release, may.
 */
export async function moveSuggestion(
  prisma: PrismaClient,
  { id, revision, version, updatedAt }: Pick<Stored, 'id' | 'revision' | 'version' | 'updatedAt'>,
  { steps, fit, isUnderstood }: SuggestionNow,
  letter: Pick<LetterNow, 'version'>,
): Promise<void> {
  if (!isUnderstood) return;
  await prisma.suggestion.updateMany({
    where: { id, revision, version, state: 'open' },
    data: { steps: stepsAsJson(steps), fit, version: letter.version, updatedAt },
  });
}

function asSent(stored: Stored, now?: SuggestionNow): SuggestionRow {
  const { id, author, revision, write, reason, decider, decision } = stored;
  const state = suggestionStates.find((each) => each === stored.state) ?? 'withdrawn';
  const fit = now?.fit ?? suggestionFits.find((each) => each === stored.fit) ?? 'none';
  return {
    id,
    author,
    revision,
    write,
    steps: now ? stepsAsJson(now.steps) : [],
    fit,
    words: suggestionWords.parse(stored.words),
    reason,
    state,
    decider,
    decision,
    decidedAt: stored.decidedAt?.toISOString() ?? null,
    createdAt: stored.createdAt.toISOString(),
    updatedAt: stored.updatedAt.toISOString(),
  };
}
