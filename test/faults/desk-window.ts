import { setTimeout as pause } from 'node:timers/promises';
import {
  type Loss,
  type Received,
  refusalOf,
  tidyPlugin,
  undoHistory,
  undoInOrder,
} from '@chancery/prosemirror-tei';
import type { LetterDetail, ServerMessage } from '@chancery/server/api';
import { getVersion, sendableSteps } from 'prosemirror-collab';
import type { EditorState, Plugin, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Ledger } from './ledger.js';
import type { Mangling } from './live-socket.js';
import { type DeskCode, type Device, type Page, runPage } from './page.js';
import { wholeAnswer } from './whole-answer.js';

/** Somebody at a computer. */
export interface Typist {
  readonly name: string;
  readonly cookie: string;
  readonly device: Device;
  /** The server that this person's next connection goes to: `http://localhost:PORT`. */
  readonly origin: () => string;
  readonly now: () => number;
  readonly mangling?: Mangling | undefined;
}

type Saver = InstanceType<DeskCode['LetterSaver']>;

/** One window with a letter open: the desk's own saving, below a view that nobody looks at. */
export class DeskWindow {
  /** Refusals that the desk has shown, in words. */
  readonly refusals: string[] = [];
  readonly #desk: DeskCode;
  readonly #page: Page;
  readonly #ledger: Ledger;
  readonly #log: InstanceType<DeskCode['StepLog']>;
  readonly #saver: Saver;
  readonly #release: () => void;
  readonly letterId: string;
  readonly #name: string;
  readonly #clientId: string;
  readonly #events: EventTarget;
  #state: EditorState;

