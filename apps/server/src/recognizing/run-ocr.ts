import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecognizedPage } from '@chancery/importing/recognized';
import { outOfMemory } from '../images/read-messages.js';
import type { OcrLanguage, OcrMessage, OcrOrder, PictureToRead } from './ocr-messages.js';

/** Milliseconds and bytes of memory that reading one picture may take. */
const limits = { milliseconds: 300_000, memory: 1536 * 1024 * 1024 } as const;

/** The text could not be read off the picture; `message` says why, and what to do. */
export class OcrFailed extends Error {
  override readonly name = 'OcrFailed';
}

/** The program, which tests that run the sources take from the build. */
const program = ['./ocr-process.js', '../../dist/recognizing/ocr-process.js']
  .map((file) => fileURLToPath(new URL(file, import.meta.url)))
  .find((file) => existsSync(file));

/**
 * Reads the text off a picture, in a process of its own that is bounded in memory and time.
 *
 * @param onProgress told how far it is, from 0 to 1
 * @throws {OcrFailed}
 */
export async function runOcr(
  { picture, languages }: { readonly picture: PictureToRead; readonly languages: readonly OcrLanguage[] },
  onProgress: (progress: number) => void,
  signal: AbortSignal,
  { milliseconds, memory }: { readonly milliseconds: number; readonly memory: number } = limits,
): Promise<RecognizedPage> {
  // Each language comes in a folder of its own, and they are looked for in one.
  const folder = await mkdtemp(join(tmpdir(), 'chancery-ocr-'));
  try {
    for (const { code, file } of languages) await symlink(file, join(folder, `${code}.traineddata.gz`));
    const order = { picture, languages: languages.map(({ code }) => code), folder, memory };
    return await inProcess(order, onProgress, signal, milliseconds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function inProcess(
  order: OcrOrder,
  onProgress: (progress: number) => void,
  signal: AbortSignal,
  milliseconds: number,
): Promise<RecognizedPage> {
  if (program === undefined) throw new Error('The server has not been built: npm run build');
  const child = fork(program, {
    execArgv: ['--max-old-space-size=512'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    signal,
    killSignal: 'SIGKILL',
  });
  return new Promise((resolve, reject) => {
    let late = false;
    const clock = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, milliseconds);
    child.on('message', (message: OcrMessage) => {
      if ('progress' in message) onProgress(message.progress);
      else if ('page' in message) resolve(message.page);
      else reject(new OcrFailed(`The text could not be read: ${message.failed}`));
    });
    child.once('error', (error) => {
      clearTimeout(clock);
      reject(error);
    });
    child.once('exit', (status) => {
      clearTimeout(clock);
      const why = late
        ? `It takes longer than ${milliseconds / 1000} seconds.`
        : status === outOfMemory
          ? `It takes more memory than ${Math.round(order.memory / 1024 / 1024)} MB.`
          : 'Reading it stopped unexpectedly.';
      reject(new OcrFailed(`The text could not be read. ${why} Crop the image to its text, and try again.`));
    });
    child.send(order);
  });
}
