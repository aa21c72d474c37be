import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PressMessage, PressOrder } from './press-messages.js';

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
    child.send(order);
  });
}
