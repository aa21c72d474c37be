import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PressChild, PressEnded, PressFailed } from './press-child.js';
import type { PressOrder, PressProgress } from './press-messages.js';

/** How long the process of the press waits for a next edition, in milliseconds: while editors correct what they see and publish again. */
const waits = 5 * 60_000;

const ours = fileURLToPath(new URL('./press-process.js', import.meta.url));

type Printing = readonly [
  order: PressOrder,
  onProgress: (progress: PressProgress) => void,
  signal: AbortSignal,
];

/**
 * Prints one proof or part of an edition in a process of its own, beside what else is printed: SaxonJS holds the thread it runs on.
 *
 * @throws {PressFailed}
 */
export async function runPress(...printing: Printing): Promise<unknown> {
  if (!existsSync(ours)) return printHere(...printing);
  const child = new PressChild(ours);
  try {
    return await child.print(...printing);
  } finally {
    child.dismiss();
  }
}

/**
 * Prints editions, one after the other, in a process of its own that stays for a while: of an edition that is printed again, what
 * has not changed need not be read and made anew, and stylesheets, typesetter and index are at hand.
 */
export class KeptPress {
  readonly #program: string;
  readonly #waits: number;
  #child: PressChild | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #clock: NodeJS.Timeout | undefined;
  #isStopped = false;

  /**
   * @param settings.program the file that the process runs
   * @param settings.waits how long the process waits for a next edition, in milliseconds
   */
  constructor(settings: { readonly program?: string; readonly waits?: number } = {}) {
    this.#program = settings.program ?? ours;
    this.#waits = settings.waits ?? waits;
  }

  /** Of the process that prints or waits; undefined where there is none. */
  get pid(): number | undefined {
    return this.#child?.stays ? this.#child.pid : undefined;
  }

  /**
   * Prints an edition when those before it are printed.
   *
   * @throws {PressFailed}
   */
  print(...printing: Printing): Promise<unknown> {
    if (!existsSync(this.#program)) return printHere(...printing);
    const printed = this.#turn.then(() => this.#print(printing));
    this.#turn = printed.catch(() => undefined);
    return printed;
  }

  /** Ends the process, whatever it is at. Nothing is printed any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#clock);
    const child = this.#child;
    this.#child = undefined;
    await child?.stop();
  }

  async #print(printing: Printing): Promise<unknown> {
    const [, , signal] = printing;
    signal.throwIfAborted();
    if (this.#isStopped) throw new PressEnded('The press was stopped.');
    clearTimeout(this.#clock);
    const waiting = this.#child?.stays ? this.#child : undefined;
    try {
      return await this.#printBy(waiting ?? new PressChild(this.#program), printing);
    } catch (error) {
      // That it kept too much of another edition, or was ended while it waited, is no fault of this one.
      if (!waiting || this.#isStopped || !(error instanceof PressEnded)) throw error;
      return await this.#printBy(new PressChild(this.#program), printing);
    }
  }

  async #printBy(child: PressChild, printing: Printing): Promise<unknown> {
    this.#child = child;
    try {
      return await child.print(...printing);
    } finally {
      if (child.stays) this.#clock = setTimeout(() => child.dismiss(), this.#waits).unref();
    }
  }
}

/** Tests run the sources, which a plain Node process could not. */
async function printHere(
  { edition, ...options }: PressOrder,
  onProgress: (progress: PressProgress) => void,
  signal: AbortSignal,
): Promise<unknown> {
  const { PublishError, publishEdition } = await import('@chancery/publishing');
  const { whereStopped } = await import('./where-stopped.js');
  return publishEdition(edition, { ...options, onProgress, signal }).catch((error: unknown) => {
    throw error instanceof PublishError ? new PressFailed(error.message, whereStopped(error)) : error;
  });
}
