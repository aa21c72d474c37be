import { existsSync } from 'node:fs';
import { type PartName, partNames, usualParts } from '@chancery/publishing/parts';
import { type Actor, audit } from '../audit/audit.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Prisma, PrismaClient } from '../generated/client.js';
import type { JobQueue, JobSender } from '../jobs/job-queue.js';
import { releaseFolder } from '../releases/release-folder.js';
import { readReleaseSource } from '../releases/release-source.js';
import { editionFolder } from './edition-folder.js';
import { readEditionSource } from './edition-source.js';
import type { PressOrder } from './press-messages.js';
import { type PressProgress, runPress } from './run-press.js';

const queue = 'publish';
const progressEvery = 150;
const beatEvery = 5_000;
/** How long the texts of a very large edition may take to be stored, in milliseconds. */
const storingTakes = 120_000;
/** A run that has not been heard of for so long belongs to a server that is gone. */
const silence = '20 seconds';

/** Prints editions. Runs are kept in the database: they survive a restart and any node may do them. */
export class Press {
  readonly #prisma: PrismaClient;
  readonly #dataDir: string;
  readonly #jobs: JobQueue;
  readonly #onReleased: (releaseId: string) => Promise<void>;
  readonly #stopping = new AbortController();
  /** Runs of this node by their ids, to be stopped. */
  readonly #running = new Map<string, AbortController>();
  #sender: JobSender | undefined;
  #watch: NodeJS.Timeout | undefined;

  /**
   * @param settings.onReleased told of a release whose outputs are there, before it is out; told again where a server was killed meanwhile
   */
  constructor(settings: {
    readonly prisma: PrismaClient;
    readonly jobs: JobQueue;
    readonly dataDir: string;
    readonly onReleased: (releaseId: string) => Promise<void>;
  }) {
    this.#prisma = settings.prisma;
    this.#jobs = settings.jobs;
    this.#dataDir = settings.dataDir;
    this.#onReleased = settings.onReleased;
  }

  /** Begins to take jobs, and takes up runs that a killed server has left. */
  async start(): Promise<void> {
    this.#sender = await this.#jobs.take(queue, (id) => this.#run(id));
    await this.#takeUpInterrupted();
    this.#watch = setInterval(() => void this.#takeUpInterrupted().catch(() => undefined), 20_000);
    this.#watch.unref();
  }

