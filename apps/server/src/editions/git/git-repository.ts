import { spawn } from 'node:child_process';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** git is not there, or does not do what is asked; `message` says why and what to do. */
export class GitFailed extends Error {
  override readonly name = 'GitFailed';
}

/** So much of what git complains of is told. */
const mostTold = 2_000;

/** A git repository with a working tree. git itself does the work, in processes of its own. */
export class GitRepository {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * The repository whose working tree is a folder; it is made where the folder is empty or not there yet.
   *
   * @throws {GitFailed}
   */
  static async openOrMake(folder: string): Promise<GitRepository> {
    const repository = new GitRepository(resolve(folder));
    if (await isRepository(repository.folder)) return repository;
    const there = await readdir(repository.folder).catch(() => []);
    if (there.length > 0) {
      throw new GitFailed(
        `${folder} holds files and is no git repository. Name a folder that is empty or not there yet, or one that was exported to with --git before.`,
      );
    }
    await mkdir(repository.folder, { recursive: true });
    await repository.run(['init', '--quiet', '--template=', '--initial-branch=main', '.']);
    return repository;
  }

  /** The repository whose working tree is a folder; undefined where there is none. */
  static async at(folder: string): Promise<GitRepository | undefined> {
    const repository = new GitRepository(resolve(folder));
    return (await isRepository(repository.folder)) ? repository : undefined;
  }

  /**
   * Runs git in the repository, and answers what it writes.
   *
   * @param options.input is given to it
   * @param options.signal ends it
   * @throws {GitFailed} when it cannot be run or does not succeed
   */
  async run(
    args: readonly string[],
    { input, signal }: { readonly input?: AsyncIterable<Uint8Array>; readonly signal?: AbortSignal } = {},
  ): Promise<string> {
    const child = spawn('git', ['-c', 'core.autocrlf=false', '-c', `core.hooksPath=${noHooks}`, ...args], {
      cwd: this.folder,
      env: {
        ...withoutGit(process.env),
        GIT_DIR: join(this.folder, '.git'),
        GIT_LITERAL_PATHSPECS: '1',
        LC_ALL: 'C',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    const said: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (data: Buffer) => said.push(data));
    child.stderr.on('data', (data: Buffer) => {
      complaint = (complaint + data.toString('utf8')).slice(-mostTold);
    });
    const ended = new Promise<number | null>((done, fail) => {
      child.once('error', (error: NodeJS.ErrnoException) => fail(notRun(error)));
      child.once('close', done);
    });
    // Whoever ends first: git that refuses what it is given closes its input, and its exit says why.
    const given = pipeline(Readable.from(input ?? []), child.stdin).then(
      () => undefined,
      (error: unknown) => error,
    );
    const status = await ended;
    const error = await given;
    if (error !== undefined && !isBrokenPipe(error)) throw error;
    if (status !== 0) throw new GitFailed(`git ${args[0]} failed: ${complaint.trim() || `status ${status}`}`);
    return Buffer.concat(said).toString('utf8');
  }
}

/** No folder has hooks of this name: exporting runs nobody’s programs. */
const noHooks = '/dev/null';

async function isRepository(folder: string): Promise<boolean> {
  return stat(join(folder, '.git')).then(
    () => true,
    () => false,
  );
}

/** What the caller’s own git was told of another repository is not meant here. */
function withoutGit(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
}

function notRun(error: NodeJS.ErrnoException): Error {
  if (error.name === 'AbortError')
    return new GitFailed('git was ended: it took too long, or nobody waited for it any more.');
  return error.code === 'ENOENT'
    ? new GitFailed('git was not found on this computer. Install git 2.28 or later, or export without --git.')
    : new GitFailed(`git could not be run: ${error.message}`);
}

function isBrokenPipe(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET';
}
