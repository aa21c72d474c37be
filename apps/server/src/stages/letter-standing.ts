import {
  type LetterAction,
  type LetterTie,
  mayMove,
  type Role,
  readingCopies,
  readingMethods,
  stages,
  whyNot,
} from '@chancery/workflow';
import type { LetterStanding } from '../contract/stage.js';
import type { PrismaClient } from '../generated/client.js';
import { latestMove, mayTakeBack } from './move-letter.js';
import { isOnlyBy } from './read-passages.js';
import { lackOf, stageOf, touchedIn } from './standing.js';
import { dayOf } from './work-queue.js';

const handedIn = 'One of two transcriptions of a letter is handed in, and not passed on.';
const noRole = 'You do not belong to this edition any more.';

const someone = { select: { id: true, name: true } } as const;

/** All that the desk shows of where a letter stands, for a person of a role. */
export async function letterStanding(
  prisma: PrismaClient,
  letterId: string,
  person: { readonly id: string; readonly role: Role | undefined; readonly tie: LetterTie },
): Promise<LetterStanding> {
  const letter = await prisma.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: {
      stage: true,
      version: true,
      assignments: { select: { stage: true, dueOn: true, user: someone } },
      stageMoves: {
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        include: { user: someone, takenBackBy: someone },
      },
      keyingOf: { select: { slot: true } },
      readings: { orderBy: { createdAt: 'desc' }, include: { user: someone, partner: someone } },
    },
  });
  const stage = stageOf(letter.stage);
  const touched = await touchedIn(prisma, letterId, letter.version);
  const [lacks, latest, names] = await Promise.all([
    lackOf(prisma, letterId, touched.length),
    latestMove(prisma, letterId),
    namesOf(
      prisma,
      touched.flatMap(({ by }) => by),
    ),
  ]);
  const closed = (action: LetterAction) =>
    person.role ? whyNot(person.role, action, stage, person.tie) : noRole;
  const cannot = {
    edit: closed('edit-letter'),
    move: letter.keyingOf ? handedIn : closed('move-letter'),
    read: closed('record-reading'),
  };
  const mayRead = cannot.read === null;
  return {
    stage,
    version: letter.version,
    lacks,
    mayMoveTo: cannot.move === null ? stages.filter((to) => mayMove(person.role, stage, to)) : [],
    cannot,
    mayRead,
    touched: touched.map(({ from, to, by }) => ({
      from,
      to,
      by: by.map((id) => ({ id, name: names.get(id) ?? 'Somebody' })),
      mayRead: mayRead && !isOnlyBy(by, person.id),
    })),
    assignments: letter.assignments.map((each) => ({
      stage: stageOf(each.stage),
      user: each.user,
      dueOn: dayOf(each.dueOn),
    })),
    moves: letter.stageMoves.map(({ id, from, to, comment, version, user, createdAt, takenBackBy }) => ({
      id,
      from: stageOf(from),
      to: stageOf(to),
      comment,
      version,
      by: user,
      at: createdAt.toISOString(),
      takenBackBy,
    })),
    mayTakeBack: latest && mayTakeBack(latest, person) ? latest.id : null,
    readings: letter.readings.map((reading) => ({
      id: reading.id,
      stage: stageOf(reading.stage),
      method: readingMethods.find((each) => each === reading.method) ?? 'single',
      copy: readingCopies.find((each) => each === reading.copy) ?? 'original',
      changes: reading.changes,
      version: reading.version,
      by: reading.user,
      partner: reading.partner,
      partnerSignedAt: reading.partnerSignedAt?.toISOString() ?? null,
      at: reading.createdAt.toISOString(),
    })),
  };
}

async function namesOf(prisma: PrismaClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const users = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
