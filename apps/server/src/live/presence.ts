import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { z } from 'zod';
import { type HereMessage, hereMessage, type PresenceMessage, type Present } from '../contract/live.js';
import type { Seat } from './seat.js';

/** The channel on which nodes tell each other who is at which letter. */
export const presenceChannel = 'chancery_presence';

/** How long movements are gathered before they are told, in milliseconds. */
const gathering = 100;
/** How often a node says that it is alive, in milliseconds. */
const beat = 10_000;
/** After how long without a word a node is taken for dead, and its people for gone, in milliseconds. */
const silence = 35_000;
/** Bytes of one notice between nodes; PostgreSQL carries less than 8,000. */
const noticeBytes = 7_000;

const present = hereMessage.omit({ type: true }).extend({
  clientId: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
});

const told = z.object({
  node: z.string(),
  /** A node that has just begun, or found its connection again, asks the others to say who is with them. */
  asks: z.boolean().optional(),
  letterId: z.string().optional(),
  here: z.array(present).optional(),
  gone: z.array(z.string()).optional(),
});

type Told = z.infer<typeof told>;

interface OtherNode {
  heardAt: number;
  readonly letters: Map<string, Map<string, Present>>;
}

/**
 * Who is at which letter, on this node and the others. Nothing of it is stored, and nothing hangs on it: a message that is lost is
 * made up for by the next one.
 */
export class Presence {
  /** By which this node knows its own words. */
  readonly #node = randomUUID();
  readonly #pool: Pool;
  readonly #seats = new Map<string, Map<Seat, Present>>();
  readonly #others = new Map<string, OtherNode>();
  readonly #moved = new Map<string, Set<string>>();
  readonly #left = new Map<string, Set<string>>();
  readonly #now: () => number;
  readonly #pulse: NodeJS.Timeout;
  #flush: NodeJS.Timeout | undefined;

  /** @param now a clock in milliseconds that only runs forward */
  constructor(pool: Pool, now: () => number = () => performance.now()) {
    this.#pool = pool;
    this.#now = now;
    this.#pulse = setInterval(() => this.#beat(), beat);
    this.#pulse.unref();
  }

  /** Somebody has sat down: they are told who is there, and the others of them. */
  join(seat: Seat): void {
    const seats = this.#seats.get(seat.letterId) ?? new Map<Seat, Present>();
    this.#seats.set(seat.letterId, seats);
    const { id, name } = seat.person;
    seats.set(seat, { clientId: seat.clientId, person: { id, name }, idle: false, selection: null });
    send(seat, { type: 'present', here: this.at(seat.letterId), gone: [] });
    this.#note(this.#moved, seat.letterId, seat.clientId);
  }

  /** Somebody has moved, or has not for a while. */
  here(seat: Seat, { idle, selection }: HereMessage): void {
    const seats = this.#seats.get(seat.letterId);
    const before = seats?.get(seat);
    if (!seats || !before) return;
    seats.set(seat, { ...before, idle, selection });
    this.#note(this.#moved, seat.letterId, seat.clientId);
  }

  /** Somebody has got up. */
  leave(seat: Seat): void {
    const seats = this.#seats.get(seat.letterId);
    if (!seats?.delete(seat)) return;
    if (seats.size === 0) this.#seats.delete(seat.letterId);
    // The same window may have sat down again before its lost connection was noticed.
    if ([...seats.keys()].some(({ clientId }) => clientId === seat.clientId)) return;
    this.#note(this.#left, seat.letterId, seat.clientId);
  }

