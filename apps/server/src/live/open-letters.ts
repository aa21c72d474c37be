import type { OpenLetter } from '@chancery/prosemirror-tei';
import type { KeptReading } from '@chancery/tei';
import type { StoredMetadata } from '../editions/stored-metadata.js';
import type { PrismaClient } from '../generated/client.js';
import { LetterBroken, loadLetter } from './load-letter.js';
import { RecentSteps } from './recent-steps.js';
import type { Seat } from './seat.js';
import type { Proposal } from './take-batches.js';

/** How long a letter stays open after the last client has left it, in milliseconds. */
const lingering = 5 * 60 * 1_000;

/** What is held of a letter that somebody has open. */
export interface OnDesk {
  letter: OpenLetter;
  version: number;
  /** Of the letter as it was when something was last stored here; it follows the letter by itself. */
  metadata: KeptReading<StoredMetadata> | undefined;
  readonly kind: string;
  /** The version at which it was last opened anew from its source. */
  anewAt: number;
  recent: RecentSteps;
  readonly seats: Set<Seat>;
  /** What has come and is not looked at yet. */
  readonly waiting: SeatProposal[];
  /** The end of the queue: what concerns a letter happens one after the other. */
  last: Promise<unknown>;
  /** Closes the letter when nobody has come back. */
  timer?: NodeJS.Timeout;
}

/** A batch, and the seat that it came from. */
export interface SeatProposal extends Proposal {
  readonly seat: Seat;
}

/** The letters that somebody has open at this node, each with its queue: what concerns a letter happens one after the other. */
export class OpenLetters {
  readonly #prisma: PrismaClient;
  readonly #letters = new Map<string, Promise<OnDesk>>();

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  get size(): number {
    return this.#letters.size;
  }

  get ids(): string[] {
    return [...this.#letters.keys()];
  }

  /** A letter, if it is open and can be. */
  async at(letterId: string): Promise<OnDesk | undefined> {
    return this.#letters.get(letterId)?.catch(() => undefined);
  }

  /** Everybody who has a letter open here. */
  async seats(): Promise<Seat[]> {
    const desks = await Promise.all(this.ids.map((letterId) => this.at(letterId)));
    return desks.flatMap((desk) => (desk ? [...desk.seats] : []));
  }

  /** Opens a letter, unless it is open. @throws {LetterBroken} when it cannot be */
  open(letterId: string): Promise<OnDesk> {
    const open = this.#letters.get(letterId);
    if (open) return open;
    const opening = loadLetter(this.#prisma, letterId).then((loaded): OnDesk => {
      if (!loaded) throw new LetterBroken(`There is no letter ${letterId}.`);
      return {
        ...loaded,
        metadata: undefined,
        recent: new RecentSteps(loaded.version),
        seats: new Set(),
        waiting: [],
        last: Promise.resolve(),
      };
    });
    this.#letters.set(letterId, opening);
    opening.catch(() => this.#letters.delete(letterId));
    return opening;
  }

  /** Does something with a letter when all that was asked for before is done. */
  async inTurn<T>(letterId: string, work: (desk: OnDesk) => Promise<T>): Promise<T> {
    const desk = await this.open(letterId);
    const turn = desk.last.then(() => work(desk));
    desk.last = turn.catch(() => undefined);
    return turn;
  }

  /** Closes a letter after a while in which nobody has it open. */
  async closeLater(letterId: string): Promise<void> {
    const desk = await this.at(letterId);
    if (!desk || desk.seats.size > 0) return;
    clearTimeout(desk.timer);
    desk.timer = setTimeout(() => {
      if (desk.seats.size === 0) this.#letters.delete(letterId);
    }, lingering);
    desk.timer.unref();
  }
}
