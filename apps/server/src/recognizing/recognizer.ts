import type { Prisma, PrismaClient } from '../generated/client.js';
import type { Pyramids } from '../images/pyramids.js';
import type { JobQueue, JobSender } from '../jobs/job-queue.js';
import { keepRecognized } from './keep-recognized.js';
import type { OcrLanguage, PictureToRead } from './ocr-messages.js';
import { runOcr } from './run-ocr.js';

const queue = 'recognize';
const progressEvery = 300;
const beatEvery = 5_000;
/** A job that has not been heard of for so long belongs to a server that is gone. */
const silence = '20 seconds';

/** Reads the text off pictures. What is to be read is kept in the database: it survives a restart and any node may read it. */
export class Recognizer {
  readonly #prisma: PrismaClient;
  readonly #pyramids: Pyramids;
  readonly #languages: readonly OcrLanguage[];
  readonly #jobs: JobQueue;
  readonly #stopping = new AbortController();
  /** What this node reads, by its id, to be stopped. */
  readonly #running = new Map<string, AbortController>();
  #sender: JobSender | undefined;
  #watch: NodeJS.Timeout | undefined;

  constructor(settings: {
    readonly prisma: PrismaClient;
    readonly pyramids: Pyramids;
    readonly languages: readonly OcrLanguage[];
    readonly jobs: JobQueue;
  }) {
    this.#prisma = settings.prisma;
    this.#pyramids = settings.pyramids;
    this.#languages = settings.languages;
    this.#jobs = settings.jobs;
  }

  /** Begins to read, and takes up what a killed server has left. */
  async start(): Promise<void> {
    this.#sender = await this.#jobs.take(queue, (id) => this.#run(id));
    await this.#takeUpInterrupted();
    this.#watch = setInterval(() => void this.#takeUpInterrupted().catch(() => undefined), 20_000);
    this.#watch.unref();
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
    if (isNew) await this.#sender?.send(id);
    return id;
  }

  /** Stops what is queued or being read, on any node. What is over is left so. */
  async cancel(id: string): Promise<void> {
    const { count } = await this.#prisma.recognition.updateMany({
      where: { id, state: { in: ['queued', 'running'] } },
      data: { state: 'cancelled', finishedAt: new Date() },
    });
    if (count > 0) this.#running.get(id)?.abort();
  }

  /** Lets what is being read be taken up at the next start. The queue itself is ended by whoever opened it. */
  stop(): void {
    clearInterval(this.#watch);
    this.#stopping.abort();
  }

  async #takeUpInterrupted(): Promise<void> {
    const interrupted = await this.#prisma.$queryRaw<{ id: string }[]>`
      UPDATE recognition SET state = 'queued', "beatAt" = now()
      WHERE state IN ('queued', 'running') AND "beatAt" < now() - ${silence}::interval
      RETURNING id`;
    for (const { id } of interrupted) await this.#sender?.send(id);
  }

  async #run(id: string): Promise<void> {
    const { count } = await this.#prisma.recognition.updateMany({
      where: { id, state: 'queued' },
      data: { state: 'running', beatAt: new Date(), percent: 0 },
    });
    // It was stopped, or another node has it.
    if (count === 0) return;
    const cancelling = new AbortController();
    this.#running.set(id, cancelling);
    const beat = setInterval(() => this.#write(id, cancelling, {}), beatEvery);
    let last = 0;
    try {
      const picture = await this.#pictureOf(id);
      const page = await runOcr(
        { picture, languages: this.#languages },
        (progress) => {
          if (Date.now() - last < progressEvery) return;
          last = Date.now();
          this.#write(id, cancelling, { percent: Math.round(100 * progress) });
        },
        AbortSignal.any([this.#stopping.signal, cancelling.signal]),
      );
      await keepRecognized(this.#prisma, id, page);
    } catch (error) {
      // Whoever stopped it has written that down.
      if (!cancelling.signal.aborted) await this.#fail(id, error);
    } finally {
      clearInterval(beat);
      this.#running.delete(id);
    }
  }

  async #pictureOf(id: string): Promise<PictureToRead> {
    const { image } = await this.#prisma.recognition.findUniqueOrThrow({
      where: { id },
      select: { image: true },
    });
    const { sha256, page, width, height, levels, rotation } = image;
    const [left, top, across, down] = image.crop;
    const isCropped = left !== undefined && top !== undefined && across !== undefined && down !== undefined;
    return {
      file: await this.#pyramids.fileOf(sha256, page),
      width,
      height,
      levels,
      rotation,
      crop: isCropped ? { left, top, width: across, height: down } : null,
    };
  }

  /** That it is being read, and how far; it is stopped where it was cancelled meanwhile, on any node. */
  #write(id: string, cancelling: AbortController, data: { readonly percent?: number }): void {
    this.#prisma.recognition
      .updateMany({ where: { id, state: 'running' }, data: { ...data, beatAt: new Date() } })
      .then(async ({ count }) => {
        if (count > 0) return;
        const stored = await this.#prisma.recognition.findUnique({ where: { id }, select: { state: true } });
        if (!stored || stored.state === 'cancelled') cancelling.abort();
      })
      .catch(() => undefined);
  }

  async #fail(id: string, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    const data: Prisma.RecognitionUncheckedUpdateManyInput = this.#stopping.signal.aborted
      ? // Taken up again at the next start.
        { state: 'queued', beatAt: new Date(0) }
      : { state: 'failed', error: message, finishedAt: new Date() };
    await this.#prisma.recognition.updateMany({ where: { id, state: 'running' }, data });
  }
}
