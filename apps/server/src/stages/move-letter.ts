import {
  isReturn,
  mayMove,
  type Reading,
  type Role,
  type Stage,
  stageAfter,
  stageLabel,
  whyNot,
} from '@chancery/workflow';
import { auditLetter } from '../audit/audit.js';
import type { ReadingEntry } from '../contract/stage.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Prisma, PrismaClient } from '../generated/client.js';
import { letterTie } from './letter-ties.js';
import { lackOf, stageOf, touchedIn } from './standing.js';
import { askToSign, tellHandedOver } from './tell-stage.js';

/** Somebody who moves a letter, with the role that they have in its edition. */
export interface Mover {
  readonly id: string;
  readonly role: Role | undefined;
}

/** A letter is handed on, or returned. */
export interface Move {
  readonly letterId: string;
  /** The stage that the letter is believed to be at; undefined where whatever it is will do. */
  readonly from?: Stage;
  readonly to: Stage | 'next';
  readonly comment: string;
  /** The reading that is signed with it. */
  readonly reading?: ReadingEntry | null;
}

/** What became of a move. */
export interface Moved {
  readonly moveId: string;
  /** The reading that was signed with it. */
  readonly readingId: string | undefined;
  /** Who has been told of it in their inbox. */
  readonly told: readonly string[];
}

const notYours = 'Your role does not allow this move at the letter’s present stage.';

/**
 * Hands a letter on, or returns it, in one transaction with what is signed by it. Who hands a proof on signs it, as the letter is
 * at that moment.
 *
 * @throws {HttpProblem} `stale` when the letter is at another stage by now, `not-allowed`, `bad-request` for a return
 * without a reason, `lacking` with everything that the letter lacks
 */
export async function moveLetter(prisma: PrismaClient, move: Move, mover: Mover): Promise<Moved> {
  const { letterId, comment } = move;
  // Outside of the transaction: it may take a moment, and what it says of a version stays true.
  const { version } = await prisma.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: { version: true },
  });
  const touched = await touchedIn(prisma, letterId, version);
  return prisma.$transaction(async (db) => {
    const letter = await lockedLetter(db, letterId);
    const from = stageOf(letter.stage);
    if (move.from !== undefined && move.from !== from)
      throw new HttpProblem(
        'stale',
        `Somebody has moved the letter meanwhile. It is in ${inWords(from)} now.`,
      );
    const to = move.to === 'next' ? stageAfter(from) : move.to;
    const why = mover.role
      ? whyNot(mover.role, 'move-letter', from, await letterTie(db, letterId, mover))
      : notYours;
    if (why !== null) throw new HttpProblem('not-allowed', why);
    if (!to || from === to || (!isReturn(from, to) && stageAfter(from) !== to))
      throw new HttpProblem('conflict', noSuchMove(from, to));
    if (!mayMove(mover.role, from, to)) throw new HttpProblem('not-allowed', notYours);
    if (isReturn(from, to)) {
      if (comment === '') throw new HttpProblem('bad-request', 'Say why the letter is returned.');
    } else {
      if (letter.version !== version)
        throw new HttpProblem(
          'stale',
          'Somebody is editing the letter just now. Try again when they have paused.',
        );
      const readings: Reading[] = move.reading ? [asReading(move.reading, from, mover.id)] : [];
      const lacks = await lackOf(db, letterId, touched.length, readings);
      if (lacks.length > 0) throw new HttpProblem('lacking', lacks.map(({ words }) => words).join(' '));
    }
    const reading = move.reading
      ? await db.reading.create({ data: readingRow(letterId, from, version, mover.id, move.reading) })
      : undefined;
    const asked = reading ? await askToSign(db, reading) : [];
    const made = await db.stageMove.create({
      data: { letterId, from, to, comment, version: letter.version, userId: mover.id },
    });
    await db.letter.update({ where: { id: letterId }, data: { stage: to } });
    await auditLetter(db, { letterId, personId: mover.id, action: 'letter-moved', details: { from, to } });
    const returned = isReturn(from, to);
    const moveId = made.id;
    const told = await tellHandedOver(db, { letterId, moveId, to, returned, comment, userId: mover.id });
    return { moveId, readingId: reading?.id, told: [...told, ...asked] };
  });
}

/** Why nobody at all moves a letter so. */
function noSuchMove(from: Stage, to: Stage | undefined): string {
  if (to === undefined) return 'The letter is published: there is no stage after that.';
  if (to === from) return `The letter is at the stage “${stageLabel(from)}” already.`;
  return `Letters are handed on by one stage at a time, and this one is at the stage “${stageLabel(from)}”.`;
}

