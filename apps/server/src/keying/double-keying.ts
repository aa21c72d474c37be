import { asAssigned, isRole, may, type Role } from '@chancery/workflow';
import { ReplaceStep } from 'prosemirror-transform';
import { type DecisionRequest, type KeyingRequest, keptDifference } from '../contract/keying.js';
import { metadataOf } from '../editions/stored-metadata.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Prisma, PrismaClient } from '../generated/client.js';
import type { LetterDesk } from '../live/letter-desk.js';
import { loadLetter } from '../live/load-letter.js';
import { lockedLetter } from '../stages/move-letter.js';
import { blankLetter } from './blank-letter.js';
import { bodyOf, Renewal } from './body-of.js';
import { collate } from './collate.js';
import { type Choice, settlingSteps } from './settle.js';

/** Somebody who decides, with the role that they have in the letter’s edition. */
export interface Adjudicator {
  readonly id: string;
  readonly role: Role | undefined;
}

/**
 * Has a letter keyed by two transcribers, each in a blank letter of their own, and puts that into their inboxes. Answers who was told.
 *
 * @throws {HttpProblem} `bad-request` when the two are one, or do not belong to the edition; `stale` when it is being keyed already
 */
export async function beginKeying(
  prisma: PrismaClient,
  letterId: string,
  { a, b }: KeyingRequest,
  personId: string,
): Promise<string[]> {
  if (a === b) throw new HttpProblem('bad-request', 'The two transcribers have to be two people.');
  const loaded = await loadLetter(prisma, letterId);
  if (!loaded) throw new HttpProblem('not-found');
  const source = blankLetter(loaded.letter);
  return prisma.$transaction(async (db) => {
    const { stage } = await lockedLetter(db, letterId);
    if (stage !== 'transcription')
      throw new HttpProblem('bad-request', 'A letter is keyed twice while it is in transcription.');
    const letter = await db.letter.findUniqueOrThrow({
      where: { id: letterId },
      include: { edition: true, keyings: { select: { slot: true } } },
    });
    if (letter.keyings.length > 0) throw new HttpProblem('stale', 'The letter is being keyed twice already.');
    await checkMembers(db, letter.editionId, [a, b]);
    const { rng, sch, title, id: keyingsOfId } = letter.edition;
    const { id: editionId } = await db.edition.upsert({
      where: { keyingsOfId },
      create: { id: `${keyingsOfId}~keyings`, keyingsOfId, title, rng, sch },
      update: { rng, sch },
    });
    for (const [slot, userId] of [
      ['a', a],
      ['b', b],
    ] as const) {
      const id = `${letterId}~${slot}`;
      const metadata = metadataOf(source, letter.kind);
      await db.letter.create({
        data: {
          id,
          editionId,
          name: id,
          path: `${slot}/${letter.path}`,
          kind: letter.kind,
          position: letter.position,
          encoding: letter.encoding,
          bom: letter.bom,
          baseSource: source,
          source,
          metadata: metadata as unknown as Prisma.InputJsonObject,
        },
      });
      await db.keying.create({ data: { letterId, slot, keyedId: id, userId } });
    }
    const told = [a, b].filter((userId) => userId !== personId);
    await db.notification.createMany({
      data: told.map((userId) => ({ userId, kind: 'to-key', letterId, actorId: personId, payload: {} })),
    });
    return told;
  });
}

async function checkMembers(db: Prisma.TransactionClient, editionId: string, ids: readonly string[]) {
  const members = await db.membership.findMany({
    where: { editionId, userId: { in: [...ids] } },
    select: { role: true },
  });
  const able = members.filter(
    ({ role }) => isRole(role) && may(role, 'edit-letter', 'transcription', asAssigned),
  );
  if (able.length < ids.length)
    throw new HttpProblem('bad-request', 'Both have to belong to the edition, with a role that transcribes.');
}

/**
 * Hands a keying in: it is not changed any more. With the second one both are collated.
 *
 * @throws {HttpProblem} `not-found` for who is not its transcriber, `stale` when it is handed in already
 */
export async function handKeyingIn(prisma: PrismaClient, letterId: string, userId: string): Promise<void> {
  await prisma.$transaction(async (db) => {
    await lockedLetter(db, letterId);
    const keyings = await db.keying.findMany({ where: { letterId }, orderBy: { slot: 'asc' } });
    const own = keyings.find((keying) => keying.userId === userId);
    if (!own) throw new HttpProblem('not-found', 'You have no keying of this letter.');
    if (own.handedInAt) throw new HttpProblem('stale', 'Your keying is handed in already.');
    await db.keying.update({
      where: { letterId_slot: { letterId, slot: own.slot } },
      data: { handedInAt: new Date() },
    });
  });
  await collateKeyings(prisma, letterId);
}

/** Collates two keyings that are both handed in, once. */
async function collateKeyings(prisma: PrismaClient, letterId: string): Promise<void> {
  const opened = await openKeyings(prisma, letterId);
  if (!opened) return;
  const differences = collate(opened.a.doc, opened.b.doc);
  await prisma.discrepancy.createMany({
    data: differences.map((difference, place) => ({
      letterId,
      place,
      difference: difference as unknown as Prisma.InputJsonObject,
    })),
    skipDuplicates: true,
  });
}

