import type { Pool } from 'pg';
import PgBoss from 'pg-boss';
import { takeTurns } from '../database/take-turns.js';

/** Puts jobs of one kind into their queue. */
export interface JobSender {
  /** Queues a job, which any node may take. */
  send(id: string): Promise<void>;
}

/** The queues of jobs that take longer than a request: they are in the database, and any node may do them. */
export class JobQueue {
  readonly #pool: Pool;
  readonly #boss: PgBoss;
  #started = false;

  /** @param settings.databaseUrl for the queue, which has connections and tables (schema `pgboss`) of its own */
  constructor(settings: { readonly pool: Pool; readonly databaseUrl: string }) {
    this.#pool = settings.pool;
    this.#boss = new PgBoss({
      connectionString: settings.databaseUrl,
      application_name: 'chancery',
      max: 3,
      schedule: false,
    });
    this.#boss.on('error', (error) => console.warn(`The job queue: ${error.message}`));
  }

  /** Begins to take the jobs of a queue, one after the other. */
  async take(queue: string, run: (id: string) => Promise<void>): Promise<JobSender> {
    await this.#makeQueue(queue);
    const worker = await this.#boss.work<{ id: string }>(
      queue,
      { pollingIntervalSeconds: 2 },
      async (jobs) => {
        for (const job of jobs) await run(job.data.id);
      },
    );
    return {
      send: async (id) => {
        await this.#boss.send(queue, { id }, { retryLimit: 0, expireInMinutes: 60 });
        this.#boss.notifyWorker(worker);
      },
    };
  }

  /** Takes no more jobs, and lets those under way come to their end. */
  async stop(): Promise<void> {
    if (this.#started) await this.#boss.stop({ graceful: true, timeout: 5_000, wait: true });
  }

  /** Makes the tables of the queues, and the queue: two servers that did so at once would stand in each other's way. */
  async #makeQueue(queue: string): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await takeTurns(client, async () => {
        if (!this.#started) await this.#boss.start();
        this.#started = true;
        await this.#boss.createQueue(queue);
      });
    } finally {
      client.release();
    }
  }
}
