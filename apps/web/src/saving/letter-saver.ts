import { mostMovable, receive, StepDoesNotFollow, undoneBy } from '@chancery/prosemirror-tei';
import type {
  HereMessage,
  PresenceMessage,
  RefusedMessage,
  ServerMessage,
  StepJson,
  StoredStepsMessage,
  Topic,
} from '@chancery/server/api';
import { getVersion, sendableSteps } from 'prosemirror-collab';
import { Step } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { inboxChanged } from '../inbox/use-inbox.js';
import { createStore, type Store } from '../store/store.js';
import { mostBytes, sizeOf } from './change-size.js';
import { keepChanges } from './kept-changes.js';
import type { KeptLoss, Whose } from './kept-loss.js';
import { LiveConnection } from './live-connection.js';
import { runsOf } from './runs-of.js';
import type { SaveState } from './save-state.js';
import type { LoggedStep, StepLog } from './step-log.js';

/** How long a batch may wait for its acknowledgement before the status bar says “Saving”, in milliseconds. */
const slow = 2000;

/** How long a batch may wait before the connection is taken for lost, in milliseconds. */
const tooLong = 20_000;

/**
 * The meta-data of a transaction that brings steps from the server, one's own come back or those of others: what receiving
 * them has made (`Received`), and the version that they follow.
 */
export const received = 'chancery.received';

/** The server was put back to an earlier state under an open letter. */
const older =
  'The letter on the server is older than the one on this screen. Copy your text and load the page again.';

/** The letter was opened anew from its source since this window loaded it, as after a change of Chancery's release. */
const anew =
  'Chancery has been renewed since this letter was opened here. Copy your text and load the page again.';

/** Another window, or a later release of the server, has made a step that is not understood here. */
const strange =
  'Something was changed that this window does not understand. Copy your text and load the page again.';

/** How many steps one message may carry; the server refuses more. */
const most = 500;

/** How many writings of what waits may be under way on this device. */
const mostKeeping = 8;

/** How long to wait before a batch is sent again that the server could not take just now, in milliseconds. */
const again = 1500;

/**
 * Carries the changes of one editor view to the server and those of others into the view. Each change is kept on this
 * device from the keystroke until it is acknowledged. One batch is under way at a time.
 *
 * A refused batch is not sent again as it is; the text stays in the view, and the next change of the person, which may
 * be an undo, makes a new batch.
 */
export class LetterSaver {
  readonly state: Store<SaveState>;
  /** Whether the server lets this person write in the letter now. */
  readonly canEdit: Store<boolean>;
  /** Whether what the view holds beyond the acknowledged letter is suggested: it is not sent then, nor kept here. */
  suggesting = false;
  readonly #view: EditorView;
  readonly #log: StepLog;
  /** Whether this device keeps what waits. It does not where storage is full or closed to pages. */
  readonly keeps = createStore(true);
  readonly #whose: Whose;
  readonly #clientId: string;
  readonly #onChanged: (topic: Topic | undefined) => void;
  readonly #onReceiving: (steps: readonly LoggedStep[]) => void;
  readonly #onPresence: (message: PresenceMessage | undefined) => void;
  readonly #connection: LiveConnection;
  #online = false;
  #later: ReturnType<typeof setTimeout> | undefined;
  #batch: { name: string; timers: ReturnType<typeof setTimeout>[] } | undefined;
  /** How many steps the server may have of this window without having said so. */
  #underway = 0;
  #refused: { readonly reason: string; readonly notAllowed?: true } | undefined;
  /** Why this window has to be loaded again before anything more can be stored from it. */
  #outdated: string | undefined;
  /** The server lets this person read the letter no longer. */
  #shutOut = false;
  /** Steps are being taken in, among them perhaps the acknowledgement of what waits. */
  #receiving = false;
  /** How often it was begun to write down what waits, and how many of these are under way. */
  #kept = 0;
  #keeping = 0;
  #keepAgain = false;
  /** This device is known to keep nothing of this window. */
  #keepsNothing = false;
  /** What was moved by others is sent only when it is kept so: a window opened after this one has to know it again. */
  #keepFirst = false;
  /** From which writing on it is kept so. */
  #keptFrom = 0;
  /** Taken over, and not yet let go on the device. */
  #tookOver: readonly string[];
  /** Lost, and not yet written down. */
  #lost: KeptLoss[] = [];

