import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecognizedPage } from '@chancery/importing/recognized';
import { inBoundedProcess, programBeside } from '../bounded/bounded-process.js';
import type { OcrLanguage, OcrMessage, OcrOrder, PictureToRead } from './ocr-messages.js';

/** Milliseconds and bytes of memory that reading one picture may take. */
const limits = { milliseconds: 300_000, memory: 1536 * 1024 * 1024 } as const;

/** The text could not be read off the picture; `message` says why, and what to do. */
export class OcrFailed extends Error {
  override readonly name = 'OcrFailed';
}

const program = programBeside(import.meta.url, 'recognizing', 'ocr-process');

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
  const why = {
    late: `It takes longer than ${milliseconds / 1000} seconds.`,
    'out-of-memory': `It takes more memory than ${Math.round(order.memory / 1024 / 1024)} MB.`,
    stopped: 'Reading it stopped unexpectedly.',
  };
  return inBoundedProcess<OcrMessage, RecognizedPage>({
    program,
    order,
    heap: 512,
    milliseconds,
    signal,
    complains: false,
    take: (message, { done, failed }) => {
      if ('progress' in message) onProgress(message.progress);
      else if ('page' in message) done(message.page);
      else failed(new OcrFailed(`The text could not be read: ${message.failed}`));
    },
    cutShort: (how) =>
      new OcrFailed(`The text could not be read. ${why[how]} Crop the image to its text, and try again.`),
  });
}
