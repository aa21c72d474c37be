import type { PrismaClient } from '../generated/client.js';
import { countTouched } from '../stages/read-passages.js';
import { type OwnSchemas, startFindingCounter } from './count-findings.js';

/** How long after the last edit a letter is checked, in milliseconds. */
const quiet = 1_500;

/**
 * Keeps the counts of findings in the calendar. The desk checks what is on the screen by itself; this is for everybody
 * else, so it may come a little later.
 */
export class LetterChecker {
  readonly #prisma: PrismaClient;
  readonly #counter = startFindingCounter();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #last: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** A letter has changed. */
  changed(letterId: string): void {
    clearTimeout(this.#timers.get(letterId));
    const timer = setTimeout(() => {
      this.#timers.delete(letterId);
      void this.check([letterId]);
    }, quiet);
    timer.unref();
    this.#timers.set(letterId, timer);
  }

  /** Checks letters that have never been checked. */
  async checkUnchecked(): Promise<void> {
    // At leisure: a database that goes away in this moment is a matter for those who wait for it.
    const unchecked = await this.#prisma.letter
      .findMany({ where: { errorCount: null }, select: { id: true } })
      .catch(() => []);
    await this.check(unchecked.map(({ id }) => id));
  }

  /** Checks letters one after the other. What cannot be checked keeps the counts that it has. */
  check(letterIds: readonly string[]): Promise<void> {
    this.#last = this.#last.then(async () => {
      for (const id of letterIds) {
        if (this.#stopped) return;
        await this.#check(id).catch((error: unknown) => {
          if (!this.#stopped)
            console.warn(`Letter ${id} was not checked: ${error instanceof Error ? error.message : error}`);
        });
      }
    });
    return this.#last;
  }

  /** Why schemas cannot be used, in words; undefined when they can. */
  async faultOf(schemas: OwnSchemas): Promise<string | undefined> {
    try {
      await this.#counter.count('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', schemas);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Whether a letter would have more errors than now if its source were another one. */
  async addsErrors(letterId: string, source: string, other: string): Promise<boolean> {
    const { edition } = await this.#prisma.letter.findUniqueOrThrow({
      where: { id: letterId },
      select: { edition: { select: { rng: true, sch: true } } },
    });
    const before = await this.#counter.count(source, edition);
    const after = await this.#counter.count(other, edition);
    return after.errors > before.errors;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await this.#counter.stop();
    await this.#last;
  }

  async #check(id: string): Promise<void> {
    const letter = await this.#prisma.letter.findUnique({
      where: { id },
      select: { source: true, version: true, edition: { select: { rng: true, sch: true } } },
    });
    if (!letter) return;
    await countTouched(this.#prisma, id, letter.version);
    const { errors, warnings } = await this.#counter.count(letter.source, letter.edition);
    // A newer version has a check of its own coming.
    await this.#prisma.letter.updateMany({
      where: { id, version: letter.version },
      data: { errorCount: errors, warningCount: warnings },
    });
  }
}
