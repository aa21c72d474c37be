import { sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { Loss } from '../loss.js';
import { type IncomingStep, receive } from '../receive.js';
import { edited, letter, type RandomEdit, writer } from './writers.js';

/** Somebody who writes at a letter that others write at too. */
export class Client {
  state: EditorState;
  /** Everything that the person was told to have lost. */
  readonly losses: Loss[] = [];
  /** What this person has taken away, by whatever edit. */
  readonly removed = new Set<string>();
  /** What this person has written. */
  readonly typed = new Set<string>();
  #base: Node = letter;
  #version = 0;

  constructor(
    readonly clientId: string,
    readonly authority: IncomingStep[],
  ) {
    this.state = writer(clientId);
  }

  edit(edit: RandomEdit): void {
    this.change((state) => edited(state, edit).state);
  }

  /** Does something of the person's own. */
  change(make: (state: EditorState) => EditorState): void {
    const before = new Set(this.state.doc.textContent);
    this.state = make(this.state);
    const after = new Set(this.state.doc.textContent);
    for (const char of before) if (!after.has(char)) this.removed.add(char);
    for (const char of after) if (!before.has(char)) this.typed.add(char);
  }

  /** Receives what is stored, and has stored what waits. */
  sync(): void {
    this.#receive();
    const waiting = sendableSteps(this.state)?.steps ?? [];
    this.authority.push(...waiting.map((step) => ({ step, clientId: this.clientId })));
    this.#receive();
  }

  #receive(): void {
    const stored = this.authority.slice(this.#version);
    if (stored.length === 0) return;
    const { transaction, losses } = receive(this.state, this.#base, stored);
    this.state = this.state.apply(transaction);
    this.losses.push(...losses);
    this.#version += stored.length;
    for (const { step } of stored) this.#base = step.apply(this.#base).doc ?? this.#base;
  }
}
