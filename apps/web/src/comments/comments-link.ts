import { type Anchor, anchorBelow, placeOfAnchor } from '@chancery/prosemirror-tei';
import { sendableSteps } from 'prosemirror-collab';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { DecorationSet, type EditorView } from 'prosemirror-view';
import { readCaret } from '../editor/read-caret-plugin.js';
import type { StepLog } from '../saving/step-log.js';
import { createStore } from '../store/store.js';
import { commentMarks, type MarkedThread } from './comment-marks.js';
import { FollowedAnchors, type PlacedAnchor } from './followed-anchors.js';

/** A thread that the text shows while it is open, with where it stands. */
export type OpenThread = MarkedThread & PlacedAnchor;

/** The comments of an open letter in its text: where they stand, how they are marked, and which of them is looked at. */
export class CommentsLink {
  /** Where the threads and what is being written stand now, by their ids. */
  readonly anchors = createStore<ReadonlyMap<string, Anchor>>(new Map());
  /** The thread that is looked at. */
  readonly selected = createStore<string | undefined>(undefined);
  /** The threads that are marked, with who has written in them. */
  readonly marked = createStore<readonly MarkedThread[]>([]);
  readonly #log: StepLog;
  readonly #suggesting: () => boolean;
  readonly #followed: FollowedAnchors;
  #writing: readonly MarkedThread[] = [];
  #marks = DecorationSet.empty;
  #view: EditorView | undefined;

  /** @param suggesting whether what waits is suggested, and so is no part of the letter that the server knows */
  constructor(log: StepLog, clientId: string, suggesting: () => boolean) {
    this.#log = log;
    this.#suggesting = suggesting;
    this.#followed = new FollowedAnchors(log, clientId);
  }

  /** Shows the marks, and looks at the thread that is clicked on. The caret goes where it is clicked all the same. */
  plugin(): Plugin {
    return new Plugin({
      props: {
        decorations: () => this.#marks,
        handleClick: (_view, _pos, { target }) => {
          const mark = target instanceof Element ? target.closest<HTMLElement>('[data-thread]') : null;
          if (mark?.dataset.thread !== undefined) this.onClicked(mark.dataset.thread);
          return false;
        },
      },
    });
  }

  /** What is done when a mark is clicked on, beside looking at its thread. */
  onClicked = (id: string): void => this.select(id);

  attach(view: EditorView): void {
    this.#view = view;
    this.selected.subscribe(() => this.#redraw());
  }

  /** Takes up the open threads as the server has them. */
  know(threads: readonly OpenThread[]): void {
    this.marked.set(threads);
    const state = this.#view?.state;
    this.#followed.know(threads, state ? waitingIn(state) : []);
    this.#redraw();
  }

  /**
   * To be told of what was applied, in order, before the view shows it: marks and text then change together. `received`
   * says that steps from the server are among it.
   */
  follow(transactions: readonly Transaction[], after: EditorState, received: boolean): void {
    const steps = transactions.flatMap((transaction) => transaction.steps);
    if (steps.length === 0 && !received) return;
    if (received) this.#followed.received(steps, waitingIn(after));
    else this.#followed.made(steps);
    const before = this.anchors.get();
    const now = this.#followed.shown;
    if (before.size === 0 && now.size === 0) return;
    this.anchors.set(now);
    // Typing beside the passages only shifts them.
    if (received || !onlyShifted(before, now)) this.#draw(after.doc);
    else for (const { mapping, doc } of transactions) this.#marks = this.#marks.map(mapping, doc);
  }

  /** The view shows another state, to which no transaction has led. */
  reopened(state: EditorState): void {
    this.#followed.reopened(state.doc, waitingIn(state));
    this.anchors.set(this.#followed.shown);
    this.#draw(state.doc);
  }

  /** Follows a place of what is being written here: from now on, or as it was kept at an acknowledged version. */
  track(id: string, anchor: Anchor, keptAt?: number): void {
    if (keptAt === undefined || !this.#view) this.#followed.track(id, anchor);
    else this.#followed.resume({ id, anchor, version: keptAt }, this.#view.state.doc);
    this.#redraw();
  }

  untrack(id: string): void {
    this.#followed.untrack(id);
    this.#redraw();
  }

  /** Marks what is being written here, at places that are tracked. */
  mark(writing: readonly MarkedThread[]): void {
    this.#writing = writing;
    this.#redraw();
  }

  /** Where something that was written stands for the server: undefined while changes of the text wait. */
  acknowledged(id: string): { readonly anchor: Anchor; readonly version: number } | undefined {
    const anchor = this.anchors.get().get(id);
    if (!anchor || !this.#view) return undefined;
    const { version, doc } = this.#log;
    const waiting = waitingIn(this.#view.state);
    if (waiting.length === 0) return { anchor, version };
    return this.#suggesting() ? { anchor: anchorBelow(anchor, waiting, doc), version } : undefined;
  }

  get version(): number {
    return this.#log.version;
  }

  /** Looks at a thread. */
  select(id: string | undefined): void {
    this.selected.set(id);
  }

  /** Looks at the thread that a position is in, the shortest of several. */
  selectAt(position: number): void {
    let best: { id: string; size: number } | undefined;
    for (const { id } of this.marked.get()) {
      const anchor = this.anchors.get().get(id);
      const place = anchor && placeOfAnchor(anchor);
      if (!place || position < place.from || position > place.to) continue;
      const size = place.to - place.from;
      if (!best || size < best.size) best = { id, size };
    }
    if (best) this.select(best.id);
  }

  /** Brings a thread's place into view; the caret stays where it is. */
  show(id: string): void {
    const mark = this.#view?.dom.querySelector(`[data-thread="${CSS.escape(id)}"]`);
    mark?.scrollIntoView({ block: 'center' });
  }

  #draw(doc: EditorState['doc']): void {
    const threads = [...this.marked.get(), ...this.#writing];
    this.#marks = commentMarks(doc, threads, this.anchors.get(), this.selected.get());
  }

  #redraw(): void {
    this.anchors.set(this.#followed.shown);
    const view = this.#view;
    if (!view || view.isDestroyed) return;
    readCaret(view);
    this.#draw(view.state.doc);
    view.updateState(view.state);
  }
}

function waitingIn(state: EditorState) {
  return sendableSteps(state)?.steps ?? [];
}

function onlyShifted(before: ReadonlyMap<string, Anchor>, now: ReadonlyMap<string, Anchor>): boolean {
  if (before.size !== now.size) return false;
  for (const [id, anchor] of now) {
    const was = before.get(id);
    if (was?.text !== anchor.text || was.gone !== anchor.gone || was.caret !== anchor.caret) return false;
  }
  return true;
}
