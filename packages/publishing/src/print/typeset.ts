import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { giveBackMemory } from '../engine-memory.js';
import { type Font, volumeFonts } from './fonts.js';
import { type TypesetDiagnostic, TypesetError } from './typeset-error.js';
import { memoryLimit as memoryLimitFor, timeLimit } from './typeset-limits.js';

/** PDF standards that the typesetter can follow; "1.7" is plain PDF. */
export type PdfStandard = '1.7' | 'a-2a' | 'a-2b' | 'a-2u' | 'a-3a' | 'ua-1';

export interface TypesetOptions {
  /** Every face that the source may use. There is no other: neither the system's nor the network's. */
  readonly fonts?: readonly Font[];
  /** Other Typst files, and pictures, by the path that the source imports them with. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Default: plain PDF. */
  readonly standard?: PdfStandard;
  /** Another standard that the document is tried by. */
  readonly meets?: PdfStandard;
  /** Whether the PDF has a structure tree. Default: it has. */
  readonly tagged?: boolean;
  /** Whether the pages are wanted as a drawing too. */
  readonly drawn?: boolean;
  /** Milliseconds until the typesetter is stopped. Default: by the length of what is set. */
  readonly timeout?: number;
  /** Megabytes that the typesetter may take. Default: by the length of what is set. */
  readonly memoryLimit?: number;
  /** What this process has to do while another one sets: called as soon as that has been asked. What it throws is thrown. */
  readonly meanwhile?: () => void;
  readonly signal?: AbortSignal;
}

/** What {@link compose} hands back beside the bytes. */
export interface Composition {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /**
   * What keeps it from the other standard that it was tried by, in the typesetter's words: known a while after the bytes.
   * Rejected as {@link compose} is.
   */
  readonly unmet: Promise<readonly string[]>;
  /** The pages one under the other, as SVG; where it was asked for. */
  readonly drawing?: string;
}

/** The name under which the source itself is set; diagnostics use it. */
export const mainFile = 'main.typ';

/** As it stands in the source folder: the build compiles TypeScript and leaves it where it is. */
const program = fileURLToPath(new URL('../../src/print/typst-process.mjs', import.meta.url));

interface Request {
  readonly id: number;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly main: string;
  readonly standard: PdfStandard | undefined;
  readonly meets: PdfStandard | undefined;
  readonly tagged: boolean;
  readonly drawn: boolean;
}

interface Reply {
  readonly id: number;
  readonly diagnostics: readonly TypesetDiagnostic[];
  readonly pdf?: Uint8Array;
  readonly pages?: number;
  readonly drawing?: string;
}

/** What the process holds after a document, in megabytes. */
interface Held {
  readonly memory: number;
}

interface Trial {
  readonly id: number;
  readonly unmet: readonly string[];
}

/**
 * Sets a Typst document as PDF. The only use of Typst in the house.
 *
 * Typst runs in a process of its own with a limit of time and memory, kept for the next document. It reads nothing but
 * the source, the files and the fonts that it is given, and reaches no network: packages cannot be imported. The same
 * input gives the same bytes.
 *
 * @throws {TypesetError} on any error or warning of Typst, when a limit is passed, and when the process dies.
 */
export async function typeset(source: string, options: TypesetOptions = {}): Promise<Uint8Array> {
  return (await compose(source, options)).pdf;
}

/** {@link typeset}, with what is told of the document beside its bytes. */
export async function compose(source: string, options: TypesetOptions = {}): Promise<Composition> {
  // One document at a time: a second typesetter would cost another start and the memory of another volume.
  const turn = queue.then(() => composeNow(source, options));
  queue = turn.then(({ unmet }) => unmet).catch(() => undefined);
  return turn;
}

let queue: Promise<unknown> = Promise.resolve();
let current: Typesetter | undefined;
let requests = 0;

/** How much of the memory that it may take a typesetter holds at most that waits for a next document: that one takes some more. */
const mostHeld = 0.65;

