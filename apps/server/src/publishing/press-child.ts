import { type ChildProcess, fork } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import type { TeiFile } from '@chancery/publishing';
import type { PressMessage, PressOrder, PressPiece, PressProgress, Stopped } from './press-messages.js';

/** The press failed; `message` says why, for the person who pressed Publish. */
export class PressFailed extends Error {
  override readonly name = 'PressFailed';

  /** @param stopped the place in the texts that stopped it, where one did */
  constructor(
    message: string,
    readonly stopped?: Stopped | undefined,
  ) {
    super(message);
  }
}

/** The process of the press ended before the edition was printed, whoever or whatever ended it. */
export class PressEnded extends PressFailed {}

/** How many characters of letters are handed over at once. Writing more down for the process would hold up people who are editing. */
const pieceSize = 200_000;

/** How many images are told of at once. */
const imagesAtOnce = 200;

/** A process that prints editions, one after the other, until one fails, is stopped, or leaves it too large. */
export class PressChild {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #isSpent = false;
  #said = '';

  /** @param program the file that it runs */
  constructor(program: string) {
    this.#child = fork(program, {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#said = (this.#said + chunk.toString('utf8')).slice(-4_000);
    });
    this.#child.once('disconnect', () => {
      this.#isSpent = true;
    });
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', () => {
        this.#isSpent = true;
        if (this.#said) console.error(this.#said);
        resolve();
      });
      this.#child.on('error', () => {
        this.#isSpent = true;
        // One that could not be started does not exit.
        if (this.#child.pid === undefined) resolve();
      });
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether it may be asked for another edition. */
  get stays(): boolean {
    return !this.#isSpent;
  }

  /**
   * Prints an edition, only one of its parts, or a proof into a folder. Not to be asked before the last one is printed.
   *
   * @throws {PressFailed}
   */
  print(
    order: PressOrder,
    onProgress: (progress: PressProgress) => void,
    signal: AbortSignal,
  ): Promise<unknown> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const end = (result: () => void) => {
        child.off('message', onMessage);
        child.off('exit', onExit);
        child.off('error', onError);
        signal.removeEventListener('abort', onAbort);
        result();
      };
      const fail = (reason: unknown) => {
        this.#isSpent = true;
        end(() => reject(reason));
      };
      const onMessage = (message: PressMessage) => {
        if (message.type === 'progress') onProgress(message);
        else if (message.type === 'done') end(() => resolve(message.report));
        else fail(new PressFailed(message.message, message.stopped));
      };
      const onExit = (code: number | null, ended: NodeJS.Signals | null) =>
        fail(
          new PressEnded(
            `The press stopped (${ended ?? `status ${code}`}). Publish again; if it stops again, the server’s log says more.`,
          ),
        );
      const onError = (error: Error) => fail(error);
      const onAbort = () => {
        child.kill();
        fail(signal.reason);
      };
      child.on('message', onMessage);
      child.once('exit', onExit);
      child.once('error', onError);
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) onAbort();
      else
        handOver(child, order).catch((error: unknown) => {
          // Of a process that has ended it is told why, when that is known.
          if (!child.connected || (error as NodeJS.ErrnoException).code === 'EPIPE') return;
          child.kill();
          fail(error);
        });
    });
  }

  /** Lets it end in its own order, which it does at once where it is not printing. */
  dismiss(): void {
    this.#isSpent = true;
    if (this.#child.connected) this.#child.disconnect();
  }

  /** Ends it, whatever it is at. */
  async stop(): Promise<void> {
    this.#isSpent = true;
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}

async function handOver(child: ChildProcess, order: PressOrder): Promise<void> {
  const send = (piece: PressPiece) =>
    new Promise<void>((resolve, reject) => {
      child.send(piece, (error) => (error ? reject(error) : resolve()));
    });
  const { letters, images = [], ...edition } = order.edition;
  for (const piece of piecesOf(letters)) {
    await send({ type: 'letters', letters: piece });
    await setImmediate();
  }
  for (let from = 0; from < images.length; from += imagesAtOnce) {
    await send({ type: 'images', images: images.slice(from, from + imagesAtOnce) });
    await setImmediate();
  }
  await send({ type: 'order', order: { ...order, edition: { ...edition, letters: [] } } });
}

/** The letters in their order, as many at once as together are no longer than a piece may be; one at least. */
function* piecesOf(letters: readonly TeiFile[]): Generator<readonly TeiFile[]> {
  let piece: TeiFile[] = [];
  let size = 0;
  for (const letter of letters) {
    const length = letter.source.length + (letter.bytes?.length ?? 0);
    if (piece.length > 0 && size + length > pieceSize) {
      yield piece;
      piece = [];
      size = 0;
    }
    piece.push(letter);
    size += length;
  }
  if (piece.length > 0) yield piece;
}
