import { randomUUID } from 'node:crypto';
import { applySteps, EditRefused, type OpenLetter, schema } from '@chancery/prosemirror-tei';
import type { KeptReading } from '@chancery/tei';
import type { Pool } from 'pg';
import { Step } from 'prosemirror-transform';
import { stepJson } from '../contract/letter.js';
import type { RefusalCode, StepsMessage, StoredStepsMessage } from '../contract/live.js';
import { keptMetadata, type StoredMetadata } from '../editions/stored-metadata.js';
import type { PrismaClient } from '../generated/client.js';
import { LetterBroken, loadLetter } from './load-letter.js';
import { type Seat, tell } from './seat.js';
import { storeSteps } from './store-steps.js';

/** How long a letter stays open after the last client has left it, in milliseconds. */
const lingering = 5 * 60 * 1_000;

/** What is held of a letter that somebody has open. */
interface OnDesk {
  letter: OpenLetter;
  version: number;
  /** Of the letter as it was when something was last stored here; it follows the letter by itself. */
  metadata: KeptReading<StoredMetadata> | undefined;
  readonly kind: string;
  readonly seats: Set<Seat>;
  /** The end of the queue: what concerns a letter happens one after the other. */
  last: Promise<unknown>;
  /** Closes the letter when nobody has come back. */
  timer?: NodeJS.Timeout;
}

/** A batch is refused; what was typed stays with the client. */
class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly reason: string,
  ) {
    super(reason);
  }
}

const reasons = {
  'not-allowed': 'You may not edit this letter now. Your change was not stored; it is still on your screen.',
  stale: 'Somebody else’s change came first. Yours is put after it and sent again.',
  unavailable: 'The server could not store your change just now. It is kept on your screen and sent again.',
  broken:
    'This letter cannot be edited: its stored steps do not lead to its text. Tell whoever runs Chancery; nothing is lost.',
  future:
    'The change names a version that this letter does not have. Reload the page; what you typed is kept.',
  fits: 'Your change does not fit the letter as it is now. It was not stored; it is still on your screen.',
} as const;

/**
 * The authority over letters that are being edited: checks steps, stores them at (letter, version), and only then
 * acknowledges them and hands them to everybody else.
 *
 * Any number of these may work on one database, one in each node: the database decides which batch came first.
 */
export class LetterDesk {
  /** By which this node knows its own notices. */
  readonly node = randomUUID();
  readonly #prisma: PrismaClient;
  readonly #pool: Pool;
  readonly #onStored: (letterId: string) => void;
  readonly #letters = new Map<string, Promise<OnDesk>>();

  /** @param onStored told after every stored batch, for what follows an edit at leisure */
  constructor(prisma: PrismaClient, pool: Pool, onStored: (letterId: string) => void = () => undefined) {
    this.#prisma = prisma;
    this.#pool = pool;
    this.#onStored = onStored;
  }

