import { isStage, may, noTie, type Role } from '@chancery/workflow';
import { audit } from '../audit/audit.js';
import {
  type ReplacementDecision,
  type ReplacementRequest,
  replacementLimits,
} from '../contract/replacement.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Replacement } from '../generated/client.js';
import type { House } from '../house.js';
import type { VolumePlace } from '../searching/candidates.js';
import { Search } from '../searching/search-volume.js';
import { roleIn } from '../sign-in/role-in.js';
import type { Onlooker } from '../stages/visible-letters.js';
import { decideInLetter } from './decide-in-letter.js';
import { suggestInLetter } from './suggest-in-letter.js';

const beatEvery = 5_000;
const watchEvery = 20_000;
/** A replacement that has not been heard of for so long belongs to a server that is gone. */
const silence = '20 seconds';
/** How long it may be looked for what is to be replaced, in milliseconds. */
const longest = 20_000;
/** Letters that are looked at together. */
const stretch = 200;
/** Letters that are worked on at a time: while one waits for the database, another goes on. */
const together = 4;

interface Who {
  readonly id: string;
  readonly name: string;
  readonly role: Role | undefined;
}

export type ReplacerTools = Pick<House, 'prisma' | 'pool' | 'desk' | 'finder' | 'indexer'>;

/**
 * Replaces words over a volume, as suggestions, letter by letter, and decides of them. The work is kept in the database: it
 * survives a restart, any node may go on with it, and what was begun in a letter is begun anew there.
 */
export class Replacer {
  readonly #house: ReplacerTools;
  readonly #running = new Set<Promise<void>>();
  readonly #watch: NodeJS.Timeout;
  #stopping = false;

  constructor(house: ReplacerTools) {
    this.#house = house;
    this.#watch = setInterval(() => void this.takeUpInterrupted(), watchEvery);
    this.#watch.unref();
  }

  /** Goes on with what a server that is gone has left. */
  async takeUpInterrupted(): Promise<void> {
    // At leisure: a database that goes away in this moment is asked again.
    const { rows } = await this.#house.pool
      .query<{ id: string }>(
        `UPDATE replacement SET state = 'queued', "beatAt" = now()
         WHERE state IN ('queued', 'running') AND "beatAt" < now() - $1::interval RETURNING id`,
        [silence],
      )
      .catch(() => ({ rows: [] }));
    for (const { id } of rows) this.#begin(id);
  }

  /**
   * Begins a replacement: finds the letters that it concerns and suggests in one after the other.
   *
   * @throws {HttpProblem} `too-large`, `too-slow`, and `conflict` where nothing is found
   */
  async replace(editionId: string, request: ReplacementRequest, by: Who): Promise<{ id: string }> {
    const { search, words, reason, leftOut } = request;
    if (!search.in.some((area) => area !== 'metadata'))
      throw new HttpProblem(
        'bad-request',
        'Metadata is changed in the forms of the letters. Search in text or notes.',
      );
    const letters = await this.#lettersWith(editionId, request, by);
    const { prisma } = this.#house;
    const { id } = await prisma.$transaction(async (tx) => {
      const created = await tx.replacement.create({
        data: { editionId, authorId: by.id, taskById: by.id, search, words, reason, leftOut },
        select: { id: true },
      });
      await tx.replacementLetter.createMany({
        data: letters.map((letterId, place) => ({ replacementId: created.id, letterId, place })),
      });
      await audit(tx, {
        editionId,
        actor: by,
        action: 'replacement-begun',
        subject: { kind: 'replacement', id: created.id, name: null },
        details: { letters: letters.length },
      });
      return created;
    });
    this.#begin(id);
    return { id };
  }