  /** Queues a run for an edition, of its usual parts or of those named; while one is queued or running, that one is answered. */
  async publish(
    editionId: string,
    by: Actor,
    only: readonly PartName[] = usualParts,
  ): Promise<{ id: string }> {
    const { id, isNew } = await this.#prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM edition WHERE id = ${editionId} FOR UPDATE`;
      const active = await tx.publication.findFirst({
        where: { editionId, state: { in: ['queued', 'running'] } },
        select: { id: true },
      });
      if (active) return { id: active.id, isNew: false };
      const created = await tx.publication.create({
        data: { editionId, userId: by.id, label: 'Waiting', parts: [...only] },
        select: { id: true },
      });
      await audit(tx, {
        editionId,
        actor: by,
        action: 'publication-started',
        subject: { kind: 'publication', id: created.id, name: null },
      });
      return { id: created.id, isNew: true };
    });
    if (isNew) await this.#sender?.send(id);
    return { id };
  }

  /**
   * Stops a run that is queued or under way on any node; the last publication stays as it is. One that is over is left so.
   * A run on another node hears of it when it next writes down how far it is.
   */
  async cancel(id: string, by: Actor): Promise<void> {
    await this.#prisma.$transaction(async (tx) => {
      const { count } = await tx.publication.updateMany({
        where: { id, state: { in: ['queued', 'running'] } },
        data: { state: 'cancelled', label: 'Stopped', finishedAt: new Date() },
      });
      if (count === 0) return;
      const { editionId, release } = await tx.publication.findUniqueOrThrow({
        where: { id },
        select: { editionId: true, release: { select: { id: true, number: true, releasedAt: true } } },
      });
      if (release && release.releasedAt === null)
        await endRelease(tx, { editionId, actor: by, release }, 'failed');
      await audit(tx, {
        editionId,
        actor: by,
        action: 'publication-cancelled',
        subject: { kind: 'publication', id, name: null },
      });
    });
    const { state } = await this.#prisma.publication.findUniqueOrThrow({
      where: { id },
      select: { state: true },
    });
    if (state === 'cancelled') this.#running.get(id)?.abort();
  }

  /**
   * Queues a run that makes the outputs of a release.
   *
   * @param release stores the release in the same transaction, and answers its id
   * @throws {HttpProblem} `conflict` while another run is queued or under way
   */
  async release(
    editionId: string,
    by: Actor,
    release: (tx: Prisma.TransactionClient) => Promise<string>,
  ): Promise<{ id: string }> {
    const created = await this.#prisma.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT id FROM edition WHERE id = ${editionId} FOR UPDATE`;
        const active = await tx.publication.findFirst({
          where: { editionId, state: { in: ['queued', 'running'] } },
          select: { id: true },
        });
        if (active)
          throw new HttpProblem('conflict', 'The edition is just being published. Wait until that is done.');
        const releaseId = await release(tx);
        const { id } = await tx.publication.create({
          data: { editionId, userId: by.id, label: 'Waiting', parts: [...partNames], releaseId },
          select: { id: true },
        });
        const subject = { kind: 'publication', id, name: null };
        await audit(tx, { editionId, actor: by, action: 'publication-started', subject });
        return { id };
      },
      { timeout: storingTakes },
    );
    await this.#sender?.send(created.id);
    return created;
  }

  /** Lets a run that is under way be taken up at the next start. The queue is ended by whoever opened it. */
  stop(): void {
    clearInterval(this.#watch);
    this.#stopping.abort();
  }

  async #takeUpInterrupted(): Promise<void> {
    const interrupted = await this.#prisma.$queryRaw<{ id: string }[]>`
      UPDATE publication SET state = 'queued', label = 'Waiting', "beatAt" = now()
      WHERE state IN ('queued', 'running') AND "beatAt" < now() - ${silence}::interval
      RETURNING id`;
    for (const { id } of interrupted) await this.#sender?.send(id);
  }

  async #run(id: string): Promise<void> {
    const now = new Date();
    const { count } = await this.#prisma.publication.updateMany({
      where: { id, state: 'queued' },
      data: { state: 'running', startedAt: now, beatAt: now, done: 0, label: 'Reading the letters' },
    });
    // Another node has it.
    if (count === 0) return;
    const cancelling = new AbortController();
    this.#running.set(id, cancelling);
    const beat = setInterval(() => this.#write(id, cancelling, {}), beatEvery);
    try {
      const { editionId, parts, releaseId, release } = await this.#prisma.publication.findUniqueOrThrow({
        where: { id },
        include: { release: { select: { releasedAt: true } } },
      });
      const only = parts.length === 0 ? usualParts : partNames.filter((name) => parts.includes(name));
      const { olderNotes, orders } = releaseId
        ? { olderNotes: 0, orders: await this.#ordersOfRelease(releaseId) }
        : await this.#orderOf(editionId);
      const progress = this.#progressOf(id, cancelling);
      const signal = AbortSignal.any([this.#stopping.signal, cancelling.signal]);
      let report: unknown;
      for (const order of orders) report = await runPress({ ...order, only }, progress.tell, signal);
      if (releaseId && release?.releasedAt === null) await this.#onReleased(releaseId);
      await this.#finish(id, {
        state: 'done',
        done: progress.total(),
        total: progress.total(),
        label: publishedWords(olderNotes),
        finishedAt: new Date(),
        report: { ...(report as object), olderNotes },
      });
    } catch (error) {
      // Whoever stopped it has written that down.
      if (!cancelling.signal.aborted) await this.#fail(id, error);
    } finally {
      clearInterval(beat);
      this.#running.delete(id);
    }
  }

  /** That a run is alive, and how far; it is stopped where it was cancelled meanwhile, on any node. */
  #write(id: string, cancelling: AbortController, data: Partial<PressProgress>): void {
    this.#prisma.publication
      .updateMany({ where: { id, state: 'running' }, data: { ...data, beatAt: new Date() } })
      .then(async ({ count }) => {
        if (count > 0) return;
        const stored = await this.#prisma.publication.findUnique({ where: { id }, select: { state: true } });
        if (stored?.state === 'cancelled') cancelling.abort();
      })
      .catch(() => undefined);
  }

  async #orderOf(editionId: string): Promise<{ orders: PressOrder[]; olderNotes: number }> {
    const { olderNotes, ...edition } = await readEditionSource(this.#prisma, editionId);
    return { orders: [{ edition, out: editionFolder(this.#dataDir, editionId) }], olderNotes };
  }

  /** What makes a release: first those before it whose folders are gone, since it tells what has changed since them. */
  async #ordersOfRelease(releaseId: string): Promise<PressOrder[]> {
    const source = await readReleaseSource(this.#prisma, releaseId);
    const { edition, editionId, number, released, follows } = source;
    const folderOf = (of: string) => releaseFolder(this.#dataDir, editionId, of);
    const order = { edition, out: folderOf(number), release: number, released };
    if (!follows) return [order];
    const before = folderOf(follows.number);
    const missing = existsSync(before) ? [] : await this.#ordersOfRelease(follows.id);
    return [...missing, { ...order, follows: before }];
  }

  async #fail(id: string, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    if (this.#stopping.signal.aborted) {
      // Taken up again at the next start.
      const data = { state: 'queued', label: 'Waiting', beatAt: new Date(0) };
      await this.#prisma.publication.update({ where: { id }, data });
    } else {
      await this.#finish(id, { state: 'failed', label: 'Failed', error: message, finishedAt: new Date() });
    }
  }

  /** The end of a run, in its row and in the log. */
  async #finish(
    id: string,
    data: Prisma.PublicationUncheckedUpdateInput & { readonly state: 'done' | 'failed' },
  ): Promise<void> {
    await this.#prisma.$transaction(async (tx) => {
      const { editionId, user, release } = await tx.publication.update({
        where: { id },
        data,
        select: {
          editionId: true,
          user: { select: { id: true, name: true } },
          release: { select: { id: true, number: true, releasedAt: true } },
        },
      });
      const actor = user ?? { id: null, name: 'Somebody who has left' };
      if (release && release.releasedAt === null)
        await endRelease(tx, { editionId, actor, release }, data.state);
      await audit(tx, {
        editionId,
        actor,
        action: 'publication-finished',
        subject: { kind: 'publication', id, name: null },
        details: { state: data.state },
      });
    });
  }

  /** Writes down how far a run is, often enough to be watched and no oftener. */
  #progressOf(
    id: string,
    cancelling: AbortController,
  ): { tell: (progress: PressProgress) => void; total: () => number } {
    let last = 0;
    let all = 0;
    const tell = ({ done, total, label }: PressProgress) => {
      all = total;
      if (Date.now() - last < progressEvery && done < total) return;
      last = Date.now();
      this.#write(id, cancelling, { done, total, label });
    };
    return { tell, total: () => all };
  }
}

/** A release is out with all its outputs; one whose outputs could not be made never was, and its number is free. */
async function endRelease(
  tx: Prisma.TransactionClient,
  {
    editionId,
    actor,
    release: { id, number },
  }: { editionId: string; actor: Actor; release: { id: string; number: string } },
  state: 'done' | 'failed',
): Promise<void> {
  if (state === 'failed') {
    await tx.release.delete({ where: { id } });
    return;
  }
  await tx.release.update({ where: { id }, data: { releasedAt: new Date() } });
  const subject = { kind: 'release', id, name: number };
  await audit(tx, { editionId, actor, action: 'edition-released', subject });
}

/** What is said of a finished run. */
function publishedWords(olderNotes: number): string {
  if (olderNotes === 0) return 'Published';
  return olderNotes === 1
    ? 'Published. 1 note prints in the wording that was approved; its latest is not approved yet'
    : `Published. ${olderNotes} notes print in the wordings that were approved; their latest are not approved yet`;
}
