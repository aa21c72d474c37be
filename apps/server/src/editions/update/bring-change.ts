import { randomUUID } from 'node:crypto';
import { authorize } from '../../authorize.js';
import { suggestionLimits } from '../../contract/suggestion.js';
import { HttpProblem } from '../../errors/http-problem.js';
import type { PrismaClient } from '../../generated/client.js';
import { restoringSteps } from '../../history/restoring-steps.js';
import type { House } from '../../house.js';
import { openAt } from '../../live/load-letter.js';
import { suggest } from '../../suggesting/suggest.js';
import { placesOf, proposalsOf, withSource } from './letter-changes.js';

/** Another text of a letter, made outside of what was given at a version. */
export interface LetterChange {
  readonly letterId: string;
  /** The version that it was made of. */
  readonly version: number;
  readonly source: string;
  /** Whose work it is. */
  readonly person: { readonly id: string; readonly name: string };
  /** Whence it comes, in a few words. */
  readonly reason: string;
}

/** What became of it. */
export interface BroughtChange {
  /**
   * `taken` as a revision; `suggested`; `same` where the letter says so already; `not-compared` where it cannot be told place by place what
   * it changes, and nothing was done.
   */
  readonly outcome: 'taken' | 'suggested' | 'same' | 'not-compared';
  /** The version that the letter has now. */
  readonly version: number;
  readonly suggestions: number;
  /** How many of the suggestions cannot be taken any more, because their places were edited. */
  readonly overtaken: number;
}

/**
 * Brings a text of a letter back: as a revision where the letter is still what it was made of and the person may edit it, else
 * as suggestions upon what it is now. Nothing that anybody has written is touched.
 */
export async function bringChange(
  house: Pick<House, 'prisma' | 'desk'>,
  change: LetterChange,
): Promise<BroughtChange> {
  const { letterId, source } = change;
  const base = await openAt(house.prisma, letterId, change.version);
  const now = await house.desk.read(letterId);
  const none = { version: now.version, suggestions: 0, overtaken: 0 };
  if (!base) return { outcome: 'not-compared', ...none };
  if ([base, now].some(({ letter }) => letter.source === source)) return { outcome: 'same', ...none };
  if (now.letter.source === base.letter.source && (await mayThere(house.prisma, 'edit-letter', change))) {
    const version = await taken(house, change, base.letter.source);
    if (version !== undefined) return { outcome: 'taken', ...none, version };
  }
  const places = placesOf(base.letter, withSource(base.letter, source));
  if (places === undefined) return { outcome: 'not-compared', ...none };
  const proposals = proposalsOf(places, { ...change, version: base.version });
  const kept: string[] = [];
  for (let at = 0; at < proposals.length; at += suggestionLimits.atOnce) {
    const some = proposals.slice(at, at + suggestionLimits.atOnce);
    const outcomes = await suggest(house, letterId, change.person.id, some);
    for (const outcome of outcomes) if (outcome.kept) kept.push(outcome.id);
  }
  if (proposals.length > 0 && kept.length === 0) return { outcome: 'not-compared', ...none };
  const open = await house.prisma.suggestion.findMany({
    where: { id: { in: kept }, state: 'open' },
    select: { fit: true },
  });
  if (open.length === 0) return { outcome: 'same', ...none };
  const overtaken = open.filter(({ fit }) => fit === 'none').length;
  return { outcome: 'suggested', version: now.version, suggestions: open.length, overtaken };
}

/** Whether somebody may do something to a letter. */
export async function mayThere(
  prisma: PrismaClient,
  action: 'edit-letter' | 'suggest-changes',
  { letterId, person }: Pick<LetterChange, 'letterId' | 'person'>,
): Promise<boolean> {
  try {
    await authorize(prisma, { letter: action }, { ...person, email: '' }, { letterId });
    return true;
  } catch (error) {
    if (error instanceof HttpProblem) return false;
    throw error;
  }
}

/** Takes the text as a revision; answers the version, or undefined where somebody has come first. */
async function taken(
  { desk }: Pick<House, 'desk'>,
  { letterId, source, person, reason }: LetterChange,
  base: string,
): Promise<number | undefined> {
  let stands = false;
  let made = 0;
  const id = randomUUID();
  const version = await desk.amend(letterId, {
    userId: person.id,
    clientId: 'server:folder',
    batch: id,
    make: (letter, version) => {
      stands = letter.source === base;
      if (!stands) return [];
      const steps = restoringSteps(letter, withSource(letter, source));
      made = version + steps.length;
      return steps;
    },
    alongside: async (client) => {
      await client.query(
        `INSERT INTO revision (id, "letterId", version, kind, label, "userId") VALUES ($1, $2, $3, 'named', $4, $5)
         ON CONFLICT ("letterId", version, kind) DO NOTHING`,
        [id, letterId, made, reason.slice(0, mostLabel), person.id],
      );
    },
  });
  await desk.tellChanged(letterId, 'revisions');
  return stands ? version : undefined;
}

const mostLabel = 200;
