import {
  gutterName,
  type PlacedBlock,
  placedBlocks,
  type SuggestedPart,
  schema,
} from '@chancery/prosemirror-tei';
import type { SuggestionList, SuggestionRow } from '@chancery/server/api';
import { sendableSteps } from 'prosemirror-collab';
import { Step, type StepMap } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { readCaret } from '../editor/read-caret-plugin.js';
import type { StepLog } from '../saving/step-log.js';
import { createStore } from '../store/store.js';
import { ownSuggestionAt } from './own-suggestions-plugin.js';
import {
  movedParts,
  moveSuggestion,
  readSuggestion,
  type StandingSuggestion,
} from './standing-suggestion.js';
import { suggestionAt, suggestionsKnown } from './suggestions-plugin.js';

/** How long the letter must rest before suggestions are looked at anew, in milliseconds. */
const pause = 300;

/** An open suggestion in the letter on the screen. */
export interface ShownSuggestion extends StandingSuggestion {
  /** What its place is called. */
  readonly place: string;
}

/** What is known of a letter's suggestions. */
export interface SuggestionsState {
  readonly kind: 'waiting' | 'known';
  readonly open: readonly ShownSuggestion[];
  readonly decided: readonly SuggestionRow[];
}

/**
 * What is suggested for the letter on the screen. The list comes from the server; between two lists each suggestion is moved
 * over what is acknowledged, as the server does it, so that it is known at once when its place is gone.
 */
export class SuggestionsLink {
  readonly state = createStore<SuggestionsState>({ kind: 'waiting', open: [], decided: [] });
  /** The suggestion that the caret is in, or that was chosen in the list. */
  readonly current = createStore<string | undefined>(undefined);
  readonly #view: EditorView;
  readonly #log: StepLog;
  readonly #inView: () => ReadonlyMap<string, readonly SuggestedPart[]> | undefined;
  /** A list that speaks of a version that has not arrived here yet. */
  #list: SuggestionList | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param inView the suggestions that the text of the view holds, with what of them is to be marked none the less */
  constructor(
    view: EditorView,
    log: StepLog,
    inView: () => ReadonlyMap<string, readonly SuggestedPart[]> | undefined,
  ) {
    this.#view = view;
    this.#log = log;
    this.#inView = inView;
  }

  /** Takes up a list that the server has given. */
  take(list: SuggestionList): void {
    this.#list = list;
    this.#follow();
  }

  /** To be called when something was acknowledged, own or others’. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#follow(), pause);
  }

  /** To be called when the caret is elsewhere. */
  caretMoved(): void {
    const { state } = this.#view;
    const { head } = state.selection;
    const here = ownSuggestionAt(state, head) ?? suggestionAt(state, head);
    if (here !== undefined) this.current.set(here);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #follow(): void {
    const log = this.#log;
    const list = this.#list;
    let { open, decided } = this.state.get();
    let standing: readonly StandingSuggestion[] = open;
    if (list && log.knows(list.version)) {
      const doc = list.version === log.version ? log.doc : log.docAt(list.version);
      standing = list.suggestions
        .filter(({ state }) => state === 'open')
        .map((row) => readSuggestion(row, list.version, doc));
      decided = list.suggestions.filter(({ state }) => state !== 'open');
      this.#list = undefined;
    } else if (open.every(({ version }) => version === log.version)) return;
    const since = new Map<number, readonly StepMap[]>();
    const blocks = placedBlocks(log.doc);
    open = standing.map((each) => {
      const over = since.get(each.version) ?? mapsSince(log, each.version);
      since.set(each.version, over);
      const now = over.length === 0 ? each : moveSuggestion(each, over, log.version, log.doc);
      return { ...now, place: placeOf(now, blocks) };
    });
    this.state.set({ kind: 'known', open, decided });
    this.mark();
  }

  /** Marks in the text what stands in it, and what else is suggested. */
  mark(): void {
    readCaret(this.#view);
    const { state } = this.#view;
    const waiting = (sendableSteps(state)?.steps ?? []).map((step) => step.getMap());
    const inView = this.#inView() ?? new Map<string, readonly SuggestedPart[]>();
    const others = this.state.get().open.filter(({ row }) => !inView.has(row.id));
    const parts = [
      ...[...inView].map(([id, own]) => ({ id, author: 'you', parts: own })),
      ...others.map(({ row, parts: own }) => ({ id: row.id, author: row.author.name, parts: own })),
    ].flatMap(({ id, author, parts: own }) =>
      movedParts(own, waiting).map((part) => ({ ...part, id, author })),
    );
    this.#view.dispatch(state.tr.setMeta(suggestionsKnown, parts));
  }
}

function mapsSince(log: StepLog, version: number): StepMap[] {
  return log.since(version).map(({ step }) => Step.fromJSON(schema, step).getMap());
}

/** What the place is called now; where it was, of one that is gone. */
function placeOf({ parts, places }: StandingSuggestion, blocks: readonly PlacedBlock[]): string {
  const pos = parts[0]?.from;
  const block =
    pos === undefined
      ? undefined
      : blocks.find((each) => each.pos <= pos && pos < each.pos + each.node.nodeSize);
  const name = block ? gutterName(block) : '';
  if (name === '') return places[0]?.place ?? '';
  return /^\d+$/u.test(name) ? `paragraph ${name}` : name;
}
