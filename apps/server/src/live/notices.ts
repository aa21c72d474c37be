import type { Pool } from 'pg';
import { notice, noticeChannel } from './store-steps.js';

/**
 * Tells the other nodes of letters that have something new, all in one statement that came up while the last one was under way.
 *
 * It comes after what it tells of has been stored: within that transaction every letter would wait for the disk in turn, as
 * PostgreSQL lets only one transaction with a notice be committed at a time. A notice that is lost with its node is made up for by
 * the others' looking ({@link LetterDesk.refreshBehind}).
 */
export class Notices {
  readonly #pool: Pool;
  readonly #node: string;
  #letters = new Set<string>();
  #sending = false;

  constructor(pool: Pool, node: string) {
    this.#pool = pool;
    this.#node = node;
  }

  /** Something new has been stored of a letter. */
  tell(letterId: string): void {
    this.#letters.add(letterId);
    if (!this.#sending) void this.#send();
  }

  async #send(): Promise<void> {
    this.#sending = true;
    while (this.#letters.size > 0) {
      const notices = Array.from(this.#letters, (letterId) => notice({ node: this.#node, letterId }));
      this.#letters = new Set();
      await this.#pool
        .query('SELECT pg_notify($1, told) FROM unnest($2::text[]) AS told', [noticeChannel, notices])
        .catch(() => undefined);
    }
    this.#sending = false;
  }
}
