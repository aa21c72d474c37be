import { audit, commandLine } from '../../audit/audit.js';
import { openDatabase } from '../../database/open-database.js';
import { editionNamed } from '../edition-named.js';
import type { DatabaseOptions } from '../import-paths.js';
import { commitStream } from './commit-stream.js';
import { GitFailed, GitRepository } from './git-repository.js';
import { recordCommits } from './record-commits.js';

/** What was exported as a git repository. */
interface GitExport {
  readonly editionId: string;
  /** How many commits the history of the edition has. */
  readonly commits: number;
  /** How many of them the repository did not have before. */
  readonly added: number;
}

/** Where the history as it was exported last is kept, beside whatever branches there are. */
const exported = 'refs/chancery/exported';

/**
 * Gives an edition as a git repository with its working tree in `folder`: a commit for each entry of the letters’ histories, by their
 * authors, with all files where {@link exportEdition} writes them, and the schemas beside them. The same history gives the same commits, and a
 * later export only adds to them. What somebody has committed or changed in the folder is left alone: the export
 * is refused then. Works beside a running server.
 *
 * @throws {EditionUnknown}
 * @throws {GitFailed} when git is not there, or the folder holds something else
 */
export async function exportToGit(
  folder: string,
  options: DatabaseOptions & { readonly editionId?: string | undefined },
): Promise<GitExport> {
  const database = await openDatabase(options);
  try {
    const { prisma } = database;
    const editionId = await editionNamed(prisma, options.editionId, 'export');
    const repository = await GitRepository.openOrMake(folder);
    const { all } = await recordCommits(prisma, editionId);
    const before = await countOf(repository, exported);
    await takeIn(repository, folder, commitStream(prisma, editionId, exported));
    await moveOn(repository, folder);
    await audit(prisma, {
      editionId,
      actor: commandLine,
      action: 'edition-exported',
      details: { commits: all },
    });
    return { editionId, commits: all, added: all - before };
  } finally {
    await database.close();
  }
}

async function countOf(repository: GitRepository, ref: string): Promise<number> {
  const there = await repository.run(['for-each-ref', '--format=%(objectname)', ref]);
  return there === '' ? 0 : Number(await repository.run(['rev-list', '--count', ref]));
}

async function takeIn(
  repository: GitRepository,
  folder: string,
  stream: AsyncIterable<Uint8Array>,
): Promise<void> {
  try {
    await repository.run(['fast-import', '--quiet', '--done'], { input: stream });
  } catch (error) {
    // git-fast-import(1), “--force”: without it, no reference is led away from what it pointed to.
    if (!(error instanceof GitFailed && error.message.includes('does not contain'))) throw error;
    throw new GitFailed(
      `${folder} holds the history of another edition, or of another database. Export into another folder.`,
    );
  }
}

/** Moves the branch that is checked out, and its files, to what was exported. */
async function moveOn(repository: GitRepository, folder: string): Promise<void> {
  try {
    await repository.run(['merge', '--quiet', '--ff-only', exported]);
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    throw new GitFailed(
      `The history was exported to ${exported} in ${folder}; the branch that is checked out stays as it is, because it was changed there. ` +
        `Merge ${exported} into it, or export into another folder. ${error.message}`,
    );
  }
}