  private constructor(
    opened: { desk: DeskCode; page: Page; events: EventTarget; letter: LetterDetail },
    claim: Awaited<ReturnType<DeskCode['claimClient']>>,
    ledger: Ledger,
    name: string,
  ) {
    this.#name = name;
    const { desk, letter } = opened;
    this.#desk = desk;
    this.#page = opened.page;
    this.#events = opened.events;
    this.#ledger = ledger;
    this.#release = claim.release;
    this.letterId = letter.id;
    this.#clientId = claim.clientId;
    this.#log = new desk.StepLog(desk.openBase(letter.base).doc, letter.base.version, letter.steps);
    const state = desk.openState(this.#log, {
      clientId: claim.clientId,
      kept: claim.kept,
      others: claim.others,
      plugins: plugins(),
    });
    this.#state = state.state;
    for (const { losses } of state.caught) this.#tell(losses);
    if (state.strayed.length > 0) ledger.report(JSON.stringify(state.strayed));
    const view = {
      dispatch: (transaction: Transaction) => this.dispatch(transaction),
    };
    Object.defineProperty(view, 'state', { get: () => this.#state });
    // Saving asks a view for its state and hands it transactions, and for nothing else.
    this.#saver = new desk.LetterSaver(view as EditorView, this.#log, {
      whose: { letterId: letter.id, personId: name },
      clientId: claim.clientId,
      canEdit: letter.canEdit,
      tookOver: claim.others.map(({ clientId }) => clientId),
      onChanged: () => undefined,
      onPresence: () => undefined,
      onReceiving: () => undefined,
    });
    this.#saver.state.subscribe(() => this.#noteRefusal());
  }

  /** Opens a letter as the desk does; tries until the server answers. */
  static async open(typist: Typist, letterId: string, code: string, ledger: Ledger): Promise<DeskWindow> {
    let clientId = '';
    const { desk, page, events } = runPage(code, {
      device: typist.device,
      now: typist.now,
      sockets: {
        cookie: typist.cookie,
        origin: typist.origin,
        mangling: typist.mangling,
        overheard: (text) => overhear(JSON.parse(text), clientId, ledger),
      },
    });
    const kept = await desk.changesKept(letterId, typist.name);
    const since = Math.min(...kept.map(({ version }) => version));
    const letter = await fetchLetter(typist, letterId, Number.isFinite(since) ? `?since=${since}` : '');
    const claim = await desk.claimClient(letterId, typist.name);
    clientId = claim.clientId;
    return new DeskWindow({ desk, page, events, letter }, claim, ledger, typist.name);
  }

  get state(): EditorState {
    return this.#state;
  }

  get version(): number {
    return getVersion(this.#state);
  }

  /** Whether all that was done in this window is stored, as the status bar says it. */
  get saved(): boolean {
    return this.#saver.state.get().kind === 'saved';
  }

  /** How it stands, for a report. */
  get standing(): string {
    const { kind } = this.#saver.state.get();
    return `${kind} at ${this.version}, ${this.#waiting.length} waiting`;
  }

  get #waiting() {
    return sendableSteps(this.#state)?.steps ?? [];
  }

  /** Whether all that waits is on the device: a person who closes the window is asked to wait until then. */
  async keptAll(): Promise<boolean> {
    const kept = await this.#desk.changesKept(this.letterId, this.#name);
    const own = kept.find(({ clientId }) => clientId === this.#clientId);
    return (own?.steps.length ?? 0) >= this.#waiting.length;
  }

  /** An edit of this window, or what has come from the server. */
  dispatch(transaction: Transaction): void {
    if (refusalOf(transaction) !== undefined) return;
    const before = this.#state;
    this.#state = before.apply(transaction);
    const arrived: Received | undefined = transaction.getMeta(this.#desk.received);
    if (arrived) this.#tell(arrived.losses);
    if (!transaction.docChanged) return;
    const own = !arrived;
    if (own) this.#ledger.edited(before.doc.textContent, this.#state.doc.textContent, this.#name);
    this.#saver.changed(own);
  }

  /** The network is said to be back. */
  online(): void {
    this.#events.dispatchEvent(new Event('online'));
  }

  /** Closes the window as a person does. */
  close(): void {
    this.#saver.close();
    this.#release();
    this.#end();
  }

  /** The browser is killed. */
  crash(): void {
    this.#end();
  }

  /** The desk says in a band that something was not stored, and shows it; the person may take it back. */
  #noteRefusal(): void {
    const state = this.#saver.state.get();
    if (state.kind !== 'refused') return;
    this.refusals.push(state.reason);
    this.#ledger.report(JSON.stringify(this.#waiting));
  }

  /** Takes back what was refused, if anything was. */
  takeBack(): void {
    if (this.#saver.state.get().kind !== 'refused') return;
    this.#state = this.#desk.openState(this.#log, { clientId: this.#clientId, plugins: plugins() }).state;
    this.#saver.settled();
  }

  /** The desk tells a person of each change that has met another's, and keeps it. */
  #tell(losses: readonly Loss[]): void {
    if (losses.length > 0) this.#ledger.report(JSON.stringify(losses));
  }

  #end(): void {
    for (const end of this.#page.ends.splice(0)) end();
  }
}

/** What the letter's editor does beside holding the text, as far as it changes the text. */
function plugins(): Plugin[] {
  return [tidyPlugin(), undoHistory(), undoInOrder()];
}

async function fetchLetter(
  { origin, cookie }: Typist,
  letterId: string,
  query: string,
): Promise<LetterDetail> {
  for (;;) {
    const answer = await wholeAnswer(`${origin()}/api/letters/${letterId}${query}`, { cookie });
    if (answer?.ok) return JSON.parse(answer.body) as LetterDetail;
    if (answer && answer.status < 500) throw new Error(`${letterId} answered ${answer.status}`);
    await pause(200);
  }
}

function overhear(message: ServerMessage, clientId: string, ledger: Ledger): void {
  if (message.type !== 'steps') return;
  for (const [index, { step, clientId: by }] of message.steps.entries())
    if (by === clientId) ledger.acknowledged.push({ version: message.version + index + 1, clientId, step });
}
