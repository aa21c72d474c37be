import { randomUUID } from 'node:crypto';
import { applySteps, EditRefused, type OpenLetter, schema } from '@chancery/prosemirror-tei';
import type { KeptReading } from '@chancery/tei';
import type { Pool, PoolClient } from 'pg';
import { Step } from 'prosemirror-transform';
import { stepJson } from '../contract/letter.js';
import {
  type RefusalCode,
  type ServerMessage,
  type StepsMessage,
  type StoredStepsMessage,
  type Topic,
  topics,
} from '../contract/live.js';
import { keptMetadata, type StoredMetadata } from '../editions/stored-metadata.js';
import type { PrismaClient } from '../generated/client.js';
import { isCheckpointDue, keepCheckpoint } from './checkpoints.js';
import { batchesOf, LetterBroken, loadLetter } from './load-letter.js';
import { type RecentStep, RecentSteps } from './recent-steps.js';
import { type Seat, tell } from './seat.js';
import { patchBetween } from './source-patch.js';
import { type NodeNotice, notice, noticeChannel, storeSteps } from './store-steps.js';

/** How long a letter stays open after the last client has left it, in milliseconds. */
const lingering = 5 * 60 * 1_000;

/** How many steps of other nodes are followed one by one; of more, the letter is opened from what is stored. */
const mostFollowed = 200;

/** How many people one notice to other nodes names. */
const peopleToANotice = 100;

/** What is held of a letter that somebody has open. */
interface OnDesk {
  letter: OpenLetter;
  version: number;
  /** Of the letter as it was when something was last stored here; it follows the letter by itself. */
  metadata: KeptReading<StoredMetadata> | undefined;
  readonly kind: string;
  /** The version at which it was last opened anew from its source. */
  anewAt: number;
  readonly recent: RecentSteps;
  readonly seats: Set<Seat>;
  /** The end of the queue: what concerns a letter happens one after the other. */
  last: Promise<unknown>;
  /** Closes the letter when nobody has come back. */
  timer?: NodeJS.Timeout;
}

/** A letter as it was at a moment. */
export interface LetterAtVersion {
  readonly letter: OpenLetter;
  readonly version: number;
}

/** Who a batch is stored for, and by which names it is known again. */
interface Author {
  readonly userId: string;
  readonly clientId: string;
  readonly batch: string;
}

