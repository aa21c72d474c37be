import {
  aloneSteps,
  entangled,
  type LabelledStep,
  remainderOf,
  type SuggestedSpans,
  schema,
} from '@chancery/prosemirror-tei';
import type { SuggestionList, SuggestionRow } from '@chancery/server/api';
import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import type { StepLog } from '../saving/step-log.js';
import type { KeptSuggestion } from './kept-suggestions.js';
import {
  addedSince,
  changedTo,
  followed,
  mapsSince,
  newSuggestion,
  type OwnSuggestion,
} from './own-suggestion.js';

/** The name of a client under which the server makes the change of an accepted suggestion. */
const accepting = /^suggestion:(.+)$/;

/**
 * What the person at the desk suggests for the letter: each suggestion by itself, upon what is acknowledged of the letter. In
 * Suggest mode the view shows them one upon the other, and what is done there is read back from it.
 */
export class SuggestionBook {
  readonly #log: StepLog;
  /** What was done in the view upon the letter, in order; undefined outside of Suggest mode. */
  readonly #row: () => readonly LabelledStep[] | undefined;
  readonly #own = new Map<string, OwnSuggestion>();
  /** Suggestions that have become part of another: the label of that, by their own. */
  readonly #joined = new Map<string, string>();

  constructor(log: StepLog, row: () => readonly LabelledStep[] | undefined) {
    this.#log = log;
    this.#row = row;
  }

