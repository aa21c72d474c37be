import { existsSync } from 'node:fs';
import type { PublishReport } from '@chancery/publishing';
import { imagesIn, type PartName, partNames, usualParts } from '@chancery/publishing/parts';
import type { ImageKinds } from '@chancery/tei';
import { type Actor, audit } from '../audit/audit.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { Prisma, PrismaClient } from '../generated/client.js';
import type { Images } from '../images/images.js';
import type { JobQueue } from '../jobs/job-queue.js';
import { type JobRows, KeptJobs, type RunningJob } from '../jobs/kept-jobs.js';
import { releaseFolder } from '../releases/release-folder.js';
import { readReleaseSource } from '../releases/release-source.js';
import { withReleasedFiles } from '../releases/released-images.js';
import { editionFolder } from './edition-folder.js';
import { readEditionImages } from './edition-images.js';
import { readEditionSource } from './edition-source.js';
import { type MissingPicture, missingPictures } from './missing-pictures.js';
import { PressFailed } from './press-child.js';
import type { PressOrder, PressProgress } from './press-messages.js';
import { KeptPress } from './run-press.js';

/** How long the texts of a very large edition may take to be stored, in milliseconds. */
const storingTakes = 120_000;

/** Prints editions. Runs are kept in the database. */
export class Press {
  readonly #prisma: PrismaClient;
  readonly #dataDir: string;
  readonly #images: Pick<Images, 'web'>;
  readonly #jobs: KeptJobs<PressProgress>;
  readonly #onReleased: (releaseId: string) => Promise<void>;
  readonly #kept = new KeptPress();

  /**
   * @param settings.onReleased told of a release whose outputs are there, before it is out; told again where a server was killed meanwhile
   */
  constructor(settings: {
    readonly prisma: PrismaClient;
    readonly jobs: JobQueue;
    readonly dataDir: string;
    readonly images: Pick<Images, 'web'>;
    readonly onReleased: (releaseId: string) => Promise<void>;
  }) {
    this.#prisma = settings.prisma;
    this.#dataDir = settings.dataDir;
    this.#images = settings.images;
    this.#onReleased = settings.onReleased;
    this.#jobs = new KeptJobs({
      queue: 'publish',
      jobs: settings.jobs,
      rows: this.#rows(),
      run: (job) => this.#run(job),
      tellEvery: 150,
    });
  }

  /** Begins to take jobs, and takes up runs that a killed server has left. */
  async start(): Promise<void> {
    await this.#jobs.start();
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
    if (isNew) await this.#jobs.send(id);
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
    if (state === 'cancelled') this.#jobs.abort(id);
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
    await this.#jobs.send(created.id);
    return created;
  }

  /** Lets a run that is under way be taken up at the next start, and ends the process that printed it. */
  async stop(): Promise<void> {
    this.#jobs.stop();
    await this.#kept.stop();
  }

  async #run({ id, signal, tell }: RunningJob<PressProgress>): Promise<void> {
    const { editionId, parts, releaseId, release } = await this.#prisma.publication.findUniqueOrThrow({
      where: { id },
      include: { release: { select: { releasedAt: true } } },
    });
    const only = parts.length === 0 ? usualParts : partNames.filter((name) => parts.includes(name));
    let all = 0;
    const onProgress = ({ done, total, label }: PressProgress) => {
      all = total;
      tell({ done, total, label }, done >= total);
    };
    const kinds = imagesIn(only);
    const { olderNotes, orders, missing } = releaseId
      ? { olderNotes: 0, orders: await this.#ordersOfRelease(releaseId), missing: [] }
      : await this.#orderOf(editionId, { kinds, signal, onProgress });
    let report: unknown;
    for (const order of orders) report = await this.#kept.print({ ...order, only }, onProgress, signal);
    if (releaseId && release?.releasedAt === null) await this.#onReleased(releaseId);
    const made = report as PublishReport;
    const told: object = { ...made, warnings: [...made.warnings, ...missing], olderNotes };
    await this.#finish(id, {
      state: 'done',
      done: all,
      total: all,
      label: publishedWords(olderNotes),
      finishedAt: new Date(),
      report: { ...told },
    });
  }

  #rows(): JobRows<PressProgress> {
    const { publication } = this.#prisma;
    return {
      requeue: async (silence) => {
        const interrupted = await this.#prisma.$queryRaw<{ id: string }[]>`
          UPDATE publication SET state = 'queued', label = 'Waiting', "beatAt" = now()
          WHERE state IN ('queued', 'running') AND "beatAt" < now() - ${silence}::interval
          RETURNING id`;
        return interrupted.map(({ id }) => id);
      },
      begin: async (id) => {
        const now = new Date();
        const data = { state: 'running', startedAt: now, beatAt: now, done: 0, label: 'Reading the letters' };
        return (await publication.updateMany({ where: { id, state: 'queued' }, data })).count > 0;
      },
      beat: async (id, progress) => {
        const data = { ...progress, beatAt: new Date() };
        return (await publication.updateMany({ where: { id, state: 'running' }, data })).count > 0;
      },
      isCancelled: async (id) => {
        const stored = await publication.findUnique({ where: { id }, select: { state: true } });
        return !stored || stored.state === 'cancelled';
      },
      putBack: async (id) => {
        const data = { state: 'queued', label: 'Waiting', beatAt: new Date(0) };
        await publication.update({ where: { id }, data });
      },
      fail: (id, error, thrown) => {
        const stopped = thrown instanceof PressFailed ? thrown.stopped : undefined;
        return this.#finish(id, {
          ...{ state: 'failed', label: 'Failed', error, finishedAt: new Date() },
          ...(stopped ? { report: { stopped: { ...stopped } } } : {}),
        });
      },
    };
  }

  /** @param making which of its images are made, and how */
  async #orderOf(
    editionId: string,
    making: {
      readonly kinds: ImageKinds;
      readonly signal: AbortSignal;
      readonly onProgress: (soFar: PressProgress) => void;
    },
  ): Promise<{ orders: PressOrder[]; olderNotes: number; missing: MissingPicture[] }> {
    const { olderNotes, ...source } = await readEditionSource(this.#prisma, editionId);
    const house = { prisma: this.#prisma, images: this.#images };
    const images = await readEditionImages(house, editionId, source, making);
    const edition = { ...source, images };
    const missing = await missingPictures(this.#prisma, editionId, source, making);
    return { orders: [{ edition, out: editionFolder(this.#dataDir, editionId) }], olderNotes, missing };
  }

  /** What makes a release: first those before it whose folders are gone, since it tells what has changed since them. */
  async #ordersOfRelease(releaseId: string): Promise<PressOrder[]> {
    const source = await readReleaseSource(this.#prisma, releaseId);
    const { editionId, number, released, follows } = source;
    const images = await withReleasedFiles(this.#images, source.images);
    const edition = { ...source.edition, images };
    const folderOf = (of: string) => releaseFolder(this.#dataDir, editionId, of);
    const order = { edition, out: folderOf(number), release: number, released };
    if (!follows) return [order];
    const before = folderOf(follows.number);
    const missing = existsSync(before) ? [] : await this.#ordersOfRelease(follows.id);
    return [...missing, { ...order, follows: before }];
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
