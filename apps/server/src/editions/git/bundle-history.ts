import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { PrismaClient } from '../../generated/client.js';
import { commitStream } from './commit-stream.js';
import { GitRepository } from './git-repository.js';
import { recordCommits } from './record-commits.js';

/** The history of an edition in one file of git. */
export interface HistoryBundle {
  /** How many commits it has. */
  readonly commits: number;
  readonly bytes: number;
  /** The file, which is forgotten once it was read or whoever reads it has gone. */
  readonly stream: ReadableStream<Uint8Array>;
}

/** The branch that a clone of a bundle has. */
const branch = 'refs/heads/main';

/**
 * Gives an edition as a git bundle (gitformat-bundle(5)): the same commits as {@link exportToGit}, of which `git clone` makes a
 * repository. It is made in a folder of its own, which is removed with it.
 *
 * @param signal ends the making of it
 * @throws {GitFailed} when git is not there, or was ended
 */
export async function bundleHistory(
  prisma: PrismaClient,
  editionId: string,
  signal: AbortSignal,
): Promise<HistoryBundle> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-bundle-'));
  const forget = () => rm(folder, { recursive: true, force: true });
  try {
    const repository = await GitRepository.openOrMake(join(folder, 'repository'));
    const { all } = await recordCommits(prisma, editionId);
    const commits = commitStream(prisma, editionId, branch);
    await repository.run(['fast-import', '--quiet', '--done'], { input: commits, signal });
    const file = join(folder, 'history.bundle');
    await repository.run(['bundle', 'create', '--quiet', file, 'HEAD', branch], { signal });
    const { size } = await stat(file);
    const read = createReadStream(file);
    read.once('close', () => void forget());
    return { commits: all, bytes: size, stream: Readable.toWeb(read) as ReadableStream<Uint8Array> };
  } catch (error) {
    await forget();
    throw error;
  }
}