  /** All of them, each as far as it is known here. */
  get all(): readonly OwnSuggestion[] {
    return [...this.#own.values()];
  }

  /** The suggestion with this id. */
  withId(id: string): OwnSuggestion | undefined {
    return this.all.find((own) => own.id === id);
  }

  /** The suggestion that a label leads to by now. */
  of(label: string): OwnSuggestion | undefined {
    return this.#own.get(this.#root(label));
  }

  /** The label for a change in the view: of the suggestion whose place it takes hold of, or a new one. */
  labelFor(spans: SuggestedSpans, steps: readonly Step[], before: Node): string {
    const [label, ...others] = new Set([...spans.labelsAt(steps, before)].map((each) => this.#root(each)));
    if (label === undefined) return this.#begin();
    if (!this.#own.has(label)) this.#own.set(label, newSuggestion(label, this.#log.version));
    for (const other of others) this.#join(other, label);
    return label;
  }

  /** A suggestion was changed in the view. */
  touched(label: string): void {
    const own = this.of(label);
    if (own) this.#own.set(own.label, { ...own, at: 'view', edits: own.edits + 1 });
  }

  /** Gives a suggestion another reason. */
  explain(id: string, reason: string): void {
    const own = this.withId(id);
    if (!own || own.reason === reason) return;
    const at = own.at === 'view' ? 'view' : 'device';
    this.#own.set(own.label, { ...own, reason, at, edits: own.edits + 1 });
  }

  /** Reads back from the view what was done there, and moves all to where the letter is now. */
  settle(): void {
    const row = this.#row();
    if (row && this.all.some(({ at }) => at === 'view')) this.#readBack(row);
    for (const own of this.all) this.#own.set(own.label, followed(own, this.#log));
  }

  /** What stands in the letter, each upon the letter alone. */
  standing(): readonly OwnSuggestion[] {
    this.settle();
    return this.all.filter(({ gone, steps }) => !gone && steps.length > 0);
  }

  /**
   * Takes up what the server has. Answers whether the view shows something else than what is now in the book.
   *
   * @param began when the list was asked for: what was acknowledged later is not in it
   */
  take(list: SuggestionList, authorId: string, began: number): boolean {
    this.settle();
    const rows = new Map(list.suggestions.map((row) => [row.id, row]));
    let anew = false;
    for (const own of this.all) {
      if (own.heard > began || own.revision === 0) continue;
      const row = rows.get(own.id);
      if (row?.state === 'open' && row.fit !== 'none') {
        if (row.write === own.write) this.#own.set(own.label, { ...own, revision: row.revision });
        if (row.write === own.write || row.revision === own.revision) continue;
        anew = true;
        if (own.at === 'server') this.#read(row, list.version, own.label);
        else this.#fork(own);
        continue;
      }
      // Of an accepted one the steps arrive by themselves; they take it out of the view.
      if (row?.state === 'accepted' && !this.#hasAccepted(own.id)) continue;
      // What no longer fits is told to the server in its words.
      if (row?.state === 'open' && own.at !== 'server') continue;
      if (own.at === 'server') {
        anew ||= own.steps.length > 0;
        this.#own.delete(own.label);
      } else this.#fork(own);
    }
    for (const row of list.suggestions) {
      if (row.author.id !== authorId || row.state !== 'open' || row.fit === 'none') continue;
      if (this.withId(row.id) || !this.#log.knows(list.version)) continue;
      this.#read(row, list.version);
      anew = true;
    }
    return anew;
  }

  /** Takes up what this device has kept. */
  adopt(kept: KeptSuggestion): void {
    if (this.withId(kept.id)) return;
    const { id, revision, version, reason } = kept;
    const steps = kept.steps.map((step) => Step.fromJSON(schema, step));
    const label = crypto.randomUUID();
    const own = { ...newSuggestion(label, version), id, revision, steps, reason, at: 'device' } as const;
    this.#own.set(label, { ...own, write: kept.write ?? undefined });
  }

  /** Suggestions of the book that these steps of the server make part of the letter. */
  acceptedBy(steps: readonly { readonly clientId: string }[]): readonly OwnSuggestion[] {
    const ids = new Set(steps.map(({ clientId }) => accepting.exec(clientId)?.[1]));
    return this.all.filter(({ id }) => ids.has(id));
  }

  /** Lets a suggestion go that has been accepted, decided or withdrawn. */
  drop(own: OwnSuggestion): void {
    this.#own.delete(own.label);
  }

  /**
   * Lets an accepted suggestion go whose author went on with it; what was added is a suggestion of its own. To be called when the
   * steps that accept it are in the log.
   *
   * @param before the letter before these steps
   */
  keepRest(own: OwnSuggestion, before: Node): void {
    this.#own.delete(own.label);
    const added = addedSince(own, before);
    const over = mapsSince(this.#log, own.version);
    if (!added || !over) return;
    const since = this.#log.since(own.version);
    const made = since.flatMap(({ clientId }, index) =>
      accepting.exec(clientId)?.[1] === own.id ? [index] : [],
    );
    const steps = over.map((map, index) => {
      const is = made.length === own.sent.length ? made.indexOf(index) : -1;
      return is === -1 ? { map } : { map, is };
    });
    const { doc, version } = this.#log;
    const rest = remainderOf(own.sent, [added], steps, doc);
    if (rest.fit === 'none') return;
    const label = crypto.randomUUID();
    const fresh = { ...newSuggestion(label, version), steps: rest.steps, reason: own.reason };
    this.#own.set(label, { ...fresh, at: 'device', edits: 1 });
  }

  /** The server has acknowledged a suggestion as it was when it was sent. */
  acknowledged(sent: OwnSuggestion, revision: number, write: string): void {
    const own = this.#own.get(sent.label);
    if (!own) return;
    const heard = performance.now();
    const same = own.edits === sent.edits;
    if (sent.steps.length === 0) {
      // It is taken away. A change that comes back to its place makes a new one.
      this.#own.delete(own.label);
      if (!same) this.#own.set(own.label, this.#renewed(own));
    } else if (own.gone) this.#own.delete(own.label);
    else {
      const now = followed({ ...sent, sent: sent.steps }, this.#log);
      const at = same ? 'server' : own.at;
      this.#own.set(own.label, { ...own, revision, write, heard, sent: now.sent, at });
    }
  }

  /** The suggestion cannot be changed any more as it is on the server: what is here becomes a new one. */
  fork(sent: OwnSuggestion): void {
    const own = this.#own.get(sent.label);
    if (own) this.#fork(own);
  }

  #fork(own: OwnSuggestion): void {
    this.#own.set(own.label, this.#renewed(own));
  }

  /** The same as a new suggestion. */
  #renewed({ label, version, steps, reason, edits, gone, at }: OwnSuggestion): OwnSuggestion {
    const unsent = at === 'view' ? 'view' : 'device';
    return { ...newSuggestion(label, version), steps, reason, gone, at: unsent, edits: edits + 1 };
  }

  #begin(): string {
    const label = crypto.randomUUID();
    this.#own.set(label, newSuggestion(label, this.#log.version));
    return label;
  }

  #read(row: SuggestionRow, version: number, label: string = crypto.randomUUID()): void {
    const { id, revision, reason, write } = row;
    const steps = row.steps.map((step) => Step.fromJSON(schema, step));
    const heard = performance.now();
    const own = { ...newSuggestion(label, version), id, revision, reason, write, steps, sent: steps, heard };
    this.#own.set(label, followed(own, this.#log));
  }

  #join(label: string, into: string): void {
    const [own, other] = [this.#own.get(label), this.#own.get(into)];
    this.#joined.set(label, into);
    if (!own) return;
    this.#own.delete(label);
    if (other && other.reason === '') this.#own.set(into, { ...other, reason: own.reason });
    // The server has it still: what it has is taken away.
    if (own.revision > 0)
      this.#own.set(`${label} joined`, { ...own, steps: [], at: 'device', label: `${label} joined` });
  }

  #readBack(row: readonly LabelledStep[]): void {
    const known = () => row.map(({ step, label }) => ({ step, label: this.#root(label) }));
    const alone = (label: string) => aloneSteps(known(), (each) => each === label, this.#log.doc);
    const ahead = () => this.all.filter(({ at }) => at === 'view');
    if (ahead().some(({ label }) => !alone(label)))
      for (const [label, into] of entangled(known(), this.#log.doc)) {
        this.#join(label, into);
        this.touched(into);
      }
    for (const own of ahead()) {
      const steps = alone(own.label);
      if (steps) this.#own.set(own.label, changedTo(own, steps, this.#log));
    }
  }

  #root(label: string): string {
    const into = this.#joined.get(label);
    return into === undefined ? label : this.#root(into);
  }

  #hasAccepted(id: string): boolean {
    return this.#log.steps.some(({ clientId }) => clientId === `suggestion:${id}`);
  }
}
