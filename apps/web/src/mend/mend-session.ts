import type { FileToMendAnswer } from '@chancery/server/api';
import { makeLetter, putFileToMend } from '../api/client.js';
import { RequestFailed } from '../api/request-failed.js';
import { keepDraft, releaseDraft } from '../source/kept-draft.js';
import { createStore } from '../store/store.js';

/** How it stands with keeping what is written. */
export type Keeping =
  | { readonly kind: 'kept' }
  | { readonly kind: 'keeping' }
  /** It is on this device, and sent again. */
  | { readonly kind: 'waiting'; readonly reason: string }
  /** It is on this device, and cannot be sent as it is. */
  | { readonly kind: 'refused'; readonly reason: string };

/** How long writing must pause before it is sent, and how long until it is sent again, in milliseconds. */
const sendAfter = 700;
const againAfter = 3_000;

/**
 * Keeps what is written in a file that is not well-formed: on this device at once, on the server when writing pauses. Of
 * two who write at a time the second is told, and nothing is written over.
 */
export class MendSession {
  readonly keeping = createStore<Keeping>({ kind: 'kept' });
  readonly #fileId: string;
  #version: number;
  /** What the server has. */
  #kept: string;
  #text: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;

  constructor({ id, version, source }: FileToMendAnswer) {
    this.#fileId = id;
    this.#version = version;
    this.#kept = source;
    this.#text = source;
  }

  /** Whether the server has all that was written. */
  get isKept(): boolean {
    return this.#text === this.#kept;
  }

  /** The file reads so now. */
  write(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    keepDraft({ letterId: this.#fileId, base: this.#kept, text }).catch((error: unknown) =>
      console.error('The draft could not be kept on this device.', error),
    );
    // A text that somebody else's stands against, or that no file can hold, is tried again as it is now.
    if (this.keeping.get().kind !== 'refused') this.keeping.set({ kind: 'keeping' });
    this.#later(sendAfter);
  }

  /** Sends what was written, now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#sending;
    if (this.isKept) return;
    this.#sending = this.#send();
    await this.#sending;
    this.#sending = undefined;
  }

  /**
   * Makes the file a letter, and gives the letter's id.
   *
   * @throws {RequestFailed} when the server refuses it, with the reason
   */
  async makeLetter(): Promise<string> {
    await this.flush();
    if (!this.isKept) throw new RequestFailed('What you wrote has not been stored yet.', 0, 'about:blank');
    return makeLetter(this.#fileId, this.#version);
  }

  close(): void {
    clearTimeout(this.#timer);
    if (this.keeping.get().kind !== 'refused') void this.flush();
  }

  #later(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), after);
  }

  async #send(): Promise<void> {
    const text = this.#text;
    try {
      this.#version = (await putFileToMend(this.#fileId, this.#version, text)).version;
      this.#kept = text;
      if (this.isKept) {
        await releaseDraft(this.#fileId).catch(() => undefined);
        this.keeping.set({ kind: 'kept' });
      } else {
        this.#later(sendAfter);
      }
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const { message: reason, status } = error;
      const lasting = status >= 400 && status < 500 && status !== 429;
      this.keeping.set({ kind: lasting ? 'refused' : 'waiting', reason });
      if (!lasting) this.#later(againAfter);
    }
  }
}
