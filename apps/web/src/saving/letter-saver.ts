import type {
  HereMessage,
  PresenceMessage,
  RefusedMessage,
  ServerMessage,
  StepJson,
  StoredStepsMessage,
  Topic,
} from '@chancery/server/api';
import { getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { Step } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { createStore, type Store } from '../store/store.js';
import { keepChanges, releaseChanges } from './kept-changes.js';
import { LiveConnection } from './live-connection.js';
import { runsOf } from './runs-of.js';
import type { SaveState } from './save-state.js';
import type { StepLog } from './step-log.js';

/** How long a batch may wait for its acknowledgement before the status bar says “Saving”, in milliseconds. */
const slow = 2000;

/** The meta-data of a transaction that brings steps from the server, one's own come back or those of others. */
export const received = 'chancery.received';

/** The server was put back to an earlier state under an open letter. */
const older =
  'The letter on the server is older than the one on this screen. Copy your text and load the page again.';

/** The letter was opened anew from its source since this window loaded it, as after a change of Chancery's release. */
const anew =
  'Chancery has been renewed since this letter was opened here. Copy your text and load the page again.';

/** How many steps one message may carry; the server refuses more. */
const most = 500;

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
  readonly #view: EditorView;
  readonly #log: StepLog;
  readonly #letterId: string;
  readonly #clientId: string;
  readonly #onChanged: (topic: Topic | undefined) => void;
  readonly #onPresence: (message: PresenceMessage | undefined) => void;
  readonly #connection: LiveConnection;
  #online = false;
  #later: ReturnType<typeof setTimeout> | undefined;
  #batch: { name: string; slow: ReturnType<typeof setTimeout> } | undefined;
  #refused: string | undefined;
  /** Steps are being taken in, among them perhaps the acknowledgement of what waits. */
  #receiving = false;
  #keeping: Promise<void> | undefined;
  #keepAgain = false;

  constructor(
    view: EditorView,
    log: StepLog,
    options: {
      letterId: string;
      clientId: string;
      canEdit: boolean;
      /** Something beside the text is new; undefined after a lost connection, when anything may be. */
      onChanged: (topic: Topic | undefined) => void;
      /** Who is there; undefined when the connection is lost. */
      onPresence: (message: PresenceMessage | undefined) => void;
    },
  ) {
    this.#view = view;
    this.#log = log;
    this.#letterId = options.letterId;
    this.#clientId = options.clientId;
    this.#onChanged = options.onChanged;
    this.#onPresence = options.onPresence;
    this.canEdit = createStore(options.canEdit);
    const version = getVersion(view.state);
    // Changes that were kept from an earlier window wait from the start.
    this.state = createStore<SaveState>(
      this.#waiting > 0 ? { kind: 'saving', version, slow: true } : { kind: 'saved', version },
    );
    this.#connection = new LiveConnection(options.letterId, options.clientId, {
      version: () => getVersion(view.state),
      onMessage: (message) => this.#receive(message),
      onOnline: (online) => this.#setOnline(online),
    });
    addEventListener('beforeunload', this.#warn);
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
    clearTimeout(this.#batch?.slow);
    clearTimeout(this.#later);
    this.#connection.close();
  }

  get #waiting(): number {
    return sendableSteps(this.#view.state)?.steps.length ?? 0;
  }

  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.#waiting > 0) event.preventDefault();
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
    clearTimeout(this.#batch?.slow);
    this.#batch = undefined;
  }

  #send(): void {
    if (!this.#online || this.#batch || this.#receiving || this.#refused !== undefined) return;
    const sendable = sendableSteps(this.#view.state);
    if (!sendable) return;
    const name = crypto.randomUUID();
    const sent = this.#connection.send({
      type: 'steps',
      version: sendable.version,
      steps: sendable.steps.slice(0, most).map(stepJson),
      batch: name,
    });
    if (sent) this.#batch = { name, slow: setTimeout(() => this.#show(true), slow) };
  }

  #receive(message: ServerMessage): void {
    switch (message.type) {
      case 'hello':
        this.canEdit.set(message.canEdit);
        this.#onChanged(undefined);
        if (message.version < this.#log.version) this.#refused = older;
        if (message.anewAt > this.#log.beginning) this.#refused = anew;
        // Steps that were missed arrive first when the server is ahead; ours are sent after them.
        if (message.version <= getVersion(this.#view.state)) this.#send();
        break;
      case 'permission':
        this.canEdit.set(message.canEdit);
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
        this.#refused = message.reason;
    }
  }

  /** Applies acknowledged steps that follow `message.version`; those that are known already are passed over. */
  #apply(message: StoredStepsMessage): void {
    const state = this.#view.state;
    const known = getVersion(state) - message.version;
    const fresh = message.steps.slice(Math.max(known, 0));
    if (known < 0 || fresh.length === 0) return;
    if (fresh.some((each) => each.clientId === this.#clientId)) this.#endBatch();
    this.#receiving = true;
    for (const run of runsOf(fresh, this.#clientId)) {
      const transaction = receiveTransaction(
        this.#view.state,
        run.map((each) => Step.fromJSON(state.schema, each.step)),
        run.map((each) => each.clientId),
        { mapSelectionBackward: true },
      );
      this.#log.append(run);
      this.#view.dispatch(transaction.setMeta(received, true));
    }
    this.#receiving = false;
    this.#keep();
    this.#send();
  }

  #keep(): void {
    if (this.#keeping) {
      this.#keepAgain = true;
      return;
    }
    const sendable = sendableSteps(this.#view.state);
    const written = sendable
      ? keepChanges({
          letterId: this.#letterId,
          clientId: this.#clientId,
          version: sendable.version,
          steps: sendable.steps.map(stepJson),
          at: Date.now(),
        })
      : releaseChanges(this.#letterId, this.#clientId);
    this.#keeping = written
      .catch((error: unknown) => console.error('Changes could not be kept on this device.', error))
      .finally(() => {
        this.#keeping = undefined;
        if (this.#keepAgain) {
          this.#keepAgain = false;
          this.#keep();
        }
      });
  }

  #show(isSlow = false): void {
    const version = getVersion(this.#view.state);
    const waiting = this.#waiting;
    const was = this.state.get();
    const stillSlow = isSlow || (was.kind === 'saving' && was.slow && this.#batch !== undefined);
    const next: SaveState =
      this.#refused !== undefined && waiting > 0
        ? { kind: 'refused', reason: this.#refused }
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
