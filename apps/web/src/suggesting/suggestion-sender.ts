import type { Keeping } from '@chancery/server/api';
import { putSuggestions } from '../api/client.js';
import { RequestFailed } from '../api/request-failed.js';
import { backOff } from '../saving/back-off.js';
import { createStore } from '../store/store.js';
import { keepSuggestions } from './kept-suggestions.js';
import { asProposal, type OwnSuggestion } from './own-suggestion.js';
import type { SuggestionBook } from './suggestion-book.js';

/** How long changes must pause before they are sent, in milliseconds. */
const pause = 300;

/** How long to wait for the letter to follow before a suggestion is sent again, in milliseconds. */
const again = 1_000;

/** How much one request carries: suggestions, and characters of their steps. */
const most = { suggestions: 20, characters: 900_000 } as const;

/**
 * Keeps on this device what the server has not acknowledged of the suggestions in the book, from the change on, and carries it
 * to the server when changes pause.
 */
export class SuggestionSender {
  /** How many suggestions the server has not acknowledged as they are. */
  readonly waiting = createStore(0);
  /** Why the server did not take some of them. */
  readonly refusal = createStore<string | undefined>(undefined);
  readonly #book: SuggestionBook;
  /** Whose suggestions they are. */
  readonly authorId: string;
  readonly #who: { readonly letterId: string; readonly clientId: string; readonly authorId: string };
  readonly #onForked: () => void;
  /** After which change a suggestion was refused: it is sent again when it has become another. */
  readonly #refused = new Map<string, number>();
  #kept: readonly string[] = [];
  #keeping: Promise<void> | undefined;
  #keepAgain = false;
  #sending = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(
    book: SuggestionBook,
    who: { readonly letterId: string; readonly clientId: string; readonly authorId: string },
    onForked: () => void,
  ) {
    this.#book = book;
    this.#who = who;
    this.authorId = who.authorId;
    this.#onForked = onForked;
    addEventListener('online', this.#now);
    addEventListener('beforeunload', this.#warn);
  }

  /** To be called when something in the book has changed. */
  changed(): void {
    this.#count();
    this.#keep();
    this.#later(pause);
  }

  /** Sends at once what waits. */
  now(): void {
    this.#now();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    removeEventListener('online', this.#now);
    removeEventListener('beforeunload', this.#warn);
    this.#keep();
  }

  get #unsent(): readonly OwnSuggestion[] {
    return this.#book.all.filter(({ at }) => at !== 'server');
  }

  readonly #now = (): void => this.#later(0);

  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.waiting.get() > 0) event.preventDefault();
  };

  #later(after: number): void {
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(() => void this.#send(), after);
  }

  #count(): void {
    const unsent = this.#unsent;
    this.waiting.set(unsent.length);
    if (!unsent.some((own) => this.#refused.get(own.label) === own.edits)) this.refusal.set(undefined);
  }

  #keep(): void {
    if (this.#keeping) {
      this.#keepAgain = true;
      return;
    }
    // Behind the keystroke, so that its letter is on the screen first.
    this.#keeping = Promise.resolve()
      .then(() => this.#keepNow())
      .catch((error: unknown) => console.error('Suggestions could not be kept on this device.', error))
      .finally(() => {
        this.#keeping = undefined;
        if (!this.#keepAgain) return;
        this.#keepAgain = false;
        this.#keep();
      });
  }

  async #keepNow(): Promise<void> {
    this.#book.settle();
    const { letterId, clientId, authorId } = this.#who;
    const kept = this.#unsent
      .filter(({ revision, steps }) => revision > 0 || steps.length > 0)
      .map((own) => {
        const { id, revision, version, steps, reason } = asProposal(own, '');
        const write = own.write ?? null;
        return { letterId, clientId, authorId, id, revision, write, version, steps, reason };
      });
    const ids = kept.map(({ id }) => id);
    const released = this.#kept.filter((id) => !ids.includes(id));
    this.#kept = ids;
    await keepSuggestions(letterId, kept, released);
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#closed) return;
    this.#book.settle();
    const batch = this.#batch();
    this.#count();
    if (batch.length === 0) return;
    this.#sending = true;
    const sent = batch.map((own) => ({ own, write: crypto.randomUUID() }));
    let next: number | undefined;
    try {
      const proposals = sent.map(({ own, write }) => asProposal(own, write));
      const outcomes = await putSuggestions(this.#who.letterId, proposals);
      this.#failures = 0;
      for (const { own, write } of sent) {
        const outcome = outcomes.find(({ id }) => id === own.id);
        if (outcome) next = Math.max(next ?? 0, this.#heard(own, write, outcome));
      }
    } catch (error) {
      if (error instanceof RequestFailed && error.status >= 400 && error.status < 500) {
        for (const { own } of sent) this.#refuse(own, error.message);
      } else {
        this.#failures += 1;
        next = backOff(this.#failures);
      }
    } finally {
      this.#sending = false;
    }
    this.#count();
    this.#keep();
    if (next !== undefined && this.#unsent.length > 0) this.#later(next);
  }

  /** What is sent next. What has come to nothing before the server knew of it is not. */
  #batch(): readonly OwnSuggestion[] {
    const batch: OwnSuggestion[] = [];
    let characters = 0;
    for (const own of this.#unsent) {
      if (this.#refused.get(own.label) === own.edits) continue;
      if (own.revision === 0 && own.steps.length === 0) {
        this.#book.drop(own);
        continue;
      }
      characters += JSON.stringify(asProposal(own, '').steps).length;
      if (batch.length > 0 && (batch.length === most.suggestions || characters > most.characters)) break;
      batch.push(own);
    }
    return batch;
  }

  /** Takes up what the server says of a suggestion; answers how long to wait before the next is sent. */
  #heard(own: OwnSuggestion, write: string, outcome: Keeping): number {
    if (outcome.kept) {
      this.#book.acknowledged(own, outcome.revision, write);
      return 0;
    }
    switch (outcome.code) {
      case 'behind':
        return again;
      case 'stale':
      case 'unknown':
        this.#book.fork(own);
        return 0;
      case 'decided':
        // Whether it was accepted is seen in the list, which is about to come.
        this.#onForked();
        return again;
      default:
        this.#refuse(own, outcome.reason);
        return 0;
    }
  }

  #refuse(own: OwnSuggestion, reason: string): void {
    this.#refused.set(own.label, own.edits);
    this.refusal.set(reason);
  }
}