/** Both keyings, when both are handed in. */
async function openKeyings(prisma: PrismaClient, letterId: string) {
  const keyings = await prisma.keying.findMany({ where: { letterId }, orderBy: { slot: 'asc' } });
  if (keyings.length < 2 || keyings.some(({ handedInAt }) => handedInAt === null)) return undefined;
  const [one, other] = keyings;
  const [a, b] = await Promise.all([one, other].map((keying) => loadLetter(prisma, keying?.keyedId ?? '')));
  if (!one || !other || !a || !b) throw new HttpProblem('not-found', 'A keying of this letter is missing.');
  return { a: a.letter, b: b.letter, transcribers: [one.userId, other.userId] as const };
}

/**
 * Decides of a discrepancy, or takes the decision back where `decision` is null.
 *
 * @throws {HttpProblem} `not-allowed` for one that was referred to the chief editor, `stale` when the letter is made already
 */
export async function decideDiscrepancy(
  prisma: PrismaClient,
  letterId: string,
  place: number,
  decision: DecisionRequest | null,
  adjudicator: Adjudicator,
): Promise<void> {
  await prisma.$transaction(async (db) => {
    await lockedLetter(db, letterId);
    const found = await db.discrepancy.findUnique({
      where: { letterId_place: { letterId, place } },
      include: { letter: { select: { collatedAt: true } } },
    });
    if (!found) throw new HttpProblem('not-found', 'There is no such discrepancy.');
    if (found.letter.collatedAt)
      throw new HttpProblem('stale', 'The letter has been made of its keyings. Change it at the desk.');
    if (
      found.choice === 'referred' &&
      adjudicator.role !== 'chief-editor' &&
      found.decidedById !== adjudicator.id
    )
      throw new HttpProblem('not-allowed', 'This discrepancy was referred to the chief editor.');
    await db.discrepancy.update({
      where: { letterId_place: { letterId, place } },
      data: {
        choice: decision?.choice ?? null,
        text: decision?.choice === 'other' ? decision.text : null,
        comment: decision?.comment ?? '',
        decidedById: decision ? adjudicator.id : null,
        decidedAt: decision ? new Date() : null,
      },
    });
  });
}

/**
 * Makes the letter of its two keyings as it was decided: what keying A has is A’s transcriber’s, what was decided against it the
 * adjudicator’s. The keyings are kept. The reading by double keying is entered in the ledger.
 *
 * @throws {HttpProblem} `lacking` while a discrepancy is open or referred, `stale` when it was made before
 */
export async function makeOfKeyings(
  prisma: PrismaClient,
  desk: LetterDesk,
  letterId: string,
  adjudicator: Adjudicator,
): Promise<string> {
  const opened = await openKeyings(prisma, letterId);
  if (!opened) throw new HttpProblem('lacking', 'Not both transcriptions are handed in.');
  const stored = await prisma.discrepancy.findMany({ where: { letterId }, orderBy: { place: 'asc' } });
  const open = stored.filter(({ choice }) => choice === null || choice === 'referred').length;
  if (open > 0)
    throw new HttpProblem('lacking', `${open} ${open === 1 ? 'discrepancy is' : 'discrepancies are'} open.`);
  const differences = stored.map(({ difference }) => keptDifference.parse(difference));
  const decided = settlingSteps(opened.a.doc, opened.b.doc, differences, stored.map(choiceOf));
  const [transcriber, partner] = opened.transcribers;
  const keyed = bodyOf(opened.a.doc);
  if (!keyed) throw new HttpProblem('lacking', 'The first transcription has no text.');
  const [ofA, ofB] = [new Renewal(), new Renewal()];
  const text = ofA.slice(opened.a.doc.slice(keyed.from, keyed.to));
  await desk.amend(letterId, {
    userId: transcriber,
    clientId: `keying:${letterId}`,
    batch: 'keying a',
    make: ({ doc }) => {
      const body = bodyOf(doc);
      if (!body) throw new HttpProblem('lacking', 'The letter has no body to put the text into.');
      return [new ReplaceStep(body.from, body.to, text)];
    },
  });
  const version = await desk.amend(letterId, {
    userId: adjudicator.id,
    clientId: `collation:${letterId}`,
    batch: 'decisions',
    make: ({ doc }) => {
      const shift = (bodyOf(doc)?.from ?? 0) - keyed.from;
      return decided.map(
        ({ from, to, slice }) => new ReplaceStep(from + shift, to + shift, ofB.slice(slice)),
      );
    },
  });
  return prisma.$transaction(async (db) => {
    const { stage } = await lockedLetter(db, letterId);
    const { count } = await db.letter.updateMany({
      where: { id: letterId, collatedAt: null },
      data: { collatedAt: new Date() },
    });
    if (count === 0) throw new HttpProblem('stale', 'Somebody has made the letter of its keyings meanwhile.');
    const { id } = await db.reading.create({
      data: {
        letterId,
        stage,
        version,
        method: 'double-keying',
        copy: 'original',
        changes: '',
        userId: transcriber,
        partnerId: partner,
        // Both have signed by handing in what they keyed.
        partnerSignedAt: new Date(),
      },
    });
    return id;
  });
}

function choiceOf({ choice, text }: { choice: string | null; text: string | null }): Choice {
  if (choice === 'b' || choice === 'unclear') return { kind: choice };
  return choice === 'other' ? { kind: 'other', text: text ?? '' } : { kind: 'a' };
}