  constructor(
    view: EditorView,
    log: StepLog,
    options: {
      whose: Whose;
      clientId: string;
      canEdit: boolean;
      /** The clients whose changes were put into the text at the opening, and now wait with one's own. */
      tookOver: readonly string[];
      /** Something beside the text is new; undefined after a lost connection, when anything may be. */
      onChanged: (topic: Topic | undefined) => void;
      /** Steps of the server are about to be taken into the view. */
      onReceiving: (steps: readonly LoggedStep[]) => void;
      /** Who is there; undefined when the connection is lost. */
      onPresence: (message: PresenceMessage | undefined) => void;
    },
  ) {
    this.#view = view;
    this.#log = log;
    this.#whose = options.whose;
    this.#clientId = options.clientId;
    this.#onChanged = options.onChanged;
    this.#onReceiving = options.onReceiving;
    this.#onPresence = options.onPresence;
    this.canEdit = createStore(options.canEdit);
    const version = getVersion(view.state);
    // Changes that were kept from an earlier window wait from the start.
    this.state = createStore<SaveState>(
      this.unsent > 0 ? { kind: 'saving', version, slow: true } : { kind: 'saved', version },
    );
    this.#connection = new LiveConnection(options.whose.letterId, options.clientId, {
      version: () => getVersion(view.state),
      onMessage: (message) => this.#receive(message),
      onOnline: (online) => this.#setOnline(online),
    });
    addEventListener('beforeunload', this.#warn);
    this.#tookOver = options.tookOver;
    if (options.tookOver.length > 0) {
      this.#keepBeforeSending();
      this.#keep();
    }
  }

  /** To be called after each transaction that changed the text. */
  changed(own: boolean): void {
    if (own) {
      this.#refused = undefined;
      this.#keep();
    }
    this.#send();
    this.#show();
  }

  /** Says where the caret is; `false` when there is no connection. */
  sayHere(message: HereMessage): boolean {
    return this.#online && this.#connection.send(message);
  }

  /** Keeps what was lost, in the same moment as what is left. */
  keepLost(lost: readonly KeptLoss[]): void {
    if (lost.length === 0) return;
    this.#lost.push(...lost);
    this.#keep();
  }

  /** Tries to reach the server at once. */
  retryNow(): void {
    this.#connection.retryNow();
  }

  /** Forgets a refusal after the person took the refused changes back. */
  settled(): void {
    this.#refused = undefined;
    this.#keep();
    this.#show();
  }

  close(): void {
    removeEventListener('beforeunload', this.#warn);
    this.#endBatch();
    clearTimeout(this.#later);
    this.#connection.close();
  }

  /** How many changes that enter the text the server has not acknowledged. */
  get unsent(): number {
    return this.#sendable?.steps.length ?? 0;
  }

  get #sendable() {
    return this.suggesting ? null : sendableSteps(this.#view.state);
  }

  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.unsent > 0) event.preventDefault();
  };

  #setOnline(online: boolean): void {
    this.#online = online;
    if (!online) {
      this.#endBatch();
      this.#onPresence(undefined);
    }
    this.#show();
  }

  #endBatch(): void {
    for (const timer of this.#batch?.timers ?? []) clearTimeout(timer);
    this.#batch = undefined;
  }

  #send(): void {
    if (!this.#online || this.#batch || this.#receiving || this.#refused !== undefined) return;
    if (this.#keepFirst || this.#outdated !== undefined) return;
    const sendable = this.#sendable;
    if (!sendable) return;
    const name = crypto.randomUUID();
    const steps = fitting(sendable.steps);
    const movable = steps.length <= mostMovable;
    const { version } = sendable;
    const sent = this.#connection.send({ type: 'steps', version, steps, batch: name, movable });
    if (!sent) return;
    this.#underway = steps.length;
    const timers = [
      setTimeout(() => this.#show(true), slow),
      setTimeout(() => this.#connection.again(), tooLong),
    ];
    this.#batch = { name, timers };
  }

  #receive(message: ServerMessage): void {
    switch (message.type) {
      case 'hello':
        this.canEdit.set(message.canEdit);
        this.#onChanged(undefined);
        if (message.version < this.#log.version) this.#outdated = older;
        if (message.anewAt > this.#log.beginning) this.#outdated = anew;
        // Steps that were missed arrive first when the server is ahead; ours are sent after them.
        if (message.version <= getVersion(this.#view.state)) this.#send();
        break;
      case 'permission':
        this.canEdit.set(message.canEdit);
        break;
      case 'shut-out':
        this.#shutOut = true;
        this.canEdit.set(false);
        this.#connection.close();
        this.#setOnline(false);
        break;
      case 'steps':
        this.#apply(message);
        break;
      case 'present':
        this.#onPresence(message);
        return;
      case 'changed':
        this.#onChanged(message.topic);
        break;
      case 'inbox':
        inboxChanged();
        break;
      case 'refused':
        this.#refuse(message);
    }
    this.#show();
  }

  #refuse(message: RefusedMessage): void {
    if (message.batch !== null && message.batch !== this.#batch?.name) return;
    this.#endBatch();
    switch (message.code) {
      case 'stale':
        // What others stored meanwhile was sent before this message, and our steps stand upon it now.
        this.#send();
        break;
      case 'unavailable':
      case 'too-many':
        clearTimeout(this.#later);
        this.#later = setTimeout(() => this.#send(), again);
        break;
      default:
        this.#refused = {
          reason: message.reason,
          ...(message.code === 'not-allowed' ? { notAllowed: true } : {}),
        };
    }
  }

  /** Applies acknowledged steps that follow `message.version`; those that are known already are passed over. */
  #apply(message: StoredStepsMessage): void {
    const known = getVersion(this.#view.state) - message.version;
    const fresh = message.steps.slice(Math.max(known, 0));
    // Something between was missed on the way: the server is asked for it.
    if (known < 0) this.#connection.again();
    if (known < 0 || fresh.length === 0) return;
    if (fresh.some((each) => each.clientId === this.#clientId)) this.#endBatch();
    this.#receiving = true;
    try {
      for (const run of runsOf(fresh, this.#clientId)) this.#take(run);
    } catch (error) {
      if (!(error instanceof StepDoesNotFollow || error instanceof RangeError)) throw error;
      this.#outdated = strange;
    } finally {
      this.#receiving = false;
    }
    this.#keep();
    this.#send();
  }

  #take(run: readonly LoggedStep[]): void {
    this.#onReceiving(run);
    const { state } = this.#view;
    const steps = run.map(({ step, clientId }) => ({ step: Step.fromJSON(state.schema, step), clientId }));
    const version = getVersion(state);
    const result = receive(state, this.#log.doc, steps, this.#underway);
    if (run[0]?.clientId === this.#clientId) this.#underway = 0;
    this.#log.append(run);
    if (result.waited.length > 0) this.#keepBeforeSending();
    this.#view.dispatch(result.transaction.setMeta(received, { ...result, version }));
  }

  #keepBeforeSending(): void {
    this.#keepFirst = true;
    this.#keptFrom = this.#kept + 1;
  }

  /** Hands what waits to the browser at once: it has each key before the next event, whatever becomes of this page. */
  #keep(): void {
    if (this.#keeping >= mostKeeping) {
      this.#keepAgain = true;
      return;
    }
    const sendable = this.#sendable;
    const { letterId } = this.#whose;
    const lost = this.#lost;
    if (!sendable && this.#keepsNothing && lost.length === 0 && !this.#keepFirst) return;
    this.#keepsNothing = false;
    const tookOver = this.#tookOver;
    this.#lost = [];
    this.#tookOver = [];
    this.#kept += 1;
    this.#keeping += 1;
    const time = this.#kept;
    void keepChanges(
      [letterId, this.#clientId],
      sendable
        ? {
            ...this.#whose,
            clientId: this.#clientId,
            version: sendable.version,
            steps: sendable.steps.map(stepJson),
            undoes: undoneAmong(sendable.steps),
            at: Date.now(),
          }
        : undefined,
      lost,
      tookOver,
    )
      .then(
        () => {
          if (time === this.#kept) this.#keepsNothing = sendable === null;
          this.keeps.set(true);
        },
        (error: unknown) => {
          this.#lost = [...lost, ...this.#lost];
          this.#tookOver = [...tookOver, ...this.#tookOver];
          this.keeps.set(false);
          console.error(
            `Changes could not be kept on this device: ${error instanceof Error ? error.name : ''}`,
          );
        },
      )
      .finally(() => {
        this.#keeping -= 1;
        if (this.#keepAgain) {
          this.#keepAgain = false;
          this.#keep();
        }
        if (this.#keepFirst && time >= this.#keptFrom) {
          this.#keepFirst = false;
          this.#send();
        }
      });
  }

  #show(isSlow = false): void {
    const version = getVersion(this.#view.state);
    const waiting = this.unsent;
    const was = this.state.get();
    const stillSlow = isSlow || (was.kind === 'saving' && was.slow && this.#batch !== undefined);
    const outdated = this.#outdated === undefined ? undefined : { reason: this.#outdated };
    const refused = outdated ?? (waiting > 0 ? this.#refused : undefined);
    const next: SaveState =
      refused !== undefined
        ? { kind: 'refused', ...refused }
        : this.#shutOut
          ? { kind: 'shut-out', kept: waiting }
          : !this.#online
            ? { kind: 'offline', kept: waiting }
            : waiting > 0
              ? { kind: 'saving', version, slow: stillSlow }
              : { kind: 'saved', version };
    if (JSON.stringify(next) !== JSON.stringify(was)) this.state.set(next);
  }
}

function stepJson(step: Step): StepJson {
  return step.toJSON();
}

/** For each step the place among them of the one that it undoes. */
function undoneAmong(steps: readonly Step[]): (number | undefined)[] {
  return steps.map((step) => {
    const undone = undoneBy(step);
    const place = undone ? steps.indexOf(undone) : -1;
    return place < 0 ? undefined : place;
  });
}

/** As many steps, from the first on, as one message may carry; always one. */
function fitting(steps: readonly Step[]): StepJson[] {
  const fit: StepJson[] = [];
  let bytes = 0;
  for (const step of steps.slice(0, most)) {
    bytes += sizeOf(step);
    if (fit.length > 0 && bytes > mostBytes) break;
    fit.push(stepJson(step));
  }
  return fit;
}
