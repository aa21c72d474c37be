import { schema } from '@chancery/prosemirror-tei';
import { sendableSteps } from 'prosemirror-collab';
import { Mapping, Step } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { getAuthorship } from '../api/client.js';
import { readCaret } from '../editor/read-caret-plugin.js';
import type { StepLog } from '../saving/step-log.js';
import { createStore } from '../store/store.js';
import { type AuthoredSpan, authorsKnown } from './authors-plugin.js';

/** How long the letter must rest before it is asked anew who wrote it, in milliseconds. */
const pause = 1_000;

/** Whether the text shows who wrote it, and what is known of that. */
export interface AuthorsState {
  readonly kind: 'off' | 'waiting' | 'shown' | 'failed';
  readonly spans: readonly AuthoredSpan[];
  /** The authors in the order of their first words. */
  readonly names: readonly string[];
}

const off: AuthorsState = { kind: 'off', spans: [], names: [] };

/** Who wrote the letter on the screen, for as long as somebody wants to see it in the text. */
export class AuthorsLink {
  readonly state = createStore<AuthorsState>(off);
  readonly #view: EditorView;
  readonly #log: StepLog;
  readonly #letterId: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, log: StepLog, letterId: string) {
    this.#view = view;
    this.#log = log;
    this.#letterId = letterId;
  }

  /** Shows in the text who wrote it, or no longer. */
  toggle(): void {
    if (this.state.get().kind === 'off') {
      this.state.set({ ...off, kind: 'waiting' });
      void this.#fetch();
      return;
    }
    clearTimeout(this.#timer);
    this.state.set(off);
    this.#show([]);
  }

  /** To be called when something was acknowledged, own or others’. */
  changed(): void {
    if (this.state.get().kind === 'off') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#fetch(), pause);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.state.set(off);
  }

  async #fetch(): Promise<void> {
    try {
      const answer = await getAuthorship(this.#letterId, this.#log.version);
      if (this.state.get().kind === 'off') return;
      const names: string[] = [];
      const since = this.#since(answer.version);
      const spans = answer.spans.flatMap(({ by, from, to }): AuthoredSpan[] => {
        if (!by) return [];
        if (!names.includes(by.name)) names.push(by.name);
        const span = { from: since.map(from, 1), to: since.map(to, -1) };
        return span.from < span.to ? [{ ...span, name: by.name, place: names.indexOf(by.name) }] : [];
      });
      this.state.set({ kind: 'shown', spans, names });
      this.#show(spans);
    } catch {
      if (this.state.get().kind !== 'off') this.state.set({ ...off, kind: 'failed' });
    }
  }

  /** How positions of a version have moved since, by what was stored and by what waits. */
  #since(version: number): Mapping {
    const stored = this.#log.knows(version) ? this.#log.since(version) : [];
    const waiting = sendableSteps(this.#view.state)?.steps ?? [];
    return new Mapping([
      ...stored.map(({ step }) => Step.fromJSON(schema, step).getMap()),
      ...waiting.map((step) => step.getMap()),
    ]);
  }

  #show(spans: readonly AuthoredSpan[]): void {
    readCaret(this.#view);
    this.#view.dispatch(this.#view.state.tr.setMeta(authorsKnown, spans));
  }
}
