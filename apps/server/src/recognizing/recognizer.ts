import type { PrismaClient } from '../generated/client.js';
import type { Pyramids } from '../images/pyramids.js';
import { viewOf } from '../images/read-images.js';
import type { JobQueue } from '../jobs/job-queue.js';
import { type JobRows, KeptJobs, type RunningJob } from '../jobs/kept-jobs.js';
import { keepRecognized } from './keep-recognized.js';
import type { OcrLanguage, PictureToRead } from './ocr-messages.js';
import { runOcr } from './run-ocr.js';

/** Reads the text off pictures. What is to be read is kept in the database. */
export class Recognizer {
  readonly #prisma: PrismaClient;
  readonly #pyramids: Pyramids;
  readonly #languages: readonly OcrLanguage[];
  readonly #jobs: KeptJobs<{ readonly percent: number }>;

  constructor(settings: {
    readonly prisma: PrismaClient;
    readonly pyramids: Pyramids;
    readonly languages: readonly OcrLanguage[];
    readonly jobs: JobQueue;
  }) {
    this.#prisma = settings.prisma;
    this.#pyramids = settings.pyramids;
    this.#languages = settings.languages;
    this.#jobs = new KeptJobs({
      queue: 'recognize',
      jobs: settings.jobs,
      rows: recognitionRows(settings.prisma),
      run: (job) => this.#run(job),
      tellEvery: 300,
    });
  }

  /** Begins to read, and takes up what a killed server has left. */
  async start(): Promise<void> {
    await this.#jobs.start();
  }

  /** Queues the picture of a leaf; while it is queued or being read for the letter, that is answered. */
  async recognize(letterId: string, imageId: string): Promise<string> {
    const { id, isNew } = await this.#prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM page_image WHERE id = ${imageId} FOR UPDATE`;
      const active = await tx.recognition.findFirst({
        where: { letterId, imageId, state: { in: ['queued', 'running'] } },
        select: { id: true },
      });
      if (active) return { id: active.id, isNew: false };
      const data = { letterId, imageId, origin: 'ocr' };
      const made = await tx.recognition.create({ data, select: { id: true } });
      return { id: made.id, isNew: true };
    });
    if (isNew) await this.#jobs.send(id);
    return id;
  }

  /** Stops what is queued or being read, on any node. What is over is left so. */
  async cancel(id: string): Promise<void> {
    const { count } = await this.#prisma.recognition.updateMany({
      where: { id, state: { in: ['queued', 'running'] } },
      data: { state: 'cancelled', finishedAt: new Date() },
    });
    if (count > 0) this.#jobs.abort(id);
  }

  /** Lets what is being read be taken up at the next start. */
  stop(): void {
    this.#jobs.stop();
  }

  async #run({ id, signal, tell }: RunningJob<{ readonly percent: number }>): Promise<void> {
    const order = { picture: await this.#pictureOf(id), languages: this.#languages };
    const page = await runOcr(order, (progress) => tell({ percent: Math.round(100 * progress) }), signal);
    await keepRecognized(this.#prisma, id, page);
  }

  async #pictureOf(id: string): Promise<PictureToRead> {
    const { image } = await this.#prisma.recognition.findUniqueOrThrow({
      where: { id },
      select: { image: true },
    });
    const { sha256, page, width, height, levels } = image;
    if (sha256 === null) throw new Error('The image is kept elsewhere.');
    return {
      file: await this.#pyramids.fileOf(sha256, page),
      width,
      height,
      levels,
      ...viewOf(image),
    };
  }
}

function recognitionRows(prisma: PrismaClient): JobRows<{ readonly percent: number }> {
  return {
    requeue: async (silence) => {
      const interrupted = await prisma.$queryRaw<{ id: string }[]>`
        UPDATE recognition SET state = 'queued', "beatAt" = now()
        WHERE state IN ('queued', 'running') AND "beatAt" < now() - ${silence}::interval
        RETURNING id`;
      return interrupted.map(({ id }) => id);
    },
    begin: async (id) => {
      const data = { state: 'running', beatAt: new Date(), percent: 0 };
      return (await prisma.recognition.updateMany({ where: { id, state: 'queued' }, data })).count > 0;
    },
    beat: async (id, progress) => {
      const data = { ...progress, beatAt: new Date() };
      return (await prisma.recognition.updateMany({ where: { id, state: 'running' }, data })).count > 0;
    },
    isCancelled: async (id) => {
      const stored = await prisma.recognition.findUnique({ where: { id }, select: { state: true } });
      return !stored || stored.state === 'cancelled';
    },
    putBack: async (id) => {
      const data = { state: 'queued', beatAt: new Date(0) };
      await prisma.recognition.updateMany({ where: { id, state: 'running' }, data });
    },
    fail: async (id, error) => {
      const data = { state: 'failed', error, finishedAt: new Date() };
      await prisma.recognition.updateMany({ where: { id, state: 'running' }, data });
    },
  };
}