/** A stage within a sentence. */
export function inWords(stage: Stage): string {
  return stageLabel(stage).toLowerCase();
}

/** Holds the letter's row until the transaction ends: of two who decide at once, the second sees what the first has done. */
export async function lockedLetter(
  db: Prisma.TransactionClient,
  letterId: string,
): Promise<{ stage: string; version: number }> {
  const [letter] = await db.$queryRaw<{ stage: string; version: number }[]>`
    SELECT stage, version FROM letter WHERE id = ${letterId} FOR UPDATE`;
  if (!letter) throw new HttpProblem('not-found');
  return letter;
}

function asReading({ method, partnerId }: ReadingEntry, stage: Stage, by: string): Reading {
  return { by, partner: partnerId ?? undefined, unsigned: partnerId !== null, method, stage };
}

function readingRow(letterId: string, stage: Stage, version: number, userId: string, reading: ReadingEntry) {
  const { method, copy, partnerId, changes } = reading;
  return { letterId, stage, version, userId, method, copy, partnerId, changes };
}

/**
 * Enters a reading in the verification ledger, and asks the second person to sign it, where there is one.
 *
 * @throws {HttpProblem} `bad-request` for a reading in tandem with oneself, with nobody, or with a stranger to the edition
 */
export async function enterReading(
  prisma: PrismaClient,
  letterId: string,
  userId: string,
  reading: ReadingEntry,
): Promise<{ id: string; told: string[] }> {
  await checkPartner(prisma, letterId, userId, reading);
  const letter = await prisma.letter.findUniqueOrThrow({
    where: { id: letterId },
    select: { stage: true, version: true },
  });
  return prisma.$transaction(async (db) => {
    const made = await db.reading.create({
      data: readingRow(letterId, stageOf(letter.stage), letter.version, userId, reading),
    });
    const details = { method: reading.method };
    await auditLetter(db, { letterId, personId: userId, action: 'reading-entered', details });
    return { id: made.id, told: await askToSign(db, made) };
  });
}

/** Two people read in tandem, and both belong to the edition. */
export async function checkPartner(
  prisma: PrismaClient,
  letterId: string,
  userId: string,
  { method, partnerId }: ReadingEntry,
): Promise<void> {
  if (method === 'single') {
    if (partnerId !== null) throw new HttpProblem('bad-request', 'A single reading is made by one person.');
    return;
  }
  if (partnerId === null) throw new HttpProblem('bad-request', 'Say who the second person was.');
  if (partnerId === userId)
    throw new HttpProblem('bad-request', 'The second person has to be somebody else than you.');
  const member = await prisma.membership.findFirst({
    where: { userId: partnerId, edition: { letters: { some: { id: letterId } } } },
    select: { userId: true },
  });
  if (!member) throw new HttpProblem('bad-request', 'The second person does not belong to this edition.');
}

/**
 * Takes the latest move of a letter back, with the letter as it stands.
 *
 * @throws {HttpProblem} `stale` when it is not the latest any more, `not-allowed` when it is somebody else's
 */
export async function takeMoveBack(
  prisma: PrismaClient,
  letterId: string,
  moveId: string,
  mover: Mover,
): Promise<Stage> {
  return prisma.$transaction(async (db) => {
    await lockedLetter(db, letterId);
    const latest = await latestMove(db, letterId);
    if (latest?.id !== moveId)
      throw new HttpProblem(
        'stale',
        'The letter has been moved again since. Only its latest move can be taken back.',
      );
    if (!mayTakeBack(latest, mover))
      throw new HttpProblem('not-allowed', 'Only who made this move, or an editor, can take it back.');
    await db.stageMove.update({
      where: { id: moveId },
      data: { takenBackAt: new Date(), takenBackById: mover.id },
    });
    await db.letter.update({ where: { id: letterId }, data: { stage: latest.from } });
    // Nobody has the letter by it any more.
    await db.notification.deleteMany({ where: { letterId, subjectId: moveId } });
    const details = { from: latest.to, to: latest.from };
    await auditLetter(db, { letterId, personId: mover.id, action: 'move-taken-back', details });
    return stageOf(latest.from);
  });
}

/** The latest move of a letter that was not taken back. */
export function latestMove(db: Prisma.TransactionClient, letterId: string) {
  return db.stageMove.findFirst({
    where: { letterId, takenBackAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}

/** One's own moves can be taken back, and an editor may take back everybody's; a publication only the chief editor. */
export function mayTakeBack(
  move: { readonly userId: string; readonly to: string },
  { id, role }: Mover,
): boolean {
  if (move.to === 'published') return role === 'chief-editor';
  return move.userId === id || role === 'editor' || role === 'chief-editor';
}
