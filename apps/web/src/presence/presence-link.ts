import type { HereMessage, PresenceMessage, Present } from '@chancery/server/api';
import { getVersion, sendableSteps } from 'prosemirror-collab';
import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { announce } from '../app/announce.js';
import { readCaret } from '../editor/read-caret-plugin.js';
import { acknowledgedPlace, placeHere } from '../saving/acknowledged-place.js';
import type { StepLog } from '../saving/step-log.js';
import { createStore } from '../store/store.js';
import { caretOf, caretsKnown, caretsShown, type ShownCaret } from './presence-plugin.js';
import { toldApart, windowWords } from './told-apart.js';

/** How often a movement of the caret is told at most, in milliseconds. */
const pause = 200;
/** After how long without a touch the person counts as idle, in milliseconds. */
const idleAfter = 2 * 60_000;

/** How long nothing is said again of edits in the caret’s paragraph, in milliseconds. */
const silence = 10_000;

/** Who else is at the letter, where their carets are, and whom this screen follows. */
export class PresenceLink {
  /** Everybody with the letter open, this window not among them. */
  readonly people = createStore<readonly Present[]>([]);
  /** The client whose caret this screen follows. */
  readonly following = createStore<string | undefined>(undefined);
  readonly #view: EditorView;
  readonly #log: StepLog;
  readonly #clientId: string;
  readonly #send: (message: HereMessage) => boolean;
  readonly #known = new Map<string, Present>();
  readonly #moves = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  #idle = false;
  /** Whether it was said who is there, if only that nobody is: who comes from then on has come. */
  #isListed = false;
  #spokenAt = Number.NEGATIVE_INFINITY;
  #told = '';

  constructor(
    view: EditorView,
    log: StepLog,
    options: { clientId: string; send: (message: HereMessage) => boolean },
  ) {
    this.#view = view;
    this.#log = log;
    this.#clientId = options.clientId;
    this.#send = options.send;
    for (const kind of touches) addEventListener(kind, this.#touched, { passive: true });
    document.addEventListener('visibilitychange', this.#seen);
    this.#touched();
  }

  /** Takes up what the server says. */
  take({ here, gone }: PresenceMessage): void {
    for (const each of here) {
      if (each.clientId === this.#clientId) continue;
      const before = this.#known.get(each.clientId);
      if (JSON.stringify(before?.selection) !== JSON.stringify(each.selection))
        this.#moves.set(each.clientId, (this.#moves.get(each.clientId) ?? 0) + 1);
      this.#known.set(each.clientId, each);
    }
    for (const clientId of gone) {
      this.#known.delete(clientId);
      if (this.following.get() === clientId) this.following.set(undefined);
    }
    // Where their carets are is shown in the text; who is there is another matter, and is listed anew only when it is so.
    const people = [...this.#known.values()];
    if (!this.#isListed || !areTheSame(people, this.people.get())) this.people.set(people);
    this.#isListed = true;
    this.#show();
    this.#follow();
  }

  /** The connection is lost: nobody knows who is there. */
  lost(): void {
    this.#known.clear();
    this.people.set([]);
    this.following.set(undefined);
    this.#told = '';
    this.#show();
  }

  /** To be called when the connection stands, and after each movement of the caret: it is told a moment later. */
  moved(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, pause);
  }

  /** To be called after a transaction that brought steps of others: a caret may have waited for them. */
  arrived(transaction: Transaction): void {
    this.#show();
    this.#follow();
    this.#speak(transaction);
  }

  /** Says who edits the paragraph of one’s own caret, and not again for a while. */
  #speak(transaction: Transaction): void {
    const now = performance.now();
    if (now - this.#spokenAt < silence) return;
    const { $head } = transaction.selection;
    const [from, to] = [$head.start(), $head.end()];
    const within = transaction.mapping.maps.some((map, index) => {
      let touched = false;
      map.forEach((_from, _to, start, end) => {
        const after = transaction.mapping.slice(index + 1);
        touched ||= after.map(start) <= to && after.map(end) >= from;
      });
      return touched;
    });
    const clientId = this.#log.steps.at(-1)?.clientId;
    const person = clientId === undefined ? undefined : this.#known.get(clientId)?.person;
    if (!within || !person) return;
    this.#spokenAt = now;
    announce(`${person.name} edits this paragraph.`);
  }

  /** Begins to follow a client; undefined ends it. */
  follow(clientId: string | undefined): void {
    this.following.set(clientId);
    this.#follow();
  }

  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#idleTimer);
    for (const kind of touches) removeEventListener(kind, this.#touched);
    document.removeEventListener('visibilitychange', this.#seen);
  }

  readonly #touched = (): void => {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.#setIdle(true), idleAfter);
    this.#setIdle(false);
  };

  readonly #seen = (): void => {
    if (document.visibilityState === 'visible') this.#touched();
    else this.#setIdle(true);
  };

  #setIdle(idle: boolean): void {
    if (idle === this.#idle) return;
    this.#idle = idle;
    this.moved();
  }

  #tell(): void {
    const { state } = this.#view;
    const { anchor, head } = state.selection;
    const waiting = sendableSteps(state)?.steps ?? [];
    const message: HereMessage = {
      type: 'here',
      idle: this.#idle,
      selection: { ...acknowledgedPlace({ anchor, head }, waiting), version: getVersion(state) },
    };
    const text = JSON.stringify(message);
    if (text !== this.#told && this.#send(message)) this.#told = text;
  }

  #show(): void {
    readCaret(this.#view);
    const { state } = this.#view;
    const waiting = sendableSteps(state)?.steps ?? [];
    const present = [...this.#known.values()];
    const apart = toldApart(present);
    const carets = present.flatMap(({ clientId, person, idle, selection }): ShownCaret[] => {
      const place = selection ? placeHere(selection, this.#log, waiting) : undefined;
      const known = place ?? caretOf(state, clientId);
      if (!known) return [];
      const { anchor, head } = known;
      const moves = this.#moves.get(clientId) ?? 0;
      const { hue = 'b', window } = apart.get(clientId) ?? {};
      const name = windowWords(person.name, window);
      return [{ clientId, hue, name, idle, moves, anchor, head }];
    });
    // They move with the text by themselves, and to draw them again costs as much as a key.
    if (JSON.stringify(carets) === JSON.stringify(caretsShown(state))) return;
    this.#view.dispatch(state.tr.setMeta(caretsKnown, carets).setMeta('addToHistory', false));
  }

  /** Brings the caret that is followed into view. Neither the caret nor the focus of this screen move. */
  #follow(): void {
    const clientId = this.following.get();
    const caret = clientId === undefined ? undefined : caretOf(this.#view.state, clientId);
    if (!caret) return;
    const { node } = this.#view.domAtPos(Math.min(caret.head, this.#view.state.doc.content.size));
    const element = node instanceof Element ? node : node.parentElement;
    element?.scrollIntoView({ block: 'nearest' });
  }
}

/** Whether the same people are there, and idle or not as before. */
function areTheSame(some: readonly Present[], others: readonly Present[]): boolean {
  const told = (people: readonly Present[]) =>
    JSON.stringify(people.map(({ clientId, person, idle }) => [clientId, person, idle]));
  return told(some) === told(others);
}

/** What shows that somebody sits before the screen. */
const touches = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
