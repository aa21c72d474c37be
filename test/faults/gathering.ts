import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@chancery/prosemirror-tei';
import { DeskWindow, type Typist } from './desk-window.js';
import { editAtRandom } from './edit-at-random.js';
import type { Ledger } from './ledger.js';
import { until } from './until.js';

/** Everybody who has one letter open and types in it. */
export class Gathering {
  readonly #typists: readonly Typist[];
  readonly #code: string;
  readonly #random: Random;
  readonly ledger: Ledger;
  readonly letterId: string;
  readonly windows: DeskWindow[] = [];
  #typing = false;
  #hands: Promise<void>[] = [];

  constructor(options: {
    typists: readonly Typist[];
    code: string;
    random: Random;
    ledger: Ledger;
    letterId: string;
  }) {
    this.#typists = options.typists;
    this.#code = options.code;
    this.#random = options.random;
    this.ledger = options.ledger;
    this.letterId = options.letterId;
  }

  async open(): Promise<void> {
    await Promise.all(
      this.#typists.map(async (typist, seat) => {
        this.windows[seat] = await this.#openFor(typist);
      }),
    );
  }

  /** Everybody begins to type. */
  begin(): void {
    this.#typing = true;
    this.#hands = this.#typists.map((_, seat) => this.#type(seat));
  }

  /** Everybody types for a while. */
  async typeFor(milliseconds: number): Promise<void> {
    await pause(milliseconds);
  }

  /** Everybody takes their hands off the keys. */
  async end(): Promise<void> {
    this.#typing = false;
    await Promise.all(this.#hands);
  }

  /** The network is said to be back, to a share of the windows: the others find out by themselves. */
  sayOnline(share: number): void {
    for (const window of this.windows) if (this.#random() < share) window.online();
  }

  /** Waits until every window says that all is saved, and all are at one version. */
  async settle(): Promise<void> {
    await until(`all windows saved: ${this.standing}`, () => {
      for (const window of this.windows) window.takeBack();
      return this.windows.every((window) => window.saved && window.version === this.windows[0]?.version);
    }).catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : error}\n${this.standing}`);
    });
  }

  get standing(): string {
    return this.windows.map((window) => window.standing).join('; ');
  }

  close(): void {
    for (const window of this.windows) window.close();
  }

  async #openFor(typist: Typist): Promise<DeskWindow> {
    return DeskWindow.open(typist, this.letterId, this.#code, this.ledger);
  }

  async #type(seat: number): Promise<void> {
    const typist = this.#typists[seat];
    if (!typist) return;
    const by = { ledger: this.ledger, random: this.#random };
    while (this.#typing) {
      await pause(20 + this.#random() * 160);
      const window = this.windows[seat];
      if (!window) continue;
      if (window.refusals.length > 0 && this.#random() < 0.1) window.takeBack();
      editAtRandom(window, by);
      // Now and then a browser crashes or a window is closed, and the person opens the letter again.
      if (this.#random() < 0.004) await this.#openAgain(seat, typist, window);
    }
  }

  async #openAgain(seat: number, typist: Typist, window: DeskWindow): Promise<void> {
    await until('changes kept on the device', () => window.keptAll());
    if (this.#random() < 0.5) window.crash();
    else window.close();
    this.windows[seat] = await this.#openFor(typist);
  }
}