  /**
   * Decides of what is open of a replacement, in all of its letters or in some.
   *
   * @throws {HttpProblem} `not-found`, `conflict` while it is at work
   */
  async decide(editionId: string, id: string, decision: ReplacementDecision, by: Who): Promise<void> {
    const { prisma } = this.#house;
    await prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM replacement WHERE id = ${id} FOR UPDATE`;
      const stands = await tx.replacement.findFirst({ where: { id, editionId } });
      if (!stands) throw new HttpProblem('not-found', 'There is no such replacement in this edition.');
      if (stands.state === 'queued' || stands.state === 'running')
        throw new HttpProblem('conflict', 'It is still at work. Wait until it is through, or stop it.');
      if (decision.decision === 'withdraw' && stands.authorId !== by.id)
        throw new HttpProblem('not-allowed', 'Only its author takes a replacement back. Reject it instead.');
      const only = decision.letterIds ?? null;
      await tx.$executeRaw`UPDATE replacement_letter AS l SET note = '', waits = (${only}::text[] IS NULL OR l."letterId" = ANY(${only}::text[]))
        AND EXISTS (SELECT 1 FROM replacement_hit h JOIN suggestion s ON s.id = h."suggestionId"
          WHERE h."replacementId" = l."replacementId" AND h."letterId" = l."letterId" AND s.state = 'open')
        WHERE l."replacementId" = ${id}`;
      await tx.replacement.update({
        where: { id },
        data: {
          task: decision.decision,
          taskById: by.id,
          taskReason: decision.reason,
          state: 'queued',
          error: null,
          beatAt: new Date(),
        },
      });
      await audit(tx, {
        editionId,
        actor: by,
        action: 'replacement-decided',
        subject: { kind: 'replacement', id, name: null },
        details: { decision: decision.decision },
      });
    });
    this.#begin(id);
  }

  /** Stops what a replacement is doing; what is done stays. False where it is not at work. */
  async cancel(editionId: string, id: string): Promise<boolean> {
    const { count } = await this.#house.prisma.replacement.updateMany({
      where: { id, editionId, state: { in: ['queued', 'running'] } },
      data: { state: 'cancelled' },
    });
    return count > 0;
  }

  /** Lets what is under way be taken up at the next start. */
  async stop(): Promise<void> {
    clearInterval(this.#watch);
    this.#stopping = true;
    await Promise.allSettled(this.#running);
  }

  async #lettersWith(editionId: string, request: ReplacementRequest, person: Onlooker): Promise<string[]> {
    // What was typed a moment ago is replaced, too.
    await this.#house.indexer.settledIn(editionId);
    const search = await Search.of(this.#house, { editionId, person, search: request.search });
    const letters: string[] = [];
    let hits = 0;
    const until = Date.now() + longest;
    for await (const places of stretches(search)) {
      const found = await search.inLetters(places.map(({ id }) => id));
      for (const { id } of places) {
        const passages = (found.get(id) ?? []).filter(({ passage }) => passage.area !== 'metadata');
        if (passages.length > 0) letters.push(id);
        hits += passages.reduce((sum, passage) => sum + passage.found.length, 0);
      }
      if (hits - request.leftOut.length > replacementLimits.hits) {
        throw new HttpProblem(
          'too-large',
          `It is found in more than ${replacementLimits.hits} places. Narrow the search, by dates or stages for instance, and replace in parts.`,
        );
      }
      if (Date.now() > until)
        throw new HttpProblem(
          'too-slow',
          'There are too many letters to look at. Narrow the search, by dates or stages for instance.',
        );
    }
    if (hits - request.leftOut.length <= 0)
      throw new HttpProblem('conflict', 'Nothing is left to be replaced.');
    return letters;
  }

  #begin(id: string): void {
    const work = this.#run(id).catch((error: unknown) => this.#fail(id, error));
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  async #run(id: string): Promise<void> {
    const { prisma } = this.#house;
    const { count } = await prisma.replacement.updateMany({
      where: { id, state: 'queued' },
      data: { state: 'running', beatAt: new Date() },
    });
    // Another node has it, or it was stopped.
    if (count === 0) return;
    const beat = setInterval(() => void this.#beat(id).catch(() => undefined), beatEvery);
    try {
      const replacement = await prisma.replacement.findUniqueOrThrow({ where: { id } });
      const waiting = await prisma.replacementLetter.findMany({
        where: { replacementId: id, waits: true },
        orderBy: { place: 'asc' },
        select: { letterId: true, letter: { select: { stage: true } } },
      });
      for (let at = 0; at < waiting.length; at += together) {
        if (this.#stopping) {
          // Taken up again at the next start.
          await prisma.replacement.updateMany({
            where: { id, state: 'running' },
            data: { state: 'queued', beatAt: new Date(0) },
          });
          return;
        }
        if (!(await this.#beat(id))) return;
        const some = waiting.slice(at, at + together).map(async ({ letterId, letter }) => {
          const note = await this.#inLetter(replacement, letterId, letter.stage);
          await prisma.replacementLetter.update({
            where: { replacementId_letterId: { replacementId: id, letterId } },
            data: { waits: false, note },
          });
        });
        await Promise.all(some);
      }
      await prisma.replacement.updateMany({ where: { id, state: 'running' }, data: { state: 'done' } });
    } finally {
      clearInterval(beat);
    }
  }

  /** Does what is to be done in one letter, and says what could not be. */
  async #inLetter(replacement: Replacement, letterId: string, stage: string): Promise<string> {
    const { editionId, task, taskById } = replacement;
    const role = await roleIn(this.#house.prisma, editionId, taskById);
    const at = isStage(stage) ? stage : 'published';
    const action = task === 'accept' || task === 'reject' ? 'decide-suggestions' : 'suggest-changes';
    if (!may(role, action, at, noTie))
      return 'Your role does not allow this in the letter at its present stage.';
    return task === 'suggest'
      ? suggestInLetter(this.#house, replacement, letterId, { id: taskById, role })
      : decideInLetter(this.#house, replacement, letterId);
  }

  /** Says that it is still at work; false when it was stopped. */
  async #beat(id: string): Promise<boolean> {
    const { count } = await this.#house.prisma.replacement.updateMany({
      where: { id, state: 'running' },
      data: { beatAt: new Date() },
    });
    return count > 0;
  }

  async #fail(id: string, error: unknown): Promise<void> {
    // Only the kind of error: its message may hold words of a letter.
    console.error(`Replacement ${id} stopped: ${error instanceof Error ? error.name : 'error'}`);
    const said = error instanceof HttpProblem ? error.message : 'Something went wrong on the server.';
    await this.#house.prisma.replacement
      .updateMany({
        where: { id, state: 'running' },
        data: { state: 'failed', error: `${said} What was done stays.` },
      })
      .catch(() => undefined);
  }
}

/** The letters that may hold what is searched for, some at a time. */
async function* stretches(search: Search): AsyncGenerator<readonly VolumePlace[]> {
  const few = await search.candidates.few();
  if (few) {
    yield few;
    return;
  }
  let last: VolumePlace | undefined;
  for (;;) {
    const places = await search.candidates.next(last, stretch);
    yield places;
    last = places.at(-1);
    if (places.length < stretch) return;
  }
}