async function composeNow(source: string, options: TypesetOptions): Promise<Composition> {
  options.signal?.throwIfAborted();
  const fonts = options.fonts ?? volumeFonts();
  const files = { ...options.files, [mainFile]: source };
  const memoryLimit = options.memoryLimit ?? memoryLimitFor(files);
  const isOther = current?.fonts !== fonts || current.memoryLimit !== memoryLimit;
  if (isOther || !current?.alive || current.memory > memoryLimit * mostHeld) stopTypesetter();
  const waiting = current;
  current ??= new Typesetter(fonts, memoryLimit);
  const request: Request = {
    id: ++requests,
    files,
    main: mainFile,
    standard: options.standard,
    meets: options.meets,
    tagged: options.tagged ?? true,
    drawn: options.drawn ?? false,
  };
  const timeout = options.timeout ?? timeLimit(request.files);
  const answers = current.ask(request, timeout, options);
  const reply = await answers.reply.catch((error: unknown) => {
    // One that knows of other documents holds more than this one takes.
    if (waiting && error instanceof TypesetError && error.failure === 'memory') return undefined;
    throw error;
  });
  if (!reply) return composeNow(source, options);
  if (!reply.pdf) {
    const { diagnostics } = reply;
    throw new TypesetError('source', diagnostics.map(describe).join('\n') || 'Nothing was set.', diagnostics);
  }
  const pdf = new Uint8Array(reply.pdf.buffer, reply.pdf.byteOffset, reply.pdf.byteLength);
  const strange = facesOf(pdf).find((face) => !fonts.some(({ postScriptName }) => postScriptName === face));
  if (strange !== undefined) {
    await answers.unmet;
    const message = `The face “${strange}” is asked for and is not among the fonts given.`;
    throw new TypesetError('source', message, [
      { file: undefined, line: undefined, column: undefined, message },
    ]);
  }
  const { pages = 0, drawing } = reply;
  return { pdf, pages, unmet: answers.unmet, ...(drawing === undefined ? {} : { drawing }) };
}

/** Names are of 127 bytes at most (ISO 32000-1 Annex C), with what stands before one. */
const longestName = 256;

/**
 * The PostScript names of the faces in a PDF of Typst, which writes font dictionaries outside object streams
 * (ISO 32000-1 §9.6.2, BaseFont; §9.6.4, the tag of a subset). Typst also finds the system's fonts, and a page that
 * used one would look otherwise on the next machine.
 */
function facesOf(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const faces: string[] = [];
  // A volume of some hundred letters has many megabytes: they are not made a text.
  for (let at = bytes.indexOf('/BaseFont'); at >= 0; at = bytes.indexOf('/BaseFont', at + 1)) {
    const entry = bytes.toString('latin1', at, at + longestName);
    const [, name] = /^\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/.exec(entry) ?? [];
    if (name !== undefined) faces.push(name.replace(/-Identity-[HV]$/, ''));
  }
  return faces;
}

function describe({ file, line, column, message }: TypesetDiagnostic): string {
  return file === undefined ? message : `${file}:${line ?? '?'}:${column ?? '?'}: ${message}`;
}

/** Stops the typesetter that waits for a next document. It also ends by itself with the process that started it. */
export function stopTypesetter(): void {
  current?.stop();
  current = undefined;
}

/**
 * The environment of the typesetter: no variable of ours, no folder in which packages could lie, and a proxy at a port
 * that cannot be listened on (RFC 6335 §6, port 0), through which every download fails before it is sent.
 */
export function typesetterEnvironment(folder: string, proxy = 'http://127.0.0.1:0'): Record<string, string> {
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];
  const folders = [
    'HOME',
    'XDG_CACHE_HOME',
    'XDG_DATA_HOME',
    'APPDATA',
    'LOCALAPPDATA',
    'TYPST_PACKAGE_PATH',
  ];
  return {
    ...Object.fromEntries(names.map((name) => [name, proxy])),
    ...Object.fromEntries(folders.map((name) => [name, folder])),
    // Of the C library, mallopt(3): with more than one pool of memory a volume takes a tenth more of it.
    MALLOC_ARENA_MAX: '1',
    // What is large is given back when it is freed, which saves some megabytes.
    MALLOC_MMAP_THRESHOLD_: '131072',
    NO_PROXY: '',
    no_proxy: '',
  };
}

/** Whether it is a volume of some hundred letters, which takes the typesetter seconds, and much memory. */
function isLarge({ files }: Request): boolean {
  return Object.values(files).reduce((sum, { length }) => sum + length, 0) > 1_000_000;
}

/** Memory that grows less is room that was made already. */
const muchMore = 1.2;

