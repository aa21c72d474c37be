import type { EditionSchemas, LetterDetail, StepJson } from '@chancery/server/api';
import type { LetterMetadata } from '@chancery/tei';
import { createStore } from '../store/store.js';
import type { FromFindings, ToFindings } from './findings-messages.js';
import type { PlacedFinding } from './placed-finding.js';

/** How long typing must pause before the letter is checked, in milliseconds. */
const pause = 250;

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

/** The desk's end of the findings worker. A check begins when typing pauses; an answer that is out of date is dropped. */
export class FindingsLink {
  readonly state = createStore<FindingsState>({ kind: 'waiting', findings: [] });
  readonly #worker: Worker;
  readonly #now: () => StepsNow;
  /** What the worker found at last, and what else is found in the text as it is. */
  #checked: FindingsState | undefined;
  #also: () => readonly PlacedFinding[] = () => [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ready = false;
  #told = 0;
  #check = 0;

  /** @param own the schemas that the edition has of its own, once they are known */
  constructor(base: LetterDetail['base'], own: Promise<EditionSchemas>, now: () => StepsNow) {
    this.#now = now;
    this.#worker = new Worker(new URL('./findings-worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', (event: MessageEvent<FromFindings>) =>
      this.#receive(event.data),
    );
    this.#worker.addEventListener('error', () => this.state.update({ kind: 'failed' }));
    own.then(
      (schemas) => {
        this.#tell({ type: 'open', base, own: schemas });
        this.#ready = true;
        this.changed(0);
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
    if (checked) this.state.set({ ...checked, findings: [...checked.findings, ...this.#also()] });
  }

  /** To be called after each change of the text. */
  changed(after: number = pause): void {
    clearTimeout(this.#timer);
    if (!this.#ready) return;
    this.#check += 1;
    this.#timer = setTimeout(() => this.#ask(), after);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#worker.terminate();
  }

  #ask(): void {
    const { acknowledged, waiting } = this.#now();
    this.#tell({
      type: 'check',
      check: this.#check,
      acknowledged: acknowledged.slice(this.#told),
      waiting: [...waiting],
    });
    this.#told = acknowledged.length;
  }

  #tell(message: ToFindings): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromFindings): void {
    if (message.check !== this.#check) return;
    if (message.type === 'findings') {
      this.#checked = { kind: 'known', findings: message.findings, metadata: message.metadata };
      this.#tellState();
    } else {
      console.error('The letter could not be checked.', message.message);
      this.state.update({ kind: 'failed' });
    }
  }
}
