import { createHash } from 'node:crypto';
import {
  type Decisions,
  type RuleName,
  type RuleSettings,
  SettingsError,
  type TriedRule,
} from '@chancery/importing';
import {
  DocumentRefused,
  ImportTooLong,
  importPrintedAside,
  type PrintedReading,
  readDocumentAside,
  readTeiArchiveAside,
  type TeiArchive,
  tryRulesAside,
  type WrittenSource,
} from '@chancery/importing/node';
import { LRUCache } from 'lru-cache';
import { HttpProblem } from '../errors/http-problem.js';

/** Texts that are read at once. */
const atOnce = 2;

/** Readings that are kept, since screens ask for one again and again. */
const mostKept = 3;

/** Reads texts of printed volumes, and archives of letters, on threads of their own, few at once, and keeps the last readings. */
export class PrintedReader {
  readonly #kept = new LRUCache<string, Promise<PrintedReading>>({ max: mostKept });
  readonly #ending = new AbortController();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /**
   * A text read by rules and decisions.
   *
   * @throws {HttpProblem} `text-refused` for rules or decisions that cannot be used, and for what takes too long
   */
  read(source: string, rules: RuleSettings, decisions: Decisions): Promise<PrintedReading> {
    const key = createHash('sha256')
      .update(JSON.stringify([rules, decisions]))
      .update(source)
      .digest('base64');
    const known = this.#kept.get(key);
    if (known) return known;
    const reading = this.#inTurn(() =>
      importPrintedAside(source, { rules, decisions }, { signal: this.#ending.signal }),
    );
    this.#kept.set(key, reading);
    reading.catch(() => this.#kept.delete(key));
    return reading;
  }

  /**
   * What a rule fits in a text.
   *
   * @throws {HttpProblem} `text-refused`
   */
  async try(source: string, rules: RuleSettings, name: RuleName): Promise<TriedRule | undefined> {
    const { signal } = this.#ending;
    const tried = await this.#inTurn(() =>
      tryRulesAside(source, rules, [name], { signal, milliseconds: 10_000 }),
    );
    return tried[0];
  }

  /**
   * The text of a document of a word processor, with what of it is not in the text.
   *
   * @throws {HttpProblem} `text-refused`
   */
  async document(name: string, bytes: Uint8Array): Promise<WrittenSource> {
    const { signal } = this.#ending;
    return this.#inTurn(() => readDocumentAside(name, bytes, { signal }));
  }

  /**
   * The TEI files of an archive.
   *
   * @param named a file that tells of the others; undefined where none does
   * @param gone ends it at once: whoever asked waits no longer
   * @throws {HttpProblem} `text-refused`
   */
  async tei(bytes: Uint8Array, named: string | undefined, gone?: AbortSignal): Promise<TeiArchive> {
    const signal = AbortSignal.any([this.#ending.signal, ...(gone ? [gone] : [])]);
    return this.#inTurn(() => readTeiArchiveAside(bytes, named, { signal }));
  }

  /** Ends what is being read. */
  stop(): void {
    this.#ending.abort();
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= atOnce) await new Promise<void>((turn) => this.#waiting.push(turn));
    this.#running += 1;
    try {
      return await work();
    } catch (error) {
      if (error instanceof SettingsError || error instanceof ImportTooLong)
        throw new HttpProblem('text-refused', error.message);
      if (error instanceof DocumentRefused)
        throw new HttpProblem('text-refused', `${error.message} ${error.advice}`);
      throw error;
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }
}