/** An edit that the server makes itself, for somebody who asked for it. */
export interface Amendment extends Author {
  /** The steps upon the letter as it is; called again when another edit came first. Whatever it throws is passed on. */
  make(letter: OpenLetter, version: number): readonly Step[] | Promise<readonly Step[]>;
  /** Statements of the same transaction: all is stored, or nothing is. Whatever it throws undoes both. */
  alongside?(client: PoolClient): Promise<void>;
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
      tell(seat, { type: 'hello', version: desk.version, canEdit, anewAt: desk.anewAt });
      await this.#sendSince(seat, desk, version);
    });
  }

  /** A client is gone. Its letter is closed a while after the last one has left. */
  async leave(seat: Seat): Promise<void> {
    const opening = this.#letters.get(seat.letterId);
    const desk = await opening?.catch(() => undefined);
    desk?.seats.delete(seat);
    await this.#closeLater(seat.letterId);
  }

  /**
   * Takes a batch. It is stored and sent to everybody, its author included, or refused with a reason to its author
   * alone. Sent a second time, it is acknowledged again and not stored again.
   */
  async submit(seat: Seat, message: StepsMessage): Promise<void> {
    let version = message.version;
    try {
      // Before its turn: a question to the database must not keep those waiting who come next.
      if (!(await seat.mayEdit())) throw new Refusal('not-allowed', reasons['not-allowed']);
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

  /**
   * Edits a letter in its turn, as if somebody had typed, for a person who asked the server to; everybody who has it open
   * is sent the steps. Answers the version that the letter has then. Steps that make nothing are not stored.
   *
   * @throws {EditRefused} when the result cannot be written as TEI; nothing has happened then
   */
  async amend(letterId: string, amendment: Amendment): Promise<number> {
    const version = await this.#inTurn(letterId, async (desk) => {
      for (;;) {
        await this.#catchUp(letterId, desk);
        const steps = await amendment.make(desk.letter, desk.version);
        if (steps.length === 0) return desk.version;
        const letter = applySteps(desk.letter, steps);
        const json = steps.map((step) => stepJson.parse(step.toJSON()));
        const alongside = amendment.alongside?.bind(amendment);
        if (await this.#store(letterId, desk, letter, json, amendment, alongside)) return desk.version;
      }
    });
    await this.#closeLater(letterId);
    return version;
  }

  /** The letter as it is now. */
  async read(letterId: string): Promise<LetterAtVersion> {
    const now = await this.#inTurn(letterId, async (desk) => {
      await this.#catchUp(letterId, desk);
      return { letter: desk.letter, version: desk.version };
    });
    await this.#closeLater(letterId);
    return now;
  }

  /** Tells everybody who has the letter open, here and on other nodes, that something beside its text has changed. */
  async tellChanged(letterId: string, topic: Topic): Promise<void> {
    await this.changed(letterId, topic);
    await this.#notifyNodes({ node: this.node, letterId, topic });
  }

  /** Tells people that something new concerns them, wherever they have a letter open, here and on other nodes. */
  async tellPeople(people: readonly string[]): Promise<void> {
    await this.concerns(people);
    // A notice has to be shorter than 8,000 bytes (PostgreSQL, NOTIFY).
    for (let at = 0; at < people.length; at += peopleToANotice) {
      await this.#notifyNodes({ node: this.node, people: people.slice(at, at + peopleToANotice) });
    }
  }

  /** Something new concerns some people: those who have a letter open here are told. */
  async concerns(people: readonly string[]): Promise<void> {
    for (const opening of people.length > 0 ? this.#letters.values() : []) {
      const desk = await opening.catch(() => undefined);
      for (const seat of desk?.seats ?? []) {
        if (people.includes(seat.person.id)) tell(seat, { type: 'inbox' });
      }
    }
  }

  /** Something beside a letter’s text has changed: whoever has it open here is told. */
  async changed(letterId: string, topic: Topic): Promise<void> {
    const desk = await this.#letters.get(letterId)?.catch(() => undefined);
    if (!desk) return;
    broadcast(desk, { type: 'changed', topic });
    // At another stage others may write.
    if (topic === 'standing') for (const seat of desk.seats) await seat.recheck();
  }

  /** What a person may do has changed: their open letters, here and on other nodes, go by it at once. */
  async rightsChanged(userId: string): Promise<void> {
    await this.recheck(userId);
    await this.#pool.query('SELECT pg_notify($1, $2)', [noticeChannel, notice({ node: this.node, userId })]);
  }

  /** The letters that a person has open here go by what the person may do now. */
  async recheck(userId: string): Promise<void> {
    for (const opening of this.#letters.values()) {
      const desk = await opening.catch(() => undefined);
      for (const seat of desk?.seats ?? []) if (seat.person.id === userId) await seat.recheck();
    }
  }

  /** Another node has stored something for a letter: whoever has it open here is sent it. */
  async refresh(letterId: string): Promise<void> {
    if (!this.#letters.has(letterId)) return;
    await this.#inTurn(letterId, (desk) => this.#catchUp(letterId, desk));
  }

  /** Notices may have been missed: every open letter is compared with the database, and anything beside it may be new. */
  async refreshAll(): Promise<void> {
    await Promise.allSettled(
      [...this.#letters].map(([letterId, opening]) => this.#refreshAll(letterId, opening)),
    );
  }

  async #refreshAll(letterId: string, opening: Promise<OnDesk>): Promise<void> {
    await this.refresh(letterId);
    for (const topic of topics) await this.changed(letterId, topic);
    for (const seat of (await opening).seats) {
      tell(seat, { type: 'inbox' });
      await seat.recheck();
    }
  }

  /** The stored versions of the letters that are open here: for what shows how the house is. */
  get openLetters(): number {
    return this.#letters.size;
  }

  async #notifyNodes(told: NodeNotice): Promise<void> {
    await this.#pool.query('SELECT pg_notify($1, $2)', [noticeChannel, notice(told)]);
  }

  /** Closes a letter after a while in which nobody has it open. */
  async #closeLater(letterId: string): Promise<void> {
    const desk = await this.#letters.get(letterId)?.catch(() => undefined);
    if (!desk || desk.seats.size > 0) return;
    clearTimeout(desk.timer);
    desk.timer = setTimeout(() => {
      if (desk.seats.size === 0) this.#letters.delete(letterId);
    }, lingering);
    desk.timer.unref();
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
      return {
        ...loaded,
        metadata: undefined,
        recent: new RecentSteps(loaded.version),
        seats: new Set(),
        last: Promise.resolve(),
      };
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
    if (message.version > desk.version) await this.#catchUp(seat.letterId, desk);
    if (message.version > desk.version) throw new Refusal('malformed', reasons.future);
    if (message.version < desk.version) {
      await this.#sendSince(seat, desk, message.version);
      if (await this.#holds(seat, message, desk)) return;
      throw new Refusal('stale', reasons.stale);
    }

    const { letter, steps } = this.#apply(desk.letter, message);
    const stored = await this.#store(seat.letterId, desk, letter, steps, {
      userId: seat.person.id,
      clientId: seat.clientId,
      batch: message.batch,
    });
    if (stored) return;
    await this.#catchUp(seat.letterId, desk);
    // It may have been this very batch, stored before a lost connection to the database kept us from knowing.
    if (await this.#holds(seat, message, desk)) return;
    throw new Refusal('stale', reasons.stale);
  }

  /** Stores a checked batch and sends it to everybody; false, with nothing done, when another node came first. */
  async #store(
    letterId: string,
    desk: OnDesk,
    letter: OpenLetter,
    steps: StepsMessage['steps'],
    author: Author,
    alongside?: (client: PoolClient) => Promise<void>,
  ): Promise<boolean> {
    const metadata = desk.metadata?.of(letter.source) ?? keptMetadata(letter.source, desk.kind);
    const { userId, clientId, batch } = author;
    const checked = {
      letterId,
      version: desk.version,
      steps,
      clientId,
      batch,
      userId,
      source: letter.source,
      patch: patchBetween(desk.letter.source, letter.source),
      metadata: metadata.value,
      notice: notice({ node: this.node, letterId }),
    };
    if (!(await storeSteps(this.#pool, checked, alongside))) return false;
    const before = desk.version;
    desk.letter = letter;
    desk.metadata = metadata;
    desk.version += steps.length;
    desk.recent.add(
      before,
      steps.map((step) => ({ step, clientId, batch })),
    );
    broadcast(desk, { type: 'steps', version: before, steps: steps.map((step) => ({ step, clientId })) });
    this.#onStored(letterId);
    if (isCheckpointDue(before, desk.version)) void this.#keepCheckpoint(letterId, desk.version, letter);
    return true;
  }

  /** Not waited for: a letter can be opened without it, only more slowly. */
  async #keepCheckpoint(letterId: string, version: number, letter: OpenLetter): Promise<void> {
    try {
      await keepCheckpoint(this.#prisma, letterId, version, letter);
    } catch (error) {
      console.error(
        `No checkpoint of letter ${letterId} was kept: ${error instanceof Error ? error.name : 'error'}`,
      );
    }
  }

  /** Whether a batch has been stored already. */
  async #holds(seat: Seat, message: StepsMessage, desk: OnDesk): Promise<boolean> {
    // A batch is never stored before the version that it names.
    const recent = desk.recent.since(message.version);
    if (recent)
      return recent.some(({ clientId, batch }) => clientId === seat.clientId && batch === message.batch);
    const step = await this.#prisma.step.findFirst({
      where: { letterId: seat.letterId, clientId: seat.clientId, batch: message.batch },
      select: { version: true },
    });
    return step !== null;
  }

  /** The letter with the steps, and the steps as they are stored: without whatever else was sent with them. */
  #apply(letter: OpenLetter, message: StepsMessage): Pick<StepsMessage, 'steps'> & { letter: OpenLetter } {
    let steps: Step[];
    try {
      steps = message.steps.map((json) => Step.fromJSON(schema, json));
    } catch {
      throw new Refusal('malformed', reasons.fits);
    }
    try {
      return {
        letter: applySteps(letter, steps),
        steps: steps.map((step) => stepJson.parse(step.toJSON())),
      };
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
      select: { version: true, source: true },
    });
    if (current?.version === desk.version) return;
    if (!current) throw new LetterBroken(`There is no letter ${letterId}.`);
    const before = desk.version;
    const missed = await this.#logged(letterId, before, current.version);
    const letter = this.#follow(desk.letter, missed, current.source);
    if (letter) {
      desk.letter = letter;
      desk.version = current.version;
    } else {
      const loaded = await loadLetter(this.#prisma, letterId);
      if (!loaded) throw new LetterBroken(`There is no letter ${letterId}.`);
      desk.letter = loaded.letter;
      desk.version = loaded.version;
      desk.anewAt = loaded.anewAt;
    }
    const steps =
      desk.version === current.version ? missed : await this.#logged(letterId, before, desk.version);
    desk.recent.add(before, steps);
    broadcast(desk, stepsMessage(before, steps));
  }

  /** A letter after some batches, if that is what was stored: undefined when it has to be opened from what is stored. */
  #follow(letter: OpenLetter, missed: readonly RecentStep[], source: string): OpenLetter | undefined {
    if (missed.length === 0 || missed.length > mostFollowed) return undefined;
    try {
      let now = letter;
      for (const batch of batchesOf(missed)) {
        const steps = batch.map(({ step }) => Step.fromJSON(schema, step));
        now = applySteps(now, steps);
      }
      return now.source === source ? now : undefined;
    } catch {
      return undefined;
    }
  }

  async #sendSince(seat: Seat, desk: OnDesk, version: number): Promise<void> {
    if (version >= desk.version) return;
    const steps = desk.recent.since(version) ?? (await this.#logged(seat.letterId, version, desk.version));
    tell(seat, stepsMessage(version, steps));
  }

  #logged(letterId: string, after: number, upTo: number): Promise<RecentStep[]> {
    return this.#prisma.step.findMany({
      where: { letterId, version: { gt: after, lte: upTo } },
      orderBy: { version: 'asc' },
      select: { step: true, clientId: true, batch: true },
    });
  }
}

function stepsMessage(version: number, logged: readonly RecentStep[]): StoredStepsMessage {
  const steps = logged.map(({ step, clientId }) => ({ step: stepJson.parse(step), clientId }));
  return { type: 'steps', version, steps };
}

function broadcast(desk: OnDesk, message: ServerMessage): void {
  const text = JSON.stringify(message);
  for (const seat of desk.seats) seat.send(text);
}