class Typesetter {
  readonly fonts: readonly Font[];
  readonly memoryLimit: number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'chancery-typst-'));
  readonly #child: ChildProcess;
  #memory = 0;
  /** What it held when this process last gave back memory for it, in megabytes; undefined where it never did. */
  #heldBefore: number | undefined;
  #complaint = '';
  #stopped = false;

  constructor(fonts: readonly Font[], memoryLimit: number) {
    this.fonts = fonts;
    this.memoryLimit = memoryLimit;
    this.#child = fork(program, {
      cwd: this.#folder,
      env: typesetterEnvironment(this.#folder),
      execArgv: ['--expose-gc'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.on('message', (message: Partial<Held>) => {
      this.#memory = message.memory ?? this.#memory;
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-4000);
    });
    this.#child.once('exit', () => rmSync(this.#folder, { recursive: true, force: true }));
    process.once('exit', this.#forget);
    this.#child.send({ fonts: fonts.map(({ bytes }) => bytes), memoryLimit });
    this.#rest();
  }

  get alive(): boolean {
    return (
      !this.#stopped &&
      this.#child.connected &&
      this.#child.exitCode === null &&
      this.#child.signalCode === null
    );
  }

  /** How many megabytes it held after its last document. */
  get memory(): number {
    return this.#memory;
  }

  readonly #forget = (): void => {
    this.#child.kill('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  };

  stop(): void {
    this.#stopped = true;
    process.off('exit', this.#forget);
    this.#forget();
  }

  /** An idle typesetter keeps nobody waiting: the process that started it may end. */
  #rest(): void {
    this.#child.unref();
    this.#child.channel?.unref();
    const complaints = this.#child.stderr;
    if (complaints instanceof Socket) complaints.unref();
  }

  /** How this process makes room: for the first large document it gives back all that it can, and once that is there, what it has let go of. */
  #roomFor(request: Request): () => void {
    const before = this.#heldBefore;
    if (!isLarge(request) || (before !== undefined && this.#memory < before * muchMore))
      return () => undefined;
    this.#heldBefore = this.#memory;
    return () => giveBackMemory({ compact: before === undefined });
  }

  /** What is answered: the document, and then what keeps it from the standard that it is tried by. */
  ask(
    request: Request,
    timeout: number,
    options: Pick<TypesetOptions, 'signal' | 'meanwhile'>,
  ): { readonly reply: Promise<Reply>; readonly unmet: Promise<readonly string[]> } {
    let unmet: Promise<readonly string[]> = Promise.resolve([]);
    const reply = new Promise<Reply>((resolve, reject) => {
      unmet = this.#answers(request, timeout, options, resolve);
      unmet.catch(reject);
    });
    return { reply, unmet };
  }

  async #answers(
    request: Request,
    timeout: number,
    { signal, meanwhile }: Pick<TypesetOptions, 'signal' | 'meanwhile'>,
    onReply: (reply: Reply) => void,
  ): Promise<readonly string[]> {
    const child = this.#child;
    child.ref();
    child.channel?.ref();
    let release = (): void => undefined;
    try {
      return await new Promise<readonly string[]>((resolve, reject) => {
        const give = (failure: 'timeout' | 'memory' | 'crash', message: string): void => {
          reject(new TypesetError(failure, message));
        };
        const onMessage = (message: unknown): void => {
          if (typeof message !== 'object' || message === null) return;
          const answer = message as Reply | Trial;
          if (answer.id !== request.id) return;
          if ('unmet' in answer) resolve(answer.unmet);
          else {
            onReply(answer);
            if (!answer.pdf || !request.meets) resolve([]);
          }
        };
        const onClose = (): void => {
          if (this.#complaint.includes('memory-limit')) {
            give(
              'memory',
              `Typesetting took more than ${this.memoryLimit} megabytes of memory and was stopped.`,
            );
          } else {
            const last = this.#complaint.trim().split('\n').slice(-3).join('\n');
            give('crash', `The typesetter ended unexpectedly.${last ? `\n${last}` : ''}`);
          }
        };
        const onError = (error: Error): void =>
          give('crash', `The typesetter could not be reached: ${error.message}`);
        const onAbort = (): void => {
          reject(signal?.reason instanceof Error ? signal.reason : new Error('Typesetting was cancelled.'));
          this.stop();
        };
        const clock = setTimeout(() => {
          give('timeout', `Typesetting took longer than ${timeout / 1000} seconds and was stopped.`);
          this.stop();
        }, timeout);
        child.on('message', onMessage);
        child.once('close', onClose);
        child.once('error', onError);
        signal?.addEventListener('abort', onAbort, { once: true });
        release = () => {
          clearTimeout(clock);
          child.off('message', onMessage);
          child.off('close', onClose);
          child.off('error', onError);
          signal?.removeEventListener('abort', onAbort);
        };
        const makeRoom = this.#roomFor(request);
        child.send(request, (error) => {
          if (error) return onError(error);
          makeRoom();
          try {
            meanwhile?.();
          } catch (failure) {
            reject(failure);
          }
        });
      });
    } finally {
      release();
      this.#rest();
    }
  }
}
