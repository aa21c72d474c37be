import type { KnownImages, ReadingSoFar } from '@chancery/server/api';
import { addImage, getKnown, getReading, patchImage, putPart } from '../api/images.js';
import { RequestFailed } from '../api/request-failed.js';
import { createStore } from '../store/store.js';

/** How far a file is. */
export type UploadState =
  | { readonly kind: 'waiting' }
  /** The server is out of reach: it goes on by itself. */
  | { readonly kind: 'held' }
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'reading'; readonly soFar?: ReadingSoFar }
  | { readonly kind: 'done'; readonly notice: string | null }
  /** It is a leaf of the volume already; of the letter too that files are added for, where they are. */
  | { readonly kind: 'there' }
  | { readonly kind: 'failed'; readonly why: string };

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly state: UploadState;
}

type KnownLeaf = KnownImages['files'][number]['leaves'][number];

/** The largest file, in bytes, that the browser reads to send it: the server takes none that are larger. */
const mostBytes = 256 * 1024 * 1024;
/** How many files are asked about at once. */
const askedAtOnce = 20;

const takes = /\.(?:jpe?g|jpe|png|tiff?|pdf)$/i;

/** Milliseconds between two looks at how far a reading is. */
const lookEvery = 1_000;

/** Milliseconds until a server that was out of reach is asked again. */
const askAgainAfter = 3_000;

const stopped = 'Stopped. Try it again: it goes on where it stopped.';

/** Sends files to a volume, one behind the other in the order of their names, so that leaves stand in that order. */
export class Uploads {
  readonly all = createStore<readonly Upload[]>([]);
  readonly #editionId: string;
  readonly #letterId: string | undefined;
  readonly #onAdded: () => void;
  #running = false;
  #sending = new AbortController();
  #count = 0;

  /** @param letterId the letter that they belong to, where they are added for one */
  constructor(editionId: string, letterId: string | undefined, onAdded: () => void) {
    this.#editionId = editionId;
    this.#letterId = letterId;
    this.#onAdded = onAdded;
  }

  /** Adds files. Those of a folder that are no pictures, such as its lists, are left out. */
  add(files: readonly File[], ofFolder: boolean): void {
    const wanted = (ofFolder ? files.filter(({ name }) => takes.test(name)) : [...files]).toSorted(
      (one, other) => pathOf(one).localeCompare(pathOf(other), undefined, { numeric: true }),
    );
    const more = wanted.map((file) => {
      this.#count += 1;
      return { id: this.#count, file, state: { kind: 'waiting' } as const };
    });
    this.all.set([...this.all.get(), ...more]);
    void this.#run();
  }

  /** Sends what failed again; what had arrived of it is not sent twice. */
  retry(): void {
    for (const { id, state } of this.all.get())
      if (state.kind === 'failed') this.#say(id, { kind: 'waiting' });
    void this.#run();
  }

  /** Sends no more. What the server reads already is added still, and what has arrived of a file is not sent twice. */
  stop(): void {
    this.#sending.abort();
    this.#sending = new AbortController();
    for (const { id, state } of this.all.get())
      if (state.kind === 'waiting' || state.kind === 'held' || state.kind === 'sending')
        this.#say(id, { kind: 'failed', why: stopped });
  }

  /** Forgets what is done, and what failed. */
  clear(): void {
    this.all.set(this.all.get().filter(({ state }) => isUnderWay(state)));
  }

  #say(id: number, state: UploadState): void {
    this.all.set(this.all.get().map((each) => (each.id === id ? { ...each, state } : each)));
  }

