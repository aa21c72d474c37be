import {
  type EditionAction,
  isStage,
  type LetterAction,
  type LetterTie,
  may,
  noTie,
  type Role,
  type Stage,
  whyNot,
} from '@chancery/workflow';
import type { Person } from './contract/session.js';
import { HttpProblem } from './errors/http-problem.js';
import type { PrismaClient } from './generated/client.js';
import type { Policy } from './policies.js';
import { mayMakeVolumes } from './sign-in/may-make-volumes.js';
import { roleIn } from './sign-in/role-in.js';
import { letterTie } from './stages/letter-ties.js';

/** What one may not see does not exist. */
export const unknownHere = 'There is nothing at this address that you may see.';
const notYours = 'Your role in this edition does not allow this. Ask the chief editor.';

/** The names in an address that policies look at. */
export interface Addressed {
  readonly editionId?: string | undefined;
  readonly letterId?: string | undefined;
  readonly publicationId?: string | undefined;
  readonly fileId?: string | undefined;
  readonly importId?: string | undefined;
  readonly imageId?: string | undefined;
}

/** What was found out on the way: the person's role in the edition, the stage of the letter, and what it is to the person. */
export interface Authorization {
  readonly role?: Role;
  readonly stage?: Stage;
  readonly tie?: LetterTie;
}

/**
 * Lets a person pass who may do what a policy asks for.
 *
 * @throws {HttpProblem} `not-signed-in`, `not-found` for what belongs to an edition that the person is not a member
 * of (what one may not see does not exist), `not-allowed` for what the person's role does not allow, or their tie to the letter, with the reason
 */
export async function authorize(
  prisma: PrismaClient,
  policy: Policy,
  person: Person | null,
  addressed: Addressed,
): Promise<Authorization> {
  if (policy === 'anyone') return {};
  if (!person) throw new HttpProblem('not-signed-in', 'Sign in to the desk and try again.');
  if (policy === 'signed-in') return {};
  if (policy === 'make-volume') {
    if (await mayMakeVolumes(prisma, person)) return {};
    throw new HttpProblem(
      'not-allowed',
      'You may make no volume here. Ask a chief editor to invite you to theirs.',
    );
  }
  const names = [
    addressed.editionId,
    addressed.letterId,
    addressed.publicationId,
    addressed.fileId,
    addressed.importId,
    addressed.imageId,
  ];
  // No name has it, and the database cannot be asked for it.
  if (names.some((name) => name?.includes('\0'))) throw new HttpProblem('not-found', unknownHere);

  if ('letter' in policy) {
    const letter = await prisma.letter.findUnique({
      where: { id: addressed.letterId ?? '' },
      select: { editionId: true, stage: true, keyingOf: keyingColumns },
    });
    if (letter?.keyingOf) return ofKeying(prisma, letter.keyingOf, policy.letter, person);
    const role = letter ? await roleIn(prisma, letter.editionId, person.id) : undefined;
    if (!letter || !role) throw new HttpProblem('not-found', unknownHere);
    // A stage that a newer release wrote is treated as the strictest one.
    const stage = isStage(letter.stage) ? letter.stage : 'published';
    const tie = await letterTie(prisma, addressed.letterId ?? '', { id: person.id, role });
    const why = whyNot(role, policy.letter, stage, tie);
    if (why !== null) throw new HttpProblem('not-allowed', why);
    return { role, stage, tie };
  }

  if ('image' in policy && policy.image === 'see-image')
    return toSeeImage(prisma, addressed.imageId ?? '', person);
  const { editionId, action, isTheirs } = await inEdition(prisma, policy, addressed, person);
  if (isTheirs) return authorize(prisma, 'make-volume', person, {});
  const role = editionId ? await roleIn(prisma, editionId, person.id) : undefined;
  if (!role) throw new HttpProblem('not-found', unknownHere);
  if (!may(role, action)) throw new HttpProblem('not-allowed', notYours);
  return { role };
}

