import { openLetter, schema } from '@chancery/prosemirror-tei';
import { LRUCache } from 'lru-cache';
import { Step } from 'prosemirror-transform';
import { Prisma, type PrismaClient } from '../generated/client.js';
import { LetterBroken } from '../live/load-letter.js';
import { Authorship, StepFailed } from './authorship.js';
import { restoredVersion } from './server-clients.js';

/** Who took a step, and when. */
export interface Taken {
  readonly userId: string;
  readonly at: Date;
  readonly clientId: string;
}

/** Who wrote each word of a letter at a version. */
export interface KnownAuthorship {
  readonly authorship: Authorship;
  /** Who made version `n`, at `n - 1`. */
  readonly taken: readonly Taken[];
}

interface Known {
  /** Followed to the newest version that anybody has asked for. */
  head: Authorship;
  /** Former states, from which an earlier version is followed again. */
  readonly stops: Authorship[];
  readonly taken: Taken[];
  /** The end of the queue. */
  last: Promise<unknown>;
}

/** After so many versions a state is kept, and so many steps are loaded at once. */
const spacing = 2_000;
const chunk = 500;

/** Of so many letters it is remembered who wrote them. */
const mostLetters = 24;

/** Works out who wrote the words of letters from their step logs, and goes on from where it stopped. */
export class LetterAuthors {
  readonly #prisma: PrismaClient;
  readonly #letters = new LRUCache<string, Promise<Known>>({ max: mostLetters });

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * Who wrote a letter as it was at a version. Answers undefined when there is no such letter.
   *
   * @throws {LetterBroken} when the steps of the letter do not lead to the version
   */
  async at(letterId: string, version: number): Promise<KnownAuthorship | undefined> {
    const known = await this.#known(letterId);
    if (!known) return undefined;
    const turn = known.last.then(() => this.#at(letterId, known, version));
    known.last = turn.catch(() => undefined);
    return { authorship: await turn, taken: known.taken };
  }

  async #known(letterId: string): Promise<Known | undefined> {
    const opening = this.#letters.get(letterId) ?? this.#open(letterId);
    this.#letters.set(letterId, opening);
    try {
      return await opening;
    } catch (error) {
      this.#letters.delete(letterId);
      if (error instanceof NoLetter) return undefined;
      throw error;
    }
  }

  async #open(letterId: string): Promise<Known> {
    const letter = await this.#prisma.letter.findUnique({
      where: { id: letterId },
      select: { baseSource: true },
    });
    if (!letter) throw new NoLetter();
    const head = new Authorship(openLetter(letter.baseSource).doc);
    return { head, stops: [head.copy()], taken: [], last: Promise.resolve() };
  }

  async #at(letterId: string, known: Known, version: number): Promise<Authorship> {
    if (version >= known.head.version) {
      await this.#follow(letterId, known, known.head, version);
      return known.head;
    }
    const stop = known.stops.findLast((each) => each.version <= version);
    const authorship = (stop ?? known.head).copy();
    await this.#follow(letterId, known, authorship, version);
    return authorship;
  }

  /** Follows the log. Steps that a release cannot take are passed over up to where the letter was read anew. */
  async #follow(letterId: string, known: Known, authorship: Authorship, upTo: number): Promise<void> {
    const anew = await this.#readAnew(letterId, authorship.version, upTo);
    let follows = true;
    let at = authorship.version;
    while (at < upTo) {
      const steps = await this.#stepsAfter(letterId, at, Math.min(upTo, at + chunk));
      if (steps.length === 0) throw new LetterBroken(`Letter ${letterId} has no version ${upTo}.`);
      for (const each of steps) {
        at = each.version;
        known.taken[at - 1] ??= { userId: each.userId, at: each.createdAt, clientId: each.clientId };
        follows &&= take(authorship, each);
        const source = anew.get(at);
        if (source !== undefined) {
          authorship.becomes(openLetter(source).doc, at);
          follows = true;
        }
        const former = follows ? restoredVersion(each.clientId) : undefined;
        if (former !== undefined && former < at) await this.#restored(letterId, known, authorship, former);
        if (authorship === known.head && follows && at % spacing === 0) known.stops.push(authorship.copy());
      }
    }
    if (!follows) throw new LetterBroken(`Letter ${letterId}: its steps do not lead to version ${upTo}.`);
  }

  /** When the letter is again what it was at a version, its words are whose they were then. */
  async #restored(letterId: string, known: Known, authorship: Authorship, version: number): Promise<void> {
    const former = await this.#at(letterId, known, version);
    if (former.doc.eq(authorship.doc)) authorship.becomesAgain(former, authorship.version);
  }

  async #readAnew(letterId: string, after: number, upTo: number): Promise<Map<number, string>> {
    const anew = await this.#prisma.checkpoint.findMany({
      where: { letterId, doc: { equals: Prisma.DbNull }, version: { gt: after, lte: upTo } },
      select: { version: true, source: true },
    });
    return new Map(anew.map(({ version, source }) => [version, source]));
  }

  #stepsAfter(letterId: string, after: number, upTo: number) {
    return this.#prisma.step.findMany({
      where: { letterId, version: { gt: after, lte: upTo } },
      orderBy: { version: 'asc' },
      select: { version: true, step: true, clientId: true, batch: true, userId: true, createdAt: true },
    });
  }
}

/** Takes a step; false when it cannot be taken. */
function take(
  authorship: Authorship,
  { version, step, batch }: { version: number; step: unknown; batch: string },
): boolean {
  try {
    authorship.follow({ version, step: Step.fromJSON(schema, step), batch });
    return true;
  } catch (error) {
    if (error instanceof StepFailed || error instanceof RangeError) return false;
    throw error;
  }
}

/** There is no letter of this name. */
class NoLetter extends Error {
  override readonly name = 'NoLetter';
}