  #isDone(id: number): boolean {
    return this.all.get().find((each) => each.id === id)?.state.kind === 'done';
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (;;) {
        const next = this.all
          .get()
          .filter(({ state }) => state.kind === 'waiting' || state.kind === 'held')
          .slice(0, askedAtOnce);
        if (next.length === 0) return;
        if (await this.#send(next)) this.#onAdded();
        else await new Promise((done) => setTimeout(done, askAgainAfter));
      }
    } finally {
      this.#running = false;
    }
  }

  /** Answers false where the server went out of reach: one of them is held, and those behind it wait. */
  async #send(uploads: readonly Upload[]): Promise<boolean> {
    const { signal } = this.#sending;
    const hashes = new Map<number, string>();
    for (const { id, file } of uploads) {
      if (signal.aborted) return true;
      if (file.size > mostBytes)
        this.#say(id, {
          kind: 'failed',
          why: `It is larger than ${mostBytes / 1024 / 1024} MB. Save it smaller.`,
        });
      else
        try {
          hashes.set(id, await sha256Of(file));
        } catch {
          this.#say(id, {
            kind: 'failed',
            why: 'It cannot be read on this device any more. Choose it again.',
          });
        }
    }
    const [first] = hashes.keys();
    if (first === undefined) return true;
    let known: Awaited<ReturnType<typeof getKnown>>;
    try {
      known = await getKnown(this.#editionId, [...new Set(hashes.values())]);
    } catch (error) {
      if (signal.aborted) return true;
      if (isOutOfReach(error)) {
        this.#say(first, { kind: 'held' });
        return false;
      }
      for (const id of hashes.keys()) this.#say(id, { kind: 'failed', why: reasonOf(error) });
      return true;
    }
    for (const { id, file } of uploads) {
      if (signal.aborted) return true;
      const sha256 = hashes.get(id);
      const there = known.files.find((each) => each.sha256 === sha256);
      if (sha256 === undefined || !there) continue;
      // Another of those that are sent may be the same.
      const isSent = uploads.some((each) => hashes.get(each.id) === sha256 && this.#isDone(each.id));
      if (isSent) this.#say(id, { kind: 'there' });
      else if (there.path !== null) {
        if (!(await this.#takeThere(id, there.leaves, signal))) return false;
      } else if (!(await this.#sendOne({ id, file, ...there, signal, partBytes: known.partBytes })))
        return false;
    }
    return true;
  }

  async #sendOne(sent: {
    readonly id: number;
    readonly file: File;
    readonly sha256: string;
    readonly parts: readonly number[];
    readonly partBytes: number;
    readonly signal: AbortSignal;
  }): Promise<boolean> {
    const { id, file, sha256, partBytes, signal } = sent;
    const count = Math.max(1, Math.ceil(file.size / partBytes));
    try {
      for (let part = 0; part < count; part += 1) {
        this.#say(id, { kind: 'sending', share: part / count });
        if (sent.parts.includes(part)) continue;
        const content = file.slice(part * partBytes, (part + 1) * partBytes);
        await putPart(this.#editionId, { sha256, part, content }, signal);
      }
      this.#say(id, { kind: 'reading' });
      const looking = setInterval(() => void this.#look(id, sha256), lookEvery);
      const { images, notice } = await addImage(this.#editionId, {
        sha256,
        name: file.name,
        parts: count,
      }).finally(() => clearInterval(looking));
      await this.#giveToLetter(images.map((image) => ({ id: image.id, letters: [] })));
      this.#say(id, { kind: 'done', notice });
      return true;
    } catch (error) {
      return this.#sayFault(id, error, signal);
    }
  }

  /** Gives what is there already to the letter, as what is new. */
  async #takeThere(id: number, leaves: readonly KnownLeaf[], signal: AbortSignal): Promise<boolean> {
    try {
      await this.#giveToLetter(leaves);
      this.#say(id, { kind: 'there' });
      return true;
    } catch (error) {
      return this.#sayFault(id, error, signal);
    }
  }

  /** A leaf stays with the letters that it belongs to. */
  async #giveToLetter(leaves: readonly KnownLeaf[]): Promise<void> {
    const letter = this.#letterId;
    if (letter === undefined) return;
    for (const { id, letters } of leaves)
      if (!letters.includes(letter)) await patchImage(id, { letters: [...letters, letter] });
  }

  #sayFault(id: number, error: unknown, signal: AbortSignal): boolean {
    if (!signal.aborted && isOutOfReach(error)) {
      this.#say(id, { kind: 'held' });
      return false;
    }
    this.#say(id, { kind: 'failed', why: signal.aborted ? stopped : reasonOf(error) });
    return true;
  }

  /** Says how far the reading of a file is. That it cannot be told now is no fault of the file. */
  async #look(id: number, sha256: string): Promise<void> {
    const soFar = await getReading(this.#editionId, sha256).catch(() => undefined);
    const now = this.all.get().find((each) => each.id === id);
    if (soFar && now?.state.kind === 'reading') this.#say(id, { kind: 'reading', soFar });
  }
}

/** Whether a file is not settled yet. */
export function isUnderWay({ kind }: UploadState): boolean {
  return kind === 'waiting' || kind === 'held' || kind === 'sending' || kind === 'reading';
}

/** Whether there was no answer, or a proxy’s that there is none. */
const isOutOfReach = (error: unknown) =>
  error instanceof RequestFailed && [0, 502, 504].includes(error.status);

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const pathOf = (file: File) => file.webkitRelativePath || file.name;

async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
