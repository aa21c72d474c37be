import type { TeiArchive } from '../../read-tei-archive.js';
import { DocumentRefused } from '../../written/open-package.js';
import type { WrittenSource } from '../../written/written-document.js';
import type { PrintedVolumeOptions } from '../import-printed-volume.js';
import { DecisionError } from '../proposing/read-decisions.js';
import { RuleError } from '../rules/compile-rules.js';
import type { RuleName, RuleSettings } from '../rules/rule.js';
import { rules } from '../rules/rules.js';
import type { TriedRule } from '../rules/try-rules.js';
import type { AsideOrder, AsideReply, PrintedReading } from './aside-messages.js';
import { keepThread, takeThread } from './kept-thread.js';

/** What reading one source may take. */
export interface AsideLimits {
  readonly milliseconds?: number;
  readonly megabytes?: number;
  /** Ends it at once. */
  readonly signal?: AbortSignal;
}

/** A source that takes more time or memory than it may; the message says what to do. */
export class ImportTooLong extends Error {
  override readonly name = 'ImportTooLong';
}

/**
 * Imports a printed volume on another thread, bounded in time and memory: rules may hold patterns that never come to an end,
 * and whoever waits is to be free for other work.
 *
 * @throws {RuleError} for rules that cannot be used, or that take too long
 * @throws {DecisionError}
 * @throws {ImportTooLong}
 */
export async function importPrintedAside(
  source: string,
  { rules: settings, decisions }: Omit<PrintedVolumeOptions, 'watch'> = {},
  limits: AsideLimits = {},
): Promise<PrintedReading> {
  const reply = await ask(
    { task: 'import', source, options: { rules: settings, decisions } },
    settings,
    limits,
  );
  if (!('reading' in reply)) throw new TypeError('The thread answered something else.');
  return reply.reading;
}

/**
 * Tries rules on a source, likewise aside.
 *
 * @throws {RuleError} for rules that cannot be used, or that take too long
 * @throws {ImportTooLong}
 */
export async function tryRulesAside(
  source: string,
  settings: RuleSettings,
  names?: readonly RuleName[],
  limits: AsideLimits = {},
): Promise<readonly TriedRule[]> {
  const reply = await ask({ task: 'try', source, rules: settings, names }, settings, limits);
  if (!('tried' in reply)) throw new TypeError('The thread answered something else.');
  return reply.tried;
}

/**
 * Reads a document of a word processor, likewise aside: one that was made to fill the memory fills no other’s.
 *
 * @param name of the file; its ending says the format
 * @throws {DocumentRefused} when it cannot be read
 * @throws {ImportTooLong}
 */
export async function readDocumentAside(
  name: string,
  bytes: Uint8Array,
  limits: AsideLimits = {},
): Promise<WrittenSource> {
  const reply = await ask({ task: 'document', name, bytes }, {}, limits);
  if (!('written' in reply)) throw new TypeError('The thread answered something else.');
  return reply.written;
}

/**
 * Reads the TEI files of an archive as they are, likewise aside.
 *
 * @param named a file that tells of the others; undefined where none does
 * @throws {DocumentRefused} when it cannot be unpacked, or has no TEI file
 * @throws {ImportTooLong}
 */
export async function readTeiArchiveAside(
  bytes: Uint8Array,
  named: string | undefined,
  limits: AsideLimits = {},
): Promise<TeiArchive> {
  const reply = await ask({ task: 'tei', bytes, named }, {}, limits);
  if (!('archive' in reply)) throw new TypeError('The thread answered something else.');
  return reply.archive;
}

type Done = Exclude<AsideReply, { failed: unknown } | { begun: true }>;

type Asked = AsideOrder extends infer Order
  ? Order extends unknown
    ? Omit<Order, 'watched'>
    : never
  : never;

async function ask(
  asked: Asked,
  settings: RuleSettings = {},
  { milliseconds = 60_000, megabytes = 1_024, signal }: AsideLimits,
): Promise<Done> {
  signal?.throwIfAborted();
  const watched = new SharedArrayBuffer(8);
  const worker = takeThread(megabytes);
  const { promise, resolve, reject } = deferred<Exclude<AsideReply, { begun: true }>>();
  let clock: NodeJS.Timeout | undefined;
  const stop = () => reject(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  worker.on('message', (reply: AsideReply) => {
    if ('begun' in reply)
      clock = setTimeout(() => reject(tooLong(watched, settings, milliseconds)), milliseconds);
    else resolve(reply);
  });
  worker.once('error', (error: Error & { code?: string }) =>
    reject(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new ImportTooLong(
            `The text takes more than ${megabytes} MB of memory. Divide it, and import its parts one after the other.`,
          )
        : error,
    ),
  );
  worker.once('exit', () => reject(new Error('The thread that reads sources has ended.')));
  worker.postMessage({ ...asked, watched });
  const reply = await promise
    .catch(async (error: unknown) => {
      await worker.terminate();
      throw error;
    })
    .finally(() => {
      clearTimeout(clock);
      signal?.removeEventListener('abort', stop);
    });
  keepThread(worker, megabytes);
  if ('failed' in reply) throw errorOf(reply);
  return reply;
}

function errorOf(reply: Extract<AsideReply, { failed: unknown }>): Error {
  if (reply.failed === 'document') return new DocumentRefused(reply.code, reply.message, reply.advice);
  const { message, path } = reply;
  return reply.failed === 'rules' ? new RuleError(message, path) : new DecisionError(message, path);
}

function tooLong(
  watched: SharedArrayBuffer,
  settings: RuleSettings,
  milliseconds: number,
): RuleError | ImportTooLong {
  const [rule = 0, pattern = 0] = new Int32Array(watched);
  const name = rules[rule - 1]?.name;
  const text = name === undefined ? undefined : settings[name]?.[pattern];
  const seconds = milliseconds / 1_000;
  return name === undefined || text === undefined
    ? new ImportTooLong(
        `The text takes longer than ${seconds} seconds. Divide it, and import its parts one after the other.`,
      )
    : new RuleError(
        `The pattern ${text} of the rule “${name}” takes longer than ${seconds} seconds, most often because something repeated is repeated again, as in (a+)+. Write it more simply.`,
        [name, text],
      );
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
