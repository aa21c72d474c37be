import {
  applySteps,
  EditRefused,
  type OpenLetter,
  openLetter,
  schema,
  sourceStep,
} from '@chancery/prosemirror-tei';
import { type MetadataEdit, metadataPatches, patched } from '@chancery/tei';
import type { Renaming } from '@chancery/validation';
import { writableIn } from '@chancery/xml';
import { sendableSteps } from 'prosemirror-collab';
import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { announceNow } from '../app/announce.js';
import type { StepLog } from '../saving/step-log.js';
import { createStore } from '../store/store.js';
import { fetchSource } from './fetch-source.js';

/** How it stands with the source of the letter on the screen. */
export interface SourceState {
  /** `closed` until it is first asked for; `behind` while the text says something that has no source yet. */
  kind: 'closed' | 'opening' | 'open' | 'behind' | 'failed';
  /** The letter with its source, as it was when it was last known. */
  letter?: OpenLetter;
  /** Why there is none, or why it is behind. */
  reason?: string;
}

/** How many characters one step may have as JSON; the server refuses messages of more than a million bytes. */
const most = 900_000;

/** How long typing in the text must pause before its source is worked out, in milliseconds. */
const pause = 120;

/**
 * The source of the letter that is open in the text view. It begins with what the server has and follows by the same
 * steps as on the server; so an edit of the source, or of the header, is a step among the others. Nothing is
 * loaded or worked out before somebody asks for it.
 */
export class SourceLink {
  readonly state = createStore<SourceState>({ kind: 'closed' });
  readonly #view: EditorView;
  readonly #log: StepLog;
  readonly #letterId: string;
  /** The letter as acknowledged up to a version of the log. */
  #stored: { letter: OpenLetter; version: number } | undefined;
  /** The document of the view whose source was last worked out. */
  #shown: Node | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #edits = new Map<Transaction, MetadataEdit>();

  constructor(view: EditorView, log: StepLog, letterId: string) {
    this.#view = view;
    this.#log = log;
    this.#letterId = letterId;
  }