  /** Everybody at a letter, on all nodes. */
  at(letterId: string): Present[] {
    const all = new Map<string, Present>();
    for (const { letters } of this.#others.values())
      for (const each of letters.get(letterId)?.values() ?? []) all.set(each.clientId, each);
    for (const each of this.#seats.get(letterId)?.values() ?? []) all.set(each.clientId, each);
    return [...all.values()];
  }

  /** Hears another node. What is none of ours is passed over. */
  hear(payload: string): void {
    let words: Told;
    try {
      words = told.parse(JSON.parse(payload));
    } catch {
      return;
    }
    if (words.node === this.#node) return;
    const other = this.#others.get(words.node) ?? { heardAt: 0, letters: new Map() };
    this.#others.set(words.node, other);
    other.heardAt = this.#now();
    if (words.asks) void this.#tellAll();
    const { letterId, here = [], gone = [] } = words;
    if (letterId === undefined) return;
    const people = other.letters.get(letterId) ?? new Map<string, Present>();
    other.letters.set(letterId, people);
    for (const each of here) people.set(each.clientId, each);
    for (const clientId of gone) people.delete(clientId);
    if (people.size === 0) other.letters.delete(letterId);
    const still = new Set(this.at(letterId).map(({ clientId }) => clientId));
    this.#broadcast(
      letterId,
      here,
      gone.filter((clientId) => !still.has(clientId)),
    );
  }

  /** This node hears the others from now on: it asks who is with them. */
  async listening(): Promise<void> {
    await this.#tell({ node: this.#node, asks: true });
    await this.#tellAll();
  }

  stop(): void {
    clearInterval(this.#pulse);
    clearTimeout(this.#flush);
  }

  #note(list: Map<string, Set<string>>, letterId: string, clientId: string): void {
    const noted = list.get(letterId) ?? new Set();
    list.set(letterId, noted.add(clientId));
    this.#flush ??= setTimeout(() => this.#tellMoved(), gathering);
  }

  #tellMoved(): void {
    this.#flush = undefined;
    const letters = new Set([...this.#moved.keys(), ...this.#left.keys()]);
    for (const letterId of letters) {
      const own = [...(this.#seats.get(letterId)?.values() ?? [])];
      const moved = this.#moved.get(letterId);
      const here = own.filter(({ clientId }) => moved?.has(clientId));
      const there = new Set(this.at(letterId).map(({ clientId }) => clientId));
      const gone = [...(this.#left.get(letterId) ?? [])].filter((clientId) => !there.has(clientId));
      if (here.length === 0 && gone.length === 0) continue;
      this.#broadcast(letterId, here, gone);
      // Alone, a node need not tell anybody.
      if (this.#others.size > 0) void this.#tell({ node: this.#node, letterId, here, gone });
    }
    this.#moved.clear();
    this.#left.clear();
  }

  #broadcast(letterId: string, here: readonly Present[], gone: readonly string[]): void {
    if (here.length === 0 && gone.length === 0) return;
    const text = JSON.stringify({ type: 'present', here, gone } satisfies PresenceMessage);
    for (const seat of this.#seats.get(letterId)?.keys() ?? []) seat.send(text);
  }

  #beat(): void {
    const late = this.#now() - silence;
    for (const [node, { heardAt, letters }] of this.#others) {
      if (heardAt > late) continue;
      this.#others.delete(node);
      for (const [letterId, people] of letters) {
        const there = new Set(this.at(letterId).map(({ clientId }) => clientId));
        this.#broadcast(
          letterId,
          [],
          [...people.keys()].filter((clientId) => !there.has(clientId)),
        );
      }
    }
    void this.#tell({ node: this.#node });
  }

  async #tellAll(): Promise<void> {
    for (const [letterId, seats] of this.#seats)
      await this.#tell({ node: this.#node, letterId, here: [...seats.values()], gone: [] });
  }

  /** Says something to the other nodes; what is too long for one notice in several. A database that does not answer is passed over. */
  async #tell(words: Told): Promise<void> {
    const { here = [] } = words;
    const payload = JSON.stringify(words);
    if (Buffer.byteLength(payload) > noticeBytes && here.length > 1) {
      const half = here.length >> 1;
      await this.#tell({ ...words, here: here.slice(0, half) });
      await this.#tell({ ...words, here: here.slice(half), gone: [] });
      return;
    }
    if (Buffer.byteLength(payload) > noticeBytes) return;
    await this.#pool.query('SELECT pg_notify($1, $2)', [presenceChannel, payload]).catch(() => undefined);
  }
}

function send(seat: Seat, message: PresenceMessage): void {
  seat.send(JSON.stringify(message));
}
