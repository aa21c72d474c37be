import { type SuggestedPart, suggestedParts } from '@chancery/prosemirror-tei';
import type { SuggestionList } from '@chancery/server/api';
import type { Node } from 'prosemirror-model';
import type { EditorState, Plugin, Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { besideChanged } from '../api/beside-letter.js';
import { lockClient } from '../saving/claim-client.js';
import type { LoggedStep, StepLog } from '../saving/step-log.js';
import { createStore } from '../store/store.js';
import { suggestionsKept } from './kept-suggestions.js';
import type { OwnSuggestion } from './own-suggestion.js';
import { SuggestMode } from './suggest-mode.js';
import { SuggestionBook } from './suggestion-book.js';
import { labelOf } from './suggestion-label.js';
import { SuggestionSender } from './suggestion-sender.js';

/** How long the letter must rest before the view is compared with the book, in milliseconds. */
const pause = 300;

/** The letter that is open, and who has it open. */
interface Open {
  readonly view: EditorView;
  readonly log: StepLog;
  readonly letterId: string;
  readonly clientId: string;
  readonly plugins: () => Plugin[];
  /** Has the view show another state, and all that follows it know of it. */
  readonly update: (state: EditorState) => void;
  /** The person at the desk; undefined for one who suggests nothing. */
  readonly authorId: string | undefined;
  /** The view shows another state of the letter. */
  readonly onShown: () => void;
  /** What stands in the book has become another. */
  readonly onChanged: () => void;
  readonly tell: (sentence: string) => void;
}

/** All that the desk does to suggest changes of a letter: the book of one’s suggestions, its saving, and the mode of the view. */
export class Suggesting {
  /** Whether changes in the view are suggested. */
  readonly on = createStore(false);
  /** How many suggestions the server has not acknowledged. */
  readonly waiting = createStore(0);
  /** Why the server did not take some of them. */
  readonly refusal = createStore<string | undefined>(undefined);
  readonly #open: Open;
  readonly #book: SuggestionBook;
  readonly #mode: SuggestMode;
  #sender: SuggestionSender | undefined;
  #list: { readonly list: SuggestionList; readonly began: number } | undefined;
  /** Accepted suggestions whose author went on with them, and the letter before. */
  #rests: { readonly own: OwnSuggestion; readonly before: Node }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  readonly #parts = new WeakMap<readonly Step[], readonly SuggestedPart[]>();

  constructor(open: Open) {
    this.#open = open;
    this.#mode = new SuggestMode(open, () => this.#book);
    this.#book = new SuggestionBook(open.log, () => this.#mode.row());
    void this.#begin();
  }

  /** Enters or leaves Suggest mode. There must be nothing in the view that is still to be sent. */
  turn(on: boolean): void {
    if (on === this.on.get()) return;
    if (on) this.#mode.enter();
    else this.#mode.leave();
    this.on.set(on);
    this.#open.onShown();
  }

  /** The ids of the suggestions that are in the text of the view, with what of them no word says. */
  inView(): ReadonlyMap<string, readonly SuggestedPart[]> | undefined {
    if (!this.on.get()) return undefined;
    const { doc } = this.#open.log;
    return new Map(
      this.#book.standing().map((own) => {
        const parts = this.#parts.get(own.steps) ?? suggestedParts(doc, own.steps);
        this.#parts.set(own.steps, parts);
        const labels = parts.filter(({ label }) => label !== '');
        return [own.id, labels.map((part) => ({ ...part, removed: '', inserted: '' }))];
      }),
    );
  }

  /** Takes up a list that the server has given; `began` is when it was asked for. */
  take(list: SuggestionList, began: number): void {
    this.#list = { list, began };
    this.#takeList();
  }

  /** An own change, as one of the suggestion that it belongs to. */
  label(transaction: Transaction): Transaction {
    return this.#mode.label(transaction);
  }

  /** To be called after an own change of the text. */
  changed(transaction: Transaction): void {
    const label = labelOf(transaction);
    if (label === undefined) return;
    this.#book.touched(label);
    this.#sender?.changed();
    this.#later();
  }

  /** To be called before steps of the server are taken into the view: what they accept leaves it. */
  receiving(steps: readonly LoggedStep[]): void {
    const accepted = this.#book.acceptedBy(steps);
    if (accepted.length === 0) return;
    this.#book.settle();
    for (const { label } of accepted) {
      const own = this.#book.of(label);
      if (!own) continue;
      if (own.at === 'server' && (!this.#mode.on || this.#mode.takeOut(own))) this.#book.drop(own);
      else this.#rests.push({ own, before: this.#open.log.doc });
    }
  }

  /** To be called after steps of the server. */
  received(): void {
    const rests = this.#rests.splice(0);
    for (const { own, before } of rests) this.#book.keepRest(own, before);
    this.#mode.received();
    if (rests.length > 0) this.#renew();
    else this.#later();
  }

  /** Gives an own suggestion another reason. */
  explain(id: string, reason: string): void {
    this.#book.explain(id, reason);
    this.#sender?.changed();
  }

  /** Sends at once what waits, as after a lost connection. */
  now(): void {
    this.#sender?.now();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#sender?.close();
  }

  async #begin(): Promise<void> {
    const { letterId, clientId, authorId } = this.#open;
    if (authorId === undefined) return;
    const kept = await suggestionsKept(letterId).catch(() => []);
    const locks = new Map<string, (() => void) | undefined>([[clientId, () => {}]]);
    for (const each of kept) {
      if (each.authorId !== authorId) continue;
      // Those of another window that is still open are that window's.
      if (!locks.has(each.clientId)) locks.set(each.clientId, await lockClient(each.clientId));
      if (locks.get(each.clientId)) this.#book.adopt(each);
    }
    for (const release of locks.values()) release?.();
    if (this.#closed) return;
    const sender = new SuggestionSender(this.#book, { letterId, clientId, authorId }, () =>
      besideChanged(letterId, 'suggestions'),
    );
    sender.waiting.subscribe(() => this.waiting.set(sender.waiting.get()));
    sender.refusal.subscribe(() => this.refusal.set(sender.refusal.get()));
    this.#sender = sender;
    this.#takeList();
    this.#renew();
    sender.changed();
  }

  #takeList(): void {
    const given = this.#list;
    const sender = this.#sender;
    if (!given || !sender) return;
    this.#list = undefined;
    if (this.#book.take(given.list, sender.authorId, given.began)) this.#renew();
    sender.changed();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#renew(), pause);
  }

  /** Brings view and book together; never while an input method is composing a word. */
  #renew(): void {
    if (this.#closed) return;
    const { view, onShown, onChanged, tell } = this.#open;
    if (view.composing) {
      this.#later();
      return;
    }
    const lost = this.#book.all.filter(({ gone }) => !gone);
    if (this.#mode.renew()) onShown();
    for (const { label } of lost) {
      const own = this.#book.of(label);
      if (!own?.gone) continue;
      tell(
        'The place of a suggestion of yours has been changed: it no longer fits. Its words are kept in the list.',
      );
      if (own.at === 'server') this.#book.drop(own);
    }
    onChanged();
  }
}