const keyingColumns = {
  select: {
    userId: true,
    handedInAt: true,
    letter: { select: { editionId: true, keyings: { select: { handedInAt: true } } } },
  },
} as const;

interface KeyingRights {
  readonly userId: string;
  readonly handedInAt: Date | null;
  readonly letter: { readonly editionId: string; readonly keyings: readonly { handedInAt: Date | null }[] };
}

/**
 * A keying is its transcriber’s until it is handed in, and nobody else sees it; who adjudicates reads both when both are handed
 * in. It is read and typed, and nothing else is done with it.
 */
async function ofKeying(
  prisma: PrismaClient,
  { userId, handedInAt, letter }: KeyingRights,
  action: LetterAction,
  person: Person,
): Promise<Authorization> {
  const role = await roleIn(prisma, letter.editionId, person.id);
  const own = userId === person.id;
  const both = letter.keyings.every((keying) => keying.handedInAt !== null);
  if (!role || !(own || (both && may(role, 'adjudicate', 'transcription', noTie))))
    throw new HttpProblem('not-found', unknownHere);
  const open = own && handedInAt === null;
  if (action !== 'read-letter' && !(action === 'edit-letter' && open))
    throw new HttpProblem('not-allowed', 'A keying is typed by its transcriber, until it is handed in.');
  const tie = { assigned: false, transcribed: open };
  return { role: open ? 'transcriber' : 'reader', stage: 'transcription', tie };
}

/** Lets pass who manages the images, or may read a letter that the image belongs to, also as one of its keyings. */
async function toSeeImage(prisma: PrismaClient, imageId: string, person: Person): Promise<Authorization> {
  const image = await prisma.pageImage.findUnique({
    where: { id: imageId },
    select: {
      editionId: true,
      letters: { select: { letter: { select: { id: true, keyings: { select: { keyedId: true } } } } } },
    },
  });
  const role = image ? await roleIn(prisma, image.editionId, person.id) : undefined;
  if (!image || !role) throw new HttpProblem('not-found', unknownHere);
  if (may(role, 'manage-images')) return { role };
  const letterIds = image.letters.flatMap(({ letter }) => [
    letter.id,
    ...letter.keyings.map(({ keyedId }) => keyedId),
  ]);
  for (const letterId of letterIds)
    try {
      return await authorize(prisma, { letter: 'read-letter' }, person, { letterId });
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
    }
  throw new HttpProblem(
    'not-allowed',
    'You see the images of the letters that you may read, and this is none of them.',
  );
}

/** The edition that an address leads to, and what is asked for there; or whether it leads to what belongs to no edition, but to whoever asks. */
async function inEdition(
  prisma: PrismaClient,
  policy: Exclude<Policy, string | { readonly letter: unknown }>,
  { editionId, publicationId = '', fileId = '', importId = '', imageId = '' }: Addressed,
  person: Person,
): Promise<{ editionId: string | undefined; action: EditionAction; isTheirs?: boolean }> {
  if ('edition' in policy) return { editionId, action: policy.edition };
  const select = { editionId: true } as const;
  if ('image' in policy) {
    const image = await prisma.pageImage.findUnique({ where: { id: imageId }, select });
    return { editionId: image?.editionId, action: 'manage-images' };
  }
  if ('printedImport' in policy) {
    const sent = await prisma.printedImport.findUnique({
      where: { id: importId },
      select: { ...select, userId: true },
    });
    return {
      editionId: sent?.editionId ?? undefined,
      action: policy.printedImport,
      isTheirs: sent?.editionId === null && sent.userId === person.id,
    };
  }
  const named =
    'publication' in policy
      ? await prisma.publication.findUnique({ where: { id: publicationId }, select })
      : await prisma.fileToMend.findUnique({ where: { id: fileId }, select });
  const action = 'publication' in policy ? policy.publication : policy.fileToMend;
  return { editionId: named?.editionId, action };
}
