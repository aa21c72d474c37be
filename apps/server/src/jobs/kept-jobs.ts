import type { JobQueue, JobSender } from './job-queue.js';

/** How often a job says that it is alive, and how often it is looked for such as do not any more, in milliseconds. */
const beatEvery = 5_000;
const watchEvery = 20_000;
/** A job that has not been heard of for so long belongs to a server that is gone. */
const silence = '20 seconds';

/** Where the jobs of one kind are written down, each in a row with its state and when it was last heard of. */
export interface JobRows<Progress> {
  /** Queues again what is queued or running and was not heard of for an interval of PostgreSQL; answers the ids. */
  readonly requeue: (silence: string) => Promise<readonly string[]>;
  /** Has a queued job run; false where it was stopped, or another node has it. */
  readonly begin: (id: string) => Promise<boolean>;
  /** Writes down that a running job is alive, and how far it is; false where it does not run any more. */
  readonly beat: (id: string, progress: Partial<Progress>) => Promise<boolean>;
  /** Whether somebody has stopped it, or its row is gone. */
  readonly isCancelled: (id: string) => Promise<boolean>;
  /** Queues a running job again, to be taken up at the next start. */
  readonly putBack: (id: string) => Promise<void>;
  /** Writes down that a job failed: what is said of that, and what it threw. */
  readonly fail: (id: string, message: string, error: unknown) => Promise<void>;
}

/** A job while it runs. */
export interface RunningJob<Progress> {
  readonly id: string;
  /** Aborted when it is stopped, on any node, and when the server ends. */
  readonly signal: AbortSignal;
  /** Writes down how far it is, often enough to be watched and no oftener. */
  readonly tell: (progress: Progress, isLast?: boolean) => void;
}

/** Jobs that are kept in the database: they survive a restart, any node may do them, and from any node they are stopped. */
export class KeptJobs<Progress extends object> {
  readonly #queue: string;
  readonly #jobs: JobQueue;
  readonly #rows: JobRows<Progress>;
  readonly #run: (job: RunningJob<Progress>) => Promise<void>;
  readonly #tellEvery: number;
  readonly #stopping = new AbortController();
  /** What this node does, by its id, to be stopped. */
  readonly #running = new Map<string, AbortController>();
  #sender: JobSender | undefined;
  #watch: NodeJS.Timeout | undefined;

  /**
   * @param settings.run does one job and writes down its end; what it throws is its failure
   * @param settings.tellEvery how often it is written down at most how far a job is, in milliseconds
   */
  constructor(settings: {
    readonly queue: string;
    readonly jobs: JobQueue;
    readonly rows: JobRows<Progress>;
    readonly run: (job: RunningJob<Progress>) => Promise<void>;
    readonly tellEvery: number;
  }) {
    this.#queue = settings.queue;
    this.#jobs = settings.jobs;
    this.#rows = settings.rows;
    this.#run = settings.run;
    this.#tellEvery = settings.tellEvery;
  }

  /** Begins to take jobs, and takes up those that a killed server has left. */
  async start(): Promise<void> {
    this.#sender = await this.#jobs.take(this.#queue, (id) => this.#take(id));
    await this.#takeUpInterrupted();
    this.#watch = setInterval(() => void this.#takeUpInterrupted().catch(() => undefined), watchEvery);
    this.#watch.unref();
  }

  /** Queues a job whose row is written. */
  async send(id: string): Promise<void> {
    await this.#sender?.send(id);
  }

  /** Stops a job of this node whose row says that it is; one of another node hears of it when it next writes how far it is. */
  abort(id: string): void {
    this.#running.get(id)?.abort();
  }

  /** Lets what is under way be taken up at the next start. The queue is ended by whoever opened it. */
  stop(): void {
    clearInterval(this.#watch);
    this.#stopping.abort();
  }

  async #takeUpInterrupted(): Promise<void> {
    for (const id of await this.#rows.requeue(silence)) await this.send(id);
  }

  async #take(id: string): Promise<void> {
    if (!(await this.#rows.begin(id))) return;
    const cancelling = new AbortController();
    this.#running.set(id, cancelling);
    const beat = setInterval(() => this.#beat(id, cancelling, {}), beatEvery);
    let last = 0;
    try {
      await this.#run({
        id,
        signal: AbortSignal.any([this.#stopping.signal, cancelling.signal]),
        tell: (progress, isLast = false) => {
          if (Date.now() - last < this.#tellEvery && !isLast) return;
          last = Date.now();
          this.#beat(id, cancelling, progress);
        },
      });
    } catch (error) {
      // Whoever stopped it has written that down.
      if (!cancelling.signal.aborted) await this.#fail(id, error);
    } finally {
      clearInterval(beat);
      this.#running.delete(id);
    }
  }

  #beat(id: string, cancelling: AbortController, progress: Partial<Progress>): void {
    this.#rows
      .beat(id, progress)
      .then(async (runs) => {
        if (!runs && (await this.#rows.isCancelled(id))) cancelling.abort();
      })
      .catch(() => undefined);
  }

  async #fail(id: string, error: unknown): Promise<void> {
    if (this.#stopping.signal.aborted) await this.#rows.putBack(id);
    else await this.#rows.fail(id, error instanceof Error ? error.message : String(error), error);
  }
}