  /**
   * Seats a client at a letter: says hello, and sends what the client lacks since `version`.
   *
   * A client name belongs to the person who first used it; somebody else's is refused.
   */
  async join(seat: Seat, version: number): Promise<void> {
    const owner = await this.#prisma.step.findFirst({
      where: { letterId: seat.letterId, clientId: seat.clientId },
      select: { userId: true },
    });
    if (owner && owner.userId !== seat.person.id) {
      seat.close('This client name is another person’s.');
      return;
    }
    const canEdit = await seat.mayEdit();
    await this.#inTurn(seat.letterId, async (desk) => {
      for (const other of desk.seats) {
        if (other.clientId !== seat.clientId) continue;
        if (other.person.id !== seat.person.id) {
          seat.close('This client name is another person’s.');
          return;
        }
        // The same window has connected again before its lost connection was noticed.
        desk.seats.delete(other);
        other.close('Connected again.');
      }
      await this.#catchUp(seat.letterId, desk);
      clearTimeout(desk.timer);
      desk.seats.add(seat);
      tell(seat, { type: 'hello', version: desk.version, canEdit });
      await this.#sendSince(seat, desk, version);
    });
  }

  /** A client is gone. Its letter is closed a while after the last one has left. */
  async leave(seat: Seat): Promise<void> {
    const opening = this.#letters.get(seat.letterId);
    const desk = await opening?.catch(() => undefined);
    if (!desk) return;
    desk.seats.delete(seat);
    if (desk.seats.size > 0) return;
    clearTimeout(desk.timer);
    desk.timer = setTimeout(() => {
      if (desk.seats.size === 0) this.#letters.delete(seat.letterId);
    }, lingering);
    desk.timer.unref();
  }

  /**
   * Takes a batch. It is stored and sent to everybody, its author included, or refused with a reason to its author
   * alone. Sent a second time, it is acknowledged again and not stored again.
   */
  async submit(seat: Seat, message: StepsMessage): Promise<void> {
    let version = message.version;
    try {
      await this.#inTurn(seat.letterId, async (desk) => {
        version = desk.version;
        await this.#take(seat, message, desk);
      });
    } catch (error) {
      const refusal = this.#refusalFor(error, seat.letterId);
      tell(seat, {
        type: 'refused',
        batch: message.batch,
        code: refusal.code,
        reason: refusal.reason,
        version: (await this.#letters.get(seat.letterId)?.catch(() => undefined))?.version ?? version,
      });
    }
  }

  /** Another node has stored something for a letter: whoever has it open here is sent it. */
  async refresh(letterId: string): Promise<void> {
    if (!this.#letters.has(letterId)) return;
    await this.#inTurn(letterId, (desk) => this.#catchUp(letterId, desk));
  }

  /** Notices may have been missed: every open letter is compared with the database. */
  async refreshAll(): Promise<void> {
    await Promise.allSettled([...this.#letters.keys()].map((letterId) => this.refresh(letterId)));
  }

  /** The stored versions of the letters that are open here: for what shows how the house is. */
  get openLetters(): number {
    return this.#letters.size;
  }

  #refusalFor(error: unknown, letterId: string): Refusal {
    if (error instanceof Refusal) return error;
    if (error instanceof LetterBroken) {
      console.error(error.message);
      return new Refusal('unavailable', reasons.broken);
    }
    // Only the kind of error: its message may hold words of the letter.
    console.error(
      `A change of letter ${letterId} could not be stored: ${error instanceof Error ? error.name : 'error'}`,
    );
    return new Refusal('unavailable', reasons.unavailable);
  }

  #open(letterId: string): Promise<OnDesk> {
    const open = this.#letters.get(letterId);
    if (open) return open;
    const opening = loadLetter(this.#prisma, letterId).then((loaded): OnDesk => {
      if (!loaded) throw new LetterBroken(`There is no letter ${letterId}.`);
      return { ...loaded, metadata: undefined, seats: new Set(), last: Promise.resolve() };
    });
    this.#letters.set(letterId, opening);
    opening.catch(() => this.#letters.delete(letterId));
    return opening;
  }

  async #inTurn<T>(letterId: string, work: (desk: OnDesk) => Promise<T>): Promise<T> {
    const desk = await this.#open(letterId);
    const turn = desk.last.then(() => work(desk));
    desk.last = turn.catch(() => undefined);
    return turn;
  }

  async #take(seat: Seat, message: StepsMessage, desk: OnDesk): Promise<void> {
    if (!(await seat.mayEdit())) throw new Refusal('not-allowed', reasons['not-allowed']);
    if (message.version !== desk.version) await this.#catchUp(seat.letterId, desk);
    if (message.version !== desk.version) {
      if (message.version > desk.version) throw new Refusal('malformed', reasons.future);
      await this.#sendSince(seat, desk, message.version);
      if (await this.#holds(seat, message)) return;
      throw new Refusal('stale', reasons.stale);
    }

    const letter = this.#apply(desk.letter, message);
    const metadata = desk.metadata?.of(letter.source) ?? keptMetadata(letter.source, desk.kind);
    const stored = await storeSteps(this.#pool, {
      letterId: seat.letterId,
      version: desk.version,
      steps: message.steps,
      clientId: seat.clientId,
      batch: message.batch,
      userId: seat.person.id,
      source: letter.source,
      metadata: metadata.value,
      notice: `${this.node} ${seat.letterId}`,
    });
    if (!stored) {
      await this.#catchUp(seat.letterId, desk);
      // It may have been this very batch, stored before a lost connection to the database kept us from knowing.
      if (await this.#holds(seat, message)) return;
      throw new Refusal('stale', reasons.stale);
    }
    const before = desk.version;
    desk.letter = letter;
    desk.metadata = metadata;
    desk.version += message.steps.length;
    broadcast(desk, {
      type: 'steps',
      version: before,
      steps: message.steps.map((step) => ({ step, clientId: seat.clientId })),
    });
    this.#onStored(seat.letterId);
  }

  /** Whether a batch has been stored already. */
  async #holds(seat: Seat, message: StepsMessage): Promise<boolean> {
    const step = await this.#prisma.step.findFirst({
      where: { letterId: seat.letterId, clientId: seat.clientId, batch: message.batch },
      select: { version: true },
    });
    return step !== null;
  }

  #apply(letter: OpenLetter, message: StepsMessage): OpenLetter {
    let steps: Step[];
    try {
      steps = message.steps.map((json) => Step.fromJSON(schema, json));
    } catch {
      throw new Refusal('malformed', reasons.fits);
    }
    try {
      return applySteps(letter, steps);
    } catch (error) {
      if (error instanceof EditRefused) {
        throw new Refusal(
          'not-representable',
          `${error.message} It was not stored; it is still on your screen.`,
        );
      }
      throw new Refusal('does-not-apply', reasons.fits);
    }
  }

  /** Brings a letter to the version that the database has, and sends everybody the steps in between. */
  async #catchUp(letterId: string, desk: OnDesk): Promise<void> {
    const current = await this.#prisma.letter.findUnique({
      where: { id: letterId },
      select: { version: true },
    });
    if (current?.version === desk.version) return;
    const loaded = await loadLetter(this.#prisma, letterId);
    if (!loaded) throw new LetterBroken(`There is no letter ${letterId}.`);
    const before = desk.version;
    desk.letter = loaded.letter;
    desk.version = loaded.version;
    broadcast(desk, await this.#stepsBetween(letterId, before, loaded.version));
  }

  async #sendSince(seat: Seat, desk: OnDesk, version: number): Promise<void> {
    if (version < desk.version) tell(seat, await this.#stepsBetween(seat.letterId, version, desk.version));
  }

  async #stepsBetween(letterId: string, after: number, upTo: number): Promise<StoredStepsMessage> {
    const stored = await this.#prisma.step.findMany({
      where: { letterId, version: { gt: after, lte: upTo } },
      orderBy: { version: 'asc' },
      select: { step: true, clientId: true },
    });
    const steps = stored.map(({ step, clientId }) => ({ step: stepJson.parse(step), clientId }));
    return { type: 'steps', version: after, steps };
  }
}

function broadcast(desk: OnDesk, message: StoredStepsMessage): void {
  const text = JSON.stringify(message);
  for (const seat of desk.seats) seat.send(text);
}
