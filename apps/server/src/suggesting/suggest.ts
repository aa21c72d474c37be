import { type Keeping, type Proposal, suggestionLimits } from '../contract/suggestion.js';
import type { PrismaClient, Suggestion } from '../generated/client.js';
import type { House } from '../house.js';
import { openAt } from '../live/load-letter.js';
import { letterNow } from './letter-now.js';
import { type LetterNow, readSteps, stepsAsJson, suggestionNow, wordsAsJson } from './stored-suggestion.js';

type Refusal = Extract<Keeping, { kept: false }>;

const reasons: Record<Refusal['code'], string> = {
  behind: 'The letter has gone on. The suggestion is kept on this device and sent again upon what it is now.',
  'does-not-apply': 'The suggestion does not fit the letter. It is kept on this device.',
  stale: 'This suggestion was changed in another window meanwhile.',
  decided: 'This suggestion was decided while you went on writing.',
  unknown: 'There is no such suggestion of yours in this letter.',
  'too-many': `There may be ${suggestionLimits.open} open suggestions of one person in a letter. Wait until some are decided.`,
};

function refused(id: string, code: Refusal['code']): Refusal {
  return { id, kept: false, code, reason: reasons[code] };
}

/**
 * Keeps what somebody suggests for a letter: new suggestions, and other texts of earlier ones. Each is kept or refused by
 * itself; sent a second time, it is answered again and not kept again. Whoever has the letter open is told.
 *
 * Who the author is and whether they may suggest is the caller's to know.
 */
export async function suggest(
  house: Pick<House, 'prisma' | 'desk'>,
  letterId: string,
  authorId: string,
  proposals: readonly Proposal[],
): Promise<Keeping[]> {
  const { prisma, desk } = house;
  const versions = proposals.map(({ version }) => version);
  const letter = await letterNow(prisma, letterId, await desk.read(letterId), versions);
  const stored = await prisma.suggestion.findMany({ where: { id: { in: proposals.map(({ id }) => id) } } });
  const former = new Map(stored.map((each) => [each.id, each]));
  let room = suggestionLimits.open - (await prisma.suggestion.count({ where: openOf(letterId, authorId) }));
  const outcomes: Keeping[] = [];
  for (const proposal of proposals) {
    const own = former.get(proposal.id);
    if (!own && proposal.steps.length > 0) room -= 1;
    outcomes.push(
      room < 0 && !own
        ? refused(proposal.id, 'too-many')
        : await keep(prisma, { letterId, authorId, letter, own, proposal }),
    );
  }
  if (outcomes.some(({ kept }) => kept)) await desk.tellChanged(letterId, 'suggestions');
  return outcomes;
}

function openOf(letterId: string, authorId: string) {
  return { letterId, authorId, state: 'open' } as const;
}

interface Keep {
  readonly letterId: string;
  readonly authorId: string;
  readonly letter: LetterNow;
  readonly own: Suggestion | undefined;
  readonly proposal: Proposal;
}

async function keep(prisma: PrismaClient, given: Keep): Promise<Keeping> {
  const { letterId, authorId, own, proposal } = given;
  const { id, revision, write } = proposal;
  if (own && (own.letterId !== letterId || own.authorId !== authorId)) return refused(id, 'unknown');
  if (own?.write === write) return { id, kept: true, revision: own.revision };
  if (own && own.state !== 'open') return refused(id, 'decided');
  if ((own?.revision ?? 0) !== revision) return refused(id, own ? 'stale' : 'unknown');
  if (proposal.steps.length === 0) return takeAway(prisma, given);
  const data = await suggested(prisma, given);
  if (typeof data === 'string') return refused(id, data);
  if (!own) {
    const created = await prisma.suggestion.createMany({
      data: { id, letterId, authorId, write, reason: proposal.reason, ...data },
      skipDuplicates: true,
    });
    // The same suggestion has come twice at once.
    return created.count === 1 ? { id, kept: true, revision: 1 } : again(prisma, given);
  }
  const { count } = await prisma.suggestion.updateMany({
    where: { id, revision, ...openOf(letterId, authorId) },
    data: { write, reason: proposal.reason, revision: revision + 1, ...data },
  });
  return count === 1 ? { id, kept: true, revision: revision + 1 } : again(prisma, given);
}

async function again(prisma: PrismaClient, given: Keep): Promise<Keeping> {
  const own = await prisma.suggestion.findUnique({ where: { id: given.proposal.id } });
  if (!own) return refused(given.proposal.id, 'unknown');
  if (own.write === given.proposal.write) return { id: own.id, kept: true, revision: own.revision };
  return refused(own.id, own.state === 'open' ? 'stale' : 'decided');
}

async function takeAway(prisma: PrismaClient, { letterId, authorId, proposal }: Keep): Promise<Keeping> {
  const { id, revision } = proposal;
  await prisma.suggestion.deleteMany({ where: { id, revision, ...openOf(letterId, authorId) } });
  return { id, kept: true, revision };
}

/** What is stored of a proposal; a code when it cannot be. */
async function suggested(prisma: PrismaClient, { letterId, letter, proposal }: Keep) {
  const { version } = proposal;
  if (version > letter.version) return 'behind';
  const made = readSteps(proposal.steps);
  if (!made) return 'does-not-apply';
  const { steps, fit } = suggestionNow({ version, steps: proposal.steps, fit: 'whole' }, letter);
  const kept = { version: letter.version, steps: stepsAsJson(steps), fit };
  if (fit === 'whole') return { ...kept, words: wordsAsJson(letter.doc, steps) };
  // What does not fit the letter that it was made for never did.
  if (version === letter.version) return 'does-not-apply';
  const then = await openAt(prisma, letterId, version);
  if (!then) return 'does-not-apply';
  const words = wordsAsJson(then.letter.doc, made);
  return words.places.length > 0 ? { ...kept, words } : 'does-not-apply';
}
