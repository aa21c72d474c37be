import type { EditionSchemas, LetterDetail, StepJson } from '@chancery/server/api';
import type { LetterMetadata } from '@chancery/tei';
import { Mapping } from 'prosemirror-transform';
import { createStore } from '../store/store.js';
import { whenIdle } from '../store/when-idle.js';
import type { FromFindings, ToFindings } from './findings-messages.js';
import { movedFindings } from './moved-findings.js';
import type { PlacedFinding } from './placed-finding.js';

/** How long typing must pause before the letter is checked, in milliseconds. */
const pause = 250;

/** After how long it is checked at the latest while typing goes on, in milliseconds: others may never pause. */
const latest = 1000;

/**
 * How many times as long as a check takes the device rests from checking while typing goes on, and for how long at most in
 * milliseconds: a long letter is checked on a processor of which the next key has need.
 */
const rest = { times: 4, atMost: 5000 };

/** What is known of a letter's findings. */
export interface FindingsState {
  /** `waiting` until the first check; then the last answer stays until the next. */
  kind: 'waiting' | 'known' | 'failed';
  findings: readonly PlacedFinding[];
  /** What the letter says of itself, read from the same text. */
  metadata?: LetterMetadata;
}

/** The steps that the letter consists of at one moment. */
export interface StepsNow {
  /** All acknowledged steps since the base. */
  acknowledged: readonly StepJson[];
  waiting: readonly StepJson[];
}

/** The worker that checks, as far as it is spoken to. */
export interface FindingsWorker {
  postMessage(message: ToFindings): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromFindings>) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/**
 * The desk's end of the findings worker. A check begins when typing pauses, and from time to time while it does not. What is found
 * is told where it stands by then.
 */
export class FindingsLink {
  readonly state = createStore<FindingsState>({ kind: 'waiting', findings: [] });
  readonly #worker: FindingsWorker;
  readonly #now: () => StepsNow;
  /** What the worker found at last, and what else is found in the text as it is. */
  #checked: FindingsState | undefined;
  #also: () => readonly PlacedFinding[] = () => [];
  /** How the document has become another since the last check was asked for that was answered. */
  #since = new Mapping();
  /** The same for the check that the worker is at; undefined while it rests. */
  #asked: { since: Mapping; readonly text: number } | undefined;
  /** Counts the texts that have come in the place of one another, with nothing to say where places have come. */
  #text = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #calledOff = (): void => {};
  /** When the first change was made that is not checked yet, as `performance.now()` has it. */
  #changedAt: number | undefined;
  /** How long the worker was at the last check, in milliseconds, and when it was told. */
  #last = { took: 0, at: Number.NEGATIVE_INFINITY };
  #ready = false;
  #told = 0;

  /** @param own the schemas that the edition has of its own, once they are known */
  constructor(
    base: LetterDetail['base'],
    own: Promise<EditionSchemas>,
    now: () => StepsNow,
    worker: FindingsWorker = new Worker(new URL('./findings-worker.ts', import.meta.url), { type: 'module' }),
  ) {
    this.#now = now;
    this.#worker = worker;
    this.#worker.addEventListener('message', ({ data }) => this.#receive(data));
    this.#worker.addEventListener('error', () => this.state.update({ kind: 'failed' }));
    own.then(
      (schemas) => {
        this.#tell({ type: 'open', base, own: schemas });
        this.#ready = true;
        this.#ask();
      },
      () => this.state.update({ kind: 'failed' }),
    );
  }

  /** Has findings told beside those of the check, which need more than the letter: they are asked for at each telling. */
  tellAlso(also: () => readonly PlacedFinding[]): void {
    this.#also = also;
    this.#tellState();
  }

  #tellState(): void {
    const checked = this.#checked;
    if (!checked) return;
    const findings = [...movedFindings(checked.findings, this.#since), ...this.#also()];
    this.state.set({ ...checked, findings });
  }

  /**
   * To be called after each change of the text.
   *
   * @param changes how places have moved; undefined where another text has come in the place of this one
   */
  changed(changes?: readonly Mapping[]): void {
    if (!changes) this.#text += 1;
    for (const each of changes ?? []) {
      this.#since.appendMapping(each);
      this.#asked?.since.appendMapping(each);
    }
    this.#changedAt ??= performance.now();
    this.#plan();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#calledOff();
    this.#worker.terminate();
  }

  /** Has the next check begin in time; the worker is asked for one at once, whatever it takes to make it. */
  #plan(): void {
    clearTimeout(this.#timer);
    if (!this.#ready || this.#asked || this.#changedAt === undefined) return;
    const { took, at } = this.#last;
    const rested = at + Math.min(rest.times * took, rest.atMost);
    const left = Math.max(this.#changedAt + latest, rested) - performance.now();
    const quiet = Math.min(Math.max(pause, took), latest);
    this.#timer = setTimeout(() => this.#ask(), Math.min(quiet, Math.max(left, 0)));
  }

  #ask(): void {
    this.#changedAt = undefined;
    this.#asked = { since: new Mapping(), text: this.#text };
    const { acknowledged, waiting } = this.#now();
    this.#tell({ type: 'check', acknowledged: acknowledged.slice(this.#told), waiting: [...waiting] });
    this.#told = acknowledged.length;
  }

  #tell(message: ToFindings): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromFindings): void {
    const asked = this.#asked;
    this.#asked = undefined;
    if (message.type === 'failed') {
      console.error('The letter could not be checked.', message.message);
      this.state.update({ kind: 'failed' });
    } else {
      this.#last = { took: message.took, at: performance.now() };
      if (asked?.text === this.#text) this.#take(message, asked.since);
    }
    this.#plan();
  }

  /** @param since how the document has become another since this check was asked for */
  #take({ findings, metadata }: FromFindings & { type: 'findings' }, since: Mapping): void {
    this.#checked = { kind: 'known', findings, metadata };
    this.#since = since;
    this.#calledOff();
    // A key that was pressed meanwhile comes first.
    this.#calledOff = whenIdle(() => this.#tellState(), pause);
  }
}
