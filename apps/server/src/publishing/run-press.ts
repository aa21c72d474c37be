import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TeiFile } from '@chancery/publishing';
import type { PressMessage, PressOrder, PressPiece } from './press-messages.js';

/** How far a run is; `label` says what is being done, in a few words. */
export interface PressProgress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** The press failed; `message` says why, for the person who pressed Publish. */
export class PressFailed extends Error {
  override readonly name = 'PressFailed';
}

/** How many characters of letters are handed over at once. Writing more down for the process would hold up people who are editing. */
const pieceSize = 200_000;

/** How many images are told of at once. */
const imagesAtOnce = 200;

const program = fileURLToPath(new URL('./press-process.js', import.meta.url));

/**
 * Prints an edition, only one of its parts, or a proof into a folder, in a process of its own: SaxonJS holds the thread it runs on.
 *
 * @throws {PressFailed}
 */
export async function runPress(
  order: PressOrder,
  onProgress: (progress: PressProgress) => void,
  signal: AbortSignal,
): Promise<unknown> {
  // Tests run the sources, which a plain Node process could not.
  if (!existsSync(program)) {
    const { PublishError, publishEdition } = await import('@chancery/publishing');
    const { edition, ...options } = order;
    return publishEdition(edition, { ...options, onProgress, signal }).catch((error: unknown) => {
      throw error instanceof PublishError ? new PressFailed(error.message) : error;
    });
  }
  return new Promise((resolve, reject) => {
    const child = fork(program, {
      signal,
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4_000);
    });
    child.on('message', (message: PressMessage) => {
      if (message.type === 'progress') onProgress(message);
      else if (message.type === 'done') resolve(message.report);
      else reject(new PressFailed(message.message));
    });
    child.once('error', reject);
    child.once('exit', (code, ended) => {
      if (said) console.error(said);
      reject(
        new PressFailed(
          `The press stopped (${ended ?? `status ${code}`}). Publish again; if it stops again, the server’s log says more.`,
        ),
      );
    });
    handOver(child, order).catch((error: unknown) => {
      // Of a process that has ended it is told why.
      if (!child.connected) return;
      reject(error);
      child.kill();
    });
  });
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
