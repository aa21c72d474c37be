import { schema, type TouchedPassage, touchedPassages } from '@chancery/prosemirror-tei';
import {
  isStage,
  type Lack,
  lacking,
  type Reading,
  readingMethods,
  type Stage,
  type Standing,
  stages,
} from '@chancery/workflow';
import { Step } from 'prosemirror-transform';
import { storedSettings } from '../contract/settings.js';
import type { Prisma, PrismaClient } from '../generated/client.js';
import { clericalClients, isClerical } from '../history/server-clients.js';
import { openAt } from '../live/load-letter.js';

/** The client or a transaction of it. */
export type Queries = PrismaClient | Prisma.TransactionClient;

/** A stored stage; one that a newer release wrote is treated as the strictest. */
export function stageOf(word: string): Stage {
  return isStage(word) ? word : 'published';
}

/**
 * The moves that count: of a letter that was returned and handed on again only the latest signature of each stage does.
 */
function signatures(moves: readonly { from: string; to: string; version: number }[]) {
  const signed = new Map<Stage, number>();
  for (const { from, to, version } of moves) {
    const [left, entered] = [stages.indexOf(stageOf(from)), stages.indexOf(stageOf(to))];
    if (entered > left) signed.set(stageOf(from), version);
    else for (const stage of stages.slice(entered)) signed.delete(stage);
  }
  return signed;
}

/**
 * The version at which a proof of the letter was last signed: what has been changed since is to be read again. Undefined for a
 * letter whose proofs are to be read as a whole.
 */
export async function signedVersion(db: Queries, letterId: string): Promise<number | undefined> {
  const moves = await db.stageMove.findMany({
    where: { letterId, takenBackAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { from: true, to: true, version: true },
  });
  const signed = signatures(moves);
  return signed.get('second-proof') ?? signed.get('first-proof');
}

/** The passages of a letter that have changed since a proof was signed and were not read again, as the letter is at `version`. */
export async function touchedIn(
  prisma: PrismaClient,
  letterId: string,
  version: number,
): Promise<readonly TouchedPassage[]> {
  const since = await signedVersion(prisma, letterId);
  if (since === undefined || since >= version) return [];
  const [signed, steps, read] = await Promise.all([
    openAt(prisma, letterId, since),
    prisma.step.findMany({
      where: { letterId, version: { gt: since, lte: version } },
      orderBy: { version: 'asc' },
      select: { version: true, step: true, userId: true, clientId: true },
    }),
    prisma.passageRead.findMany({
      where: { letterId, version: { gt: since } },
      select: { from: true, to: true, version: true },
    }),
  ]);
  if (!signed) return [];
  const edits = steps
    .filter((each) => each.version > signed.version)
    .map(({ version: made, step, userId, clientId }) => ({
      version: made,
      step: Step.fromJSON(schema, step),
      by: isClerical(clientId) ? undefined : userId,
    }));
  return touchedPassages(signed.letter.doc, edits, read).passages;
}

/** The people who have made the text, until it was first handed on. */
async function transcribersOf(db: Queries, letterId: string): Promise<string[]> {
  const first = await db.stageMove.findFirst({
    where: { letterId, from: 'transcription', takenBackAt: null },
    orderBy: { createdAt: 'asc' },
    select: { version: true, userId: true },
  });
  const steps = await db.step.findMany({
    where: {
      letterId,
      clientId: { notIn: [...clericalClients] },
      ...(first ? { version: { lte: first.version } } : {}),
    },
    distinct: ['userId'],
    select: { userId: true },
  });
  return [...new Set([...steps.map(({ userId }) => userId), ...(first ? [first.userId] : [])])];
}

/** A stored reading, as far as it counts for a stage. */
function countedReading(stored: {
  userId: string;
  partnerId: string | null;
  partnerSignedAt: Date | null;
  method: string;
  stage: string;
}): Reading {
  const method = readingMethods.find((each) => each === stored.method) ?? 'single';
  return {
    by: stored.userId,
    partner: stored.partnerId ?? undefined,
    unsigned: stored.partnerId !== null && stored.partnerSignedAt === null,
    method,
    stage: stageOf(stored.stage),
  };
}

/** How many differences between two keyings are not settled; 1 while a keying is not handed in. */
async function openDiscrepancies(db: Queries, letterId: string): Promise<number> {
  const letter = await db.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: { collatedAt: true, _count: { select: { keyings: true } } },
  });
  if (letter.collatedAt || letter._count.keyings === 0) return 0;
  return Math.max(1, await db.discrepancy.count({ where: { letterId, choice: null } }));
}

/** How many of the notes that a letter calls are not approved in their present wording; one that is missing is not. */
async function notesNotApproved(db: Queries, letterId: string): Promise<number> {
  const [counted] = await db.$queryRaw<{ notes: number }[]>`
    SELECT count(DISTINCT (callout.path, callout."noteId"))::int AS notes FROM letter_callout AS callout
    LEFT JOIN letter AS file ON file."editionId" = callout."editionId" AND file.path = callout.path
    LEFT JOIN note_review AS review ON review."letterId" = file.id AND review."noteId" = callout."noteId"
    WHERE callout."letterId" = ${letterId} AND review.state IS DISTINCT FROM 'approved'`;
  return counted?.notes ?? 0;
}

/** What a letter lacks before it may be handed on, with what is just being signed counted in. */
export async function lackOf(
  db: Queries,
  letterId: string,
  touched: number,
  justNow: readonly Reading[] = [],
): Promise<Lack[]> {
  const letter = await db.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: { stage: true, errorCount: true, edition: { select: { settings: true } } },
  });
  const [readings, transcribers] = await Promise.all([
    db.reading.findMany({ where: { letterId } }),
    transcribersOf(db, letterId),
  ]);
  const standing: Standing = {
    stage: stageOf(letter.stage),
    errors: letter.errorCount,
    openSuggestions: await db.suggestion.count({ where: { letterId, state: 'open' } }),
    openDiscrepancies: await openDiscrepancies(db, letterId),
    notesNotApproved: await notesNotApproved(db, letterId),
    touchedPassages: touched,
    readings: [...readings.map(countedReading), ...justNow],
    transcribers,
  };
  return lacking(standing, storedSettings(letter.edition.settings).verification);
}
