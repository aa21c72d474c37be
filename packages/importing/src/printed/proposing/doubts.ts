import type { SourceLine } from '../reading/source-line.js';
import type { Decision, Decisions, DoubtCode, QueueChoice, QueueEntry } from './queue-entry.js';
import { DecisionError } from './read-decisions.js';

/** A question to the editors, with the answer that the importer goes by until they have decided. */
export interface Doubt<Choice extends string> {
  readonly code: DoubtCode;
  readonly line: SourceLine;
  /** The first is what the importer proposes. */
  readonly choices: readonly [QueueChoice<Choice>, ...QueueChoice<Choice>[]];
  /** A value that the editors may put in the place of the proposed one, and what it must look like. */
  readonly value?: { readonly proposed: string; readonly form: RegExp; readonly called: string };
  readonly why: string;
  /** The document that it stands in, by its place. */
  readonly document?: { readonly id: string } | undefined;
}

/** What holds: the choice that was decided, or the proposed one. */
export interface Answer<Choice extends string> {
  readonly id: string;
  readonly choice: Choice;
  readonly value: string | undefined;
}

interface Asked {
  readonly entry: Omit<QueueEntry, 'document'>;
  readonly document: { readonly id: string } | undefined;
}

/** Gathers the doubts of an import, and answers each by what was decided. */
export class Doubts {
  readonly #asked: Asked[] = [];
  readonly #taken = new Map<string, number>();
  readonly #decisions: ReadonlyMap<string, Decision>;

  constructor(decisions: Decisions = []) {
    this.#decisions = new Map(decisions.map((decision) => [decision.id, decision]));
  }

  /** @throws {DecisionError} for a decision that is none of the choices */
  ask<Choice extends string>(doubt: Doubt<Choice>): Answer<Choice> {
    const { code, line, choices, value, why, document } = doubt;
    const id = this.#idOf(code, line.plain);
    const decision = this.#decisions.get(id);
    const [proposal, ...alternatives] = choices;
    this.#asked.push({
      entry: {
        id,
        code,
        line: line.number,
        start: line.start,
        end: line.end,
        source: line.plain,
        proposal,
        alternatives,
        why,
        ...(value ? { value: value.proposed, valueCalled: value.called } : {}),
        ...(decision ? { decided: decision } : {}),
      },
      document,
    });
    if (!decision) return { id, choice: proposal.choice, value: value?.proposed };
    const chosen = choices.find(({ choice }) => choice === (decision.choice ?? proposal.choice));
    if (!chosen)
      throw new DecisionError(
        `The decision on ${id} (line ${line.number}) is “${decision.choice}”; it can be ${choices.map(({ choice }) => `“${choice}”`).join(' or ')}.`,
        [id],
      );
    if (decision.value !== undefined && !value?.form.test(decision.value))
      throw new DecisionError(
        value
          ? `The decision on ${id} (line ${line.number}) gives “${decision.value}”, which is not ${value.called}.`
          : `The decision on ${id} (line ${line.number}) gives “${decision.value}”, but there is only to choose.`,
        [id],
      );
    return { id, choice: chosen.choice, value: decision.value ?? value?.proposed };
  }

  /**
   * The queue in the order of the source, and the decisions that meet nothing in it.
   *
   * @param documentOf the document that a line stands in, for doubts that came up before documents were known
   */
  close(documentOf: (line: number) => string | undefined): { queue: QueueEntry[]; unmet: Decision[] } {
    const queue = this.#asked
      .map(({ entry, document }) => {
        const id = document?.id ?? documentOf(entry.line);
        return { ...entry, ...(id === undefined ? {} : { document: id }) };
      })
      .sort((one, other) => one.start - other.start);
    const met = new Set(queue.map(({ id }) => id));
    return { queue, unmet: [...this.#decisions.values()].filter(({ id }) => !met.has(id)) };
  }

  /** By what the line says, not by where it stands, so that a decision holds when lines are put in or left out before it. */
  #idOf(code: DoubtCode, words: string): string {
    const stem = `${code}-${hash(words)}`;
    const count = (this.#taken.get(stem) ?? 0) + 1;
    this.#taken.set(stem, count);
    return count === 1 ? stem : `${stem}-${count}`;
  }
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo): the same on every machine, and no secret. */
function hash(words: string): string {
  let state = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1) {
    state ^= words.charCodeAt(index);
    state = Math.imul(state, 0x01000193) >>> 0;
  }
  return state.toString(16).padStart(8, '0');
}