  /** Loads the source, if it is not there. */
  async open(): Promise<void> {
    const { kind } = this.state.get();
    if (kind === 'opening' || kind === 'open' || kind === 'behind') return;
    this.state.set({ kind: 'opening' });
    try {
      await this.#fetch();
      this.now();
    } catch (error) {
      this.state.set({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  }

  /**
   * The letter on the screen with its source, worked out if it has changed; undefined while there is none. Its document is
   * the one in the view unless the state is `behind`.
   */
  now(): OpenLetter | undefined {
    clearTimeout(this.#timer);
    const { letter } = this.state.get();
    if (!this.#stored || this.isCurrent) return letter;
    try {
      this.#follow();
      const waiting = sendableSteps(this.#view.state)?.steps ?? [];
      const next = applySteps(this.#stored.letter, waiting);
      this.#shown = this.#view.state.doc;
      this.state.set({ kind: 'open', letter: next });
      return next;
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error;
      this.state.set({ kind: 'behind', reason: error.message, ...(letter ? { letter } : {}) });
      return letter;
    }
  }

  /** Whether the letter that is known is the one in the view, position for position. */
  get isCurrent(): boolean {
    return this.#shown === this.#view.state.doc && this.#stored?.version === this.#log.version;
  }

  /** To be called after each change of the document. */
  changed(): void {
    if (this.state.get().kind === 'closed') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), pause);
  }

  /**
   * Makes the source another one, as one change that can be undone.
   *
   * @throws NotWellFormed, EditRefused or ChangeTooLarge when it cannot be.
   */
  replace(source: string): void {
    const letter = this.#current();
    const step = sourceStep(letter, source);
    if (!step) return;
    // What the server would refuse is refused here, before it is in the text.
    applySteps(letter, [step]);
    if (JSON.stringify(step.toJSON()).length > most) throw new ChangeTooLarge();
    this.#view.dispatch(closeHistory(this.#view.state.tr).step(step));
    this.now();
  }

  /**
   * Writes names of the source otherwise, as one change that can be undone.
   *
   * @throws SourceNotAtHand when another name stands there by now; and as {@link replace}.
   */
  async rename(renamings: readonly Renaming[]): Promise<void> {
    await this.open();
    const { source } = this.#current();
    if (!renamings.every(({ offset, from }) => source.startsWith(from, offset)))
      throw new SourceNotAtHand('The letter has changed since it was checked. Try again in a moment.');
    this.replace(
      patched(
        source,
        renamings.map(({ offset, from, to }) => ({ start: offset, end: offset + from.length, text: to })),
      ),
    );
  }

  /**
   * Changes what the header says of the letter. When a colleague has changed the same place before it is stored, it is
   * made again upon what the colleague has made.
   *
   * @throws CannotWrite when the file has no place for it; EditRefused when it cannot be saved.
   */
  edit(edit: MetadataEdit): void {
    let letter = this.#current();
    const transaction = closeHistory(this.#view.state.tr);
    const patches = metadataPatches(letter.source, edit).sort((a, b) => b.start - a.start);
    for (const patch of patches) {
      const step = sourceStep(letter, patched(letter.source, [patch]));
      if (!step) continue;
      letter = applySteps(letter, [step]);
      transaction.step(step);
    }
    if (!transaction.docChanged) return;
    this.#edits.set(transaction, edit);
    this.#view.dispatch(transaction);
    this.now();
  }

  /**
   * To be called after steps of others were received: an edit of the header that had to give way to one of a colleague
   * is made again. Whether it was one, so that nothing is lost.
   */
  dropped(edited: Transaction): boolean {
    const edit = this.#edits.get(edited);
    if (!edit) return false;
    this.#edits.delete(edited);
    this.#again(edit);
    return true;
  }

  /** Forgets the edits of the header that do not wait any more. */
  settled(): void {
    const still = new Set(waiting(this.#view.state));
    for (const [made] of this.#edits) if (!still.has(made)) this.#edits.delete(made);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stored = undefined;
  }

  #again(edit: MetadataEdit): void {
    try {
      this.edit(edit);
    } catch {
      announceNow('A colleague has changed the header meanwhile. Your change of it was not made.');
    }
  }

  #current(): OpenLetter {
    const letter = this.now();
    const { kind, reason } = this.state.get();
    if (!letter || kind !== 'open')
      throw new SourceNotAtHand(reason ?? 'The source has not been loaded yet.');
    return letter;
  }

  async #fetch(): Promise<void> {
    const { source, encoding, version } = await fetchSource(this.#letterId);
    if (!this.#log.knows(version)) {
      // The server is ahead of this screen: what it has stored meanwhile is about to arrive.
      await new Promise((resolve) => setTimeout(resolve, pause));
      return this.#fetch();
    }
    const adopt = this.#log.docAt(version);
    this.#stored = { letter: openLetter(source, { adopt, writable: writableIn(encoding) }), version };
  }

  /** Takes up what has been acknowledged since. Where that does not lead on from what is known here, the server is asked. */
  #follow(): void {
    const stored = this.#stored;
    if (!stored || stored.version === this.#log.version) return;
    const steps = this.#log.since(stored.version).map(({ step }) => Step.fromJSON(schema, step));
    try {
      this.#stored = { letter: applySteps(stored.letter, steps), version: this.#log.version };
    } catch (error) {
      this.#stored = undefined;
      this.#fetch().then(
        () => this.now(),
        (reason: unknown) => this.state.update({ kind: 'failed', reason: String(reason) }),
      );
      throw error;
    }
  }
}

/** A change is larger than the server takes at once. */
class ChangeTooLarge extends Error {
  override readonly name = 'ChangeTooLarge';
  constructor() {
    super('This change is too large to be sent at once. Make it in smaller parts, from the top down.');
  }
}

/** The source is asked for something before it is known. */
class SourceNotAtHand extends Error {
  override readonly name = 'SourceNotAtHand';
}

/** The transactions that the waiting steps come from, one for each step. */
function waiting(state: EditorState): readonly unknown[] {
  return sendableSteps(state)?.origins ?? [];
}
