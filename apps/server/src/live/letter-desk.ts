import { randomUUID } from 'node:crypto';
import { applySteps, type OpenLetter } from '@chancery/prosemirror-tei';
import type { Pool, PoolClient } from 'pg';
import type { Step } from 'prosemirror-transform';
import { stepJson } from '../contract/letter.js';
import { type ServerMessage, type StepsMessage, type Topic, topics } from '../contract/live.js';
import { keptMetadata } from '../editions/stored-metadata.js';
import type { PrismaClient } from '../generated/client.js';
import { amendTogether, type JointAmendment } from './amend-together.js';
import { isCheckpointDue, keepCheckpoint } from './checkpoints.js';
import { LetterBroken, loadLetter } from './load-letter.js';
import { Notices } from './notices.js';
import { type OnDesk, OpenLetters, type SeatProposal } from './open-letters.js';
import { RecentSteps } from './recent-steps.js';
import { Refusal, reasons } from './refusal.js';
import { type Seat, tell } from './seat.js';
import { patchBetween } from './source-patch.js';
import { follow, loggedSteps, stepsMessage } from './step-log.js';
import { type CheckedBatch, type NodeNotice, notice, noticeChannel, storeSteps } from './store-steps.js';
import { takeBatches } from './take-batches.js';

/** How many people one notice to other nodes names. */
const peopleToANotice = 100;

