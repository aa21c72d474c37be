import { joinedSteps, schema } from '@chancery/prosemirror-tei';
import { LRUCache } from 'lru-cache';
import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import type { HistoryEntry, LetterHistory, RevisionPoint } from '../contract/history.js';
import type { PrismaClient } from '../generated/client.js';
import { LetterBroken, openAt, sourceAt } from '../live/load-letter.js';
import { describeChanges } from './describe-changes.js';
import { pointsOf } from './points.js';
import { type Stretch, stretchesOf } from './stretches.js';

/** The steps of a longer stretch are not followed one by one: its end is opened. */
const longest = 500;

/** What was done in so many stretches is remembered: it never changes. */
const remembered = 5_000;

const untold = 'What was done cannot be told: it was stored by another release of Chancery';

/** Tells the history of letters. */
export class LetterHistories {
  readonly #prisma: PrismaClient;
  readonly #told = new LRUCache<string, readonly string[]>({ max: remembered });

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** A part of a letter’s history, before one version or after another; undefined when there is no such letter. */
  async of(
    letterId: string,
    { before, after, limit }: { before?: number | undefined; after?: number | undefined; limit: number },
  ): Promise<LetterHistory | undefined> {
    const letter = await this.#prisma.letter.findUnique({
      where: { id: letterId },
      select: { version: true, createdAt: true },
    });
    if (!letter) return undefined;
    const upTo = Math.min(before ?? letter.version, letter.version);
    const [points, stretches] = await Promise.all([
      pointsOf(this.#prisma, letterId),
      stretchesOf(this.#prisma, letterId, upTo, limit, after),
    ]);
    const people = await this.#peopleOf(stretches);
    const did = await this.#did(letterId, stretches);
    const earliest = stretches.at(-1);
    return {
      version: letter.version,
      entries: stretches.map((stretch) => this.#entry(stretch, people, did.get(stretch) ?? [], points)),
      earlier: earliest && earliest.from > 0 ? earliest.from : null,
      imported: {
        at: letter.createdAt.toISOString(),
        points: points.filter(({ version }) => version === 0),
      },
    };
  }

  #entry(
    { from, to, begunAt, endedAt, userIds }: Stretch,
    people: ReadonlyMap<string, string>,
    did: readonly string[],
    points: readonly RevisionPoint[],
  ): HistoryEntry {
    const own = points.filter(({ version }) => version > from && version <= to);
    const restored = own.find(({ kind }) => kind === 'restored');
    return {
      from,
      to,
      begunAt: begunAt.toISOString(),
      endedAt: endedAt.toISOString(),
      people: userIds.map((id) => ({ id, name: people.get(id) ?? '' })),
      did: restored ? [restored.label] : [...did],
      points: own.filter(({ kind }) => kind !== 'restored'),
    };
  }

  async #peopleOf(stretches: readonly Stretch[]): Promise<Map<string, string>> {
    const ids = [...new Set(stretches.flatMap(({ userIds }) => userIds))];
    const users = await this.#prisma.user.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true },
    });
    return new Map(users.map(({ id, name }) => [id, name]));
  }

  /** What was done in each stretch; the letter is followed from the earliest on. */
  async #did(letterId: string, stretches: readonly Stretch[]): Promise<Map<Stretch, readonly string[]>> {
    const did = new Map<Stretch, readonly string[]>();
    let here: { version: number; doc: Node } | undefined;
    for (const stretch of stretches.toReversed()) {
      const key = `${letterId} ${stretch.from} ${stretch.to}`;
      const known = this.#told.get(key);
      if (known) {
        did.set(stretch, known);
        continue;
      }
      try {
        const before = here?.version === stretch.from ? here.doc : await this.#docAt(letterId, stretch.from);
        const after = await this.#docAfter(letterId, before, stretch);
        here = { version: stretch.to, doc: after };
        const said = describeChanges(before, after, stretch.byServer);
        did.set(stretch, said.length > 0 ? said : [await this.#sourceWords(letterId, stretch)]);
      } catch (error) {
        if (!(error instanceof LetterBroken)) throw error;
        here = undefined;
        did.set(stretch, [untold]);
      }
      this.#told.set(key, did.get(stretch) ?? []);
    }
    return did;
  }

  async #docAt(letterId: string, version: number): Promise<Node> {
    const opened = await openAt(this.#prisma, letterId, version);
    if (!opened) throw new LetterBroken(`Letter ${letterId} has no version ${version}.`);
    return opened.letter.doc;
  }

  async #docAfter(letterId: string, before: Node, { from, to }: Stretch): Promise<Node> {
    if (to - from > longest) return this.#docAt(letterId, to);
    const steps = await this.#prisma.step.findMany({
      where: { letterId, version: { gt: from, lte: to } },
      orderBy: { version: 'asc' },
      select: { step: true },
    });
    const doc = applied(
      before,
      steps.map(({ step }) => step),
    );
    // Another release has read the letter anew in between: it is opened as it was stored.
    return doc ?? this.#docAt(letterId, to);
  }

  async #sourceWords(letterId: string, { from, to, byServer }: Stretch): Promise<string> {
    if (byServer) return 'Told in the header what a version is called';
    const [before, after] = await Promise.all(
      [from, to].map((version) => sourceAt(this.#prisma, letterId, version)),
    );
    return before === after ? 'Nothing that is left' : 'Changed how the source is written';
  }
}

function applied(doc: Node, steps: readonly unknown[]): Node | undefined {
  try {
    let now: Node | null = doc;
    for (const step of joinedSteps(steps.map((each) => Step.fromJSON(schema, each))))
      now = now && step.apply(now).doc;
    return now ?? undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