/** How many batches are stored at once. */
const mostAtOnce = 50;

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
  readonly #notices: Notices;
  readonly #onStored: (letterId: string) => void;
  readonly #letters: OpenLetters;

  /** @param onStored told after every stored batch, for what follows an edit at leisure */
  constructor(prisma: PrismaClient, pool: Pool, onStored: (letterId: string) => void = () => undefined) {
    this.#prisma = prisma;
    this.#pool = pool;
    this.#letters = new OpenLetters(prisma);
    this.#notices = new Notices(pool, this.node);
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
    await this.#letters.inTurn(seat.letterId, async (desk) => {
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
    const desk = await this.#letters.at(seat.letterId);
    desk?.seats.delete(seat);
    await this.#letters.closeLater(seat.letterId);
  }

  /**
   * Takes a batch. It is stored and sent to everybody, its author included, or refused with a reason to its author
   * alone. Sent a second time, it is acknowledged again and not stored again.
   */
  async submit(seat: Seat, message: StepsMessage): Promise<void> {
    try {
      // Before its turn: a question to the database must not keep those waiting who come next.
      if (!(await seat.mayEdit())) throw new Refusal('not-allowed', reasons['not-allowed']);
      const { waiting } = await this.#letters.open(seat.letterId);
      waiting.push({ seat, message, userId: seat.person.id, clientId: seat.clientId });
    } catch (error) {
      const desk = await this.#letters.at(seat.letterId);
      const refusal = this.#refusalFor(error, seat.letterId);
      this.#refuse({ seat, message }, refusal, desk?.version ?? message.version);
      return;
    }
    await this.#letters.inTurn(seat.letterId, (desk) => this.#takeWaiting(seat.letterId, desk));
  }

  /**
   * Edits a letter in its turn, as if somebody had typed, for a person who asked the server to; everybody who has it open
   * is sent the steps. Answers the version that the letter has then. Steps that make nothing are not stored.
   *
   * @throws {EditRefused} when the result cannot be written as TEI; nothing has happened then
   */
  async amend(letterId: string, amendment: Amendment): Promise<number> {
    const version = await this.#letters.inTurn(letterId, async (desk) => {
      for (;;) {
        await this.#catchUp(letterId, desk);
        const steps = await amendment.make(desk.letter, desk.version);
        if (steps.length === 0) return desk.version;
        const letter = applySteps(desk.letter, steps);
        const { userId, clientId, batch } = amendment;
        const json = steps.map((step) => stepJson.parse(step.toJSON()));
        const patch = patchBetween(desk.letter.source, letter.source);
        const taken = [{ userId, clientId, batch, steps: json, patch }];
        const alongside = amendment.alongside?.bind(amendment);
        if (await this.#store(letterId, desk, letter, taken, alongside)) return desk.version;
      }
    });
    await this.#letters.closeLater(letterId);
    return version;
  }

  /**
   * Edits several letters for a person who asked the server to, all or none, and sends them to everybody who has them
   * open. Answers which were changed.
   *
   * @throws {TooBusy} when people type in them so fast that no moment was found
   * @throws {EditRefused} when a result cannot be written as TEI
   */
  async amendTogether(amendment: JointAmendment): Promise<string[]> {
    const changed = await amendTogether(this.#prisma, this.#pool, amendment);
    for (const letterId of changed) {
      this.#notices.tell(letterId);
      this.#onStored(letterId);
      // It is stored: who is not told now is told by the next round of {@link refreshBehind}.
      await this.refresh(letterId).catch(() => undefined);
    }
    return changed;
  }

  /** The letter as it is now. */
  async read(letterId: string): Promise<LetterAtVersion> {
    const now = await this.#letters.inTurn(letterId, async (desk) => {
      await this.#catchUp(letterId, desk);
      return { letter: desk.letter, version: desk.version };
    });
    await this.#letters.closeLater(letterId);
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
    for (const seat of await this.#letters.seats()) {
      if (people.includes(seat.person.id)) tell(seat, { type: 'inbox' });
    }
  }

  /** Something beside a letter’s text has changed: whoever has it open here is told. */
  async changed(letterId: string, topic: Topic): Promise<void> {
    const desk = await this.#letters.at(letterId);
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
    for (const seat of await this.#letters.seats()) if (seat.person.id === userId) await seat.recheck();
  }

  /** Another node has stored something for a letter: whoever has it open here is sent it. */
  async refresh(letterId: string): Promise<void> {
    if (!this.#letters.ids.includes(letterId)) return;
    await this.#letters.inTurn(letterId, (desk) => this.#catchUp(letterId, desk));
  }

  /** A node may have died before it told of what it had stored: the open letters that are behind are brought up. */
  async refreshBehind(): Promise<void> {
    const { rows } = await this.#pool.query<{ id: string; version: number }>(
      'SELECT id, version FROM letter WHERE id = ANY($1)',
      [this.#letters.ids],
    );
    for (const { id, version } of rows) {
      const desk = await this.#letters.at(id);
      if (desk && desk.version < version) await this.refresh(id);
    }
  }

  /** Notices may have been missed: every open letter is compared with the database, and anything beside it may be new. */
  async refreshAll(): Promise<void> {
    await Promise.allSettled(
      this.#letters.ids.map(async (letterId) => {
        await this.refresh(letterId);
        for (const topic of topics) await this.changed(letterId, topic);
      }),
    );
    for (const seat of await this.#letters.seats()) {
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

  /** Takes what waits, as far as it is not too much to be stored at once; for the rest, others have their turns. */
  async #takeWaiting(letterId: string, desk: OnDesk): Promise<void> {
    const proposals = desk.waiting.splice(0, mostAtOnce);
    if (proposals.length === 0) return;
    const { refused, late } = await this.#storeTogether(letterId, desk, proposals).catch(
      (error: unknown) => ({
        refused: proposals.map((proposal) => ({ proposal, refusal: this.#refusalFor(error, letterId) })),
        late: [],
      }),
    );
    for (const { proposal, refusal } of refused) this.#refuse(proposal, refusal, desk.version);
    for (const proposal of late)
      await this.#tellLate(proposal, desk).catch((error: unknown) =>
        this.#refuse(proposal, this.#refusalFor(error, letterId), desk.version),
      );
  }

  async #storeTogether(letterId: string, desk: OnDesk, proposals: readonly SeatProposal[]) {
    if (proposals.some(({ message }) => message.version > desk.version)) await this.#catchUp(letterId, desk);
    let taking = takeBatches(desk, proposals);
    while (taking.taken.length > 0 && !(await this.#store(letterId, desk, taking.letter, taking.taken))) {
      // Another node came first. It may have been these very batches, stored before a lost connection kept us from knowing.
      await this.#catchUp(letterId, desk);
      taking = takeBatches(desk, proposals);
    }
    return taking;
  }

  /** Sends somebody what came before their batch, or the batch itself where it is stored already. */
  async #tellLate({ seat, message }: SeatProposal, desk: OnDesk): Promise<void> {
    await this.#sendSince(seat, desk, message.version);
    if (await this.#holds(seat, message, desk)) return;
    this.#refuse({ seat, message }, new Refusal('stale', reasons.stale), desk.version);
  }

  #refuse(
    { seat, message }: Pick<SeatProposal, 'seat' | 'message'>,
    refusal: Refusal,
    version: number,
  ): void {
    const { code, reason } = refusal;
    tell(seat, { type: 'refused', batch: message.batch, code, reason, version });
  }

  /** Stores checked batches and sends them to everybody; false, with nothing done, when another node came first. */
  async #store(
    letterId: string,
    desk: OnDesk,
    letter: OpenLetter,
    batches: readonly CheckedBatch[],
    alongside?: (client: PoolClient) => Promise<void>,
  ): Promise<boolean> {
    const metadata = desk.metadata?.of(letter.source) ?? keptMetadata(letter.source, desk.kind);
    const checked = {
      letterId,
      version: desk.version,
      batches,
      source: letter.source,
      metadata: metadata.value === desk.metadata?.value ? undefined : metadata.value,
    };
    if (!(await storeSteps(this.#pool, checked, alongside))) return false;
    const before = desk.version;
    const stored = batches.flatMap(({ steps, clientId, batch }) =>
      steps.map((step) => ({ step, clientId, batch })),
    );
    desk.recent.add(before, desk.letter.doc, stored);
    desk.letter = letter;
    desk.metadata = metadata;
    desk.version += stored.length;
    const authors = new Set(batches.map(({ clientId }) => clientId));
    broadcast(desk, stepsMessage(before, stored), (seat) => authors.has(seat.clientId));
    this.#notices.tell(letterId);
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

  /** Brings a letter to the version that the database has, and sends everybody the steps in between. */
  async #catchUp(letterId: string, desk: OnDesk): Promise<void> {
    const current = await this.#prisma.letter.findUnique({
      where: { id: letterId },
      select: { version: true, source: true },
    });
    if (current?.version === desk.version) return;
    if (!current) throw new LetterBroken(`There is no letter ${letterId}.`);
    const before = desk.version;
    const { doc } = desk.letter;
    const missed = await loggedSteps(this.#prisma, letterId, before, current.version);
    const letter = follow(desk.letter, missed, current.source);
    if (letter) {
      desk.letter = letter;
      desk.version = current.version;
      desk.recent.add(before, doc, missed);
    } else {
      const loaded = await loadLetter(this.#prisma, letterId);
      if (!loaded) throw new LetterBroken(`There is no letter ${letterId}.`);
      desk.letter = loaded.letter;
      desk.version = loaded.version;
      desk.anewAt = loaded.anewAt;
      // Whether these lead on from the documents at hand is not known.
      desk.recent = new RecentSteps(loaded.version);
    }
    const steps =
      desk.version === current.version
        ? missed
        : await loggedSteps(this.#prisma, letterId, before, desk.version);
    broadcast(desk, stepsMessage(before, steps));
  }

  async #sendSince(seat: Seat, desk: OnDesk, version: number): Promise<void> {
    if (version >= desk.version) return;
    const steps =
      desk.recent.since(version) ?? (await loggedSteps(this.#prisma, seat.letterId, version, desk.version));
    tell(seat, stepsMessage(version, steps));
  }
}

/** Sends a message to everybody: first to those who wait for it. */
function broadcast(desk: OnDesk, message: ServerMessage, waits: (seat: Seat) => boolean = () => false): void {
  const text = JSON.stringify(message);
  for (const seat of desk.seats) if (waits(seat)) seat.send(text);
  for (const seat of desk.seats) if (!waits(seat)) seat.send(text);
}
