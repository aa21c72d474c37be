import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName } from '@chancery/importing/archive';
import { z } from 'zod';
import type { PrismaClient } from '../../generated/client.js';
import { commitTrailer } from '../git/fast-import.js';
import { GitRepository } from '../git/git-repository.js';
import { recordedCommits } from '../git/recorded-commit.js';

const manifest = z.object({
  edition: z.string(),
  /** The version of each letter, by its name. */
  versions: z.record(z.string(), z.number().int().nonnegative()),
});

/** It cannot be told what a folder was exported from; `message` says why and what to do. */
export class NotExported extends Error {
  override readonly name = 'NotExported';
}

/** Who changed a file, and why, as far as the folder knows. */
interface Changed {
  readonly email: string;
  readonly subject: string;
}

/** What a folder was exported from. */
export interface ExportedFrom {
  readonly editionId: string;
  /** The version of a letter that was exported; undefined for one that was not. */
  versionOf(letter: { readonly id: string; readonly name: string }): number | undefined;
  /** Who changed a file since, by its path; undefined where that was not recorded. */
  changed(path: string): Promise<Changed | undefined>;
}

/** What {@link ExportedFrom} reads again. */
export function manifestText(editionId: string, versions: ReadonlyMap<string, number>): string {
  const told = { edition: editionId, versions: Object.fromEntries(versions) };
  return `${JSON.stringify(manifest.parse(told), undefined, 2)}\n`;
}

/**
 * Finds out what a folder was exported from: a git repository by its history, another folder by the file beside its letters.
 *
 * @throws {NotExported}
 */
export async function exportedFrom(prisma: PrismaClient, folder: string): Promise<ExportedFrom> {
  const repository = await GitRepository.at(folder);
  if (repository) return fromHistory(prisma, repository, folder);
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new NotExported(
      `${folder} has no ${manifestName} and no history in git: what was changed in it cannot be told. Name a folder that was written by chancery export, or import without --update.`,
    );
  }
  return exportedFromManifest(text, join(folder, manifestName));
}

/**
 * The same by what {@link manifestText} has written.
 *
 * @param called what it is called where it cannot be read
 * @throws {NotExported}
 */
export function exportedFromManifest(text: string, called: string): ExportedFrom {
  const told = readManifest(text);
  if (!told) {
    throw new NotExported(`${called} cannot be read. Put back the file that was exported with the letters.`);
  }
  const versions = new Map(Object.entries(told.versions));
  return {
    editionId: told.edition,
    versionOf: ({ name }) => versions.get(name),
    changed: async () => undefined,
  };
}

function readManifest(text: string): z.infer<typeof manifest> | undefined {
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function fromHistory(
  prisma: PrismaClient,
  repository: GitRepository,
  folder: string,
): Promise<ExportedFrom> {
  const format = `--format=%H %(trailers:key=${commitTrailer},valueonly,separator=%x20)`;
  const commits = (await repository.run(['log', format, 'HEAD'])).split('\n').flatMap((line) => {
    const [, commit, editionId, place] = /^(\S+) (.+) (\d+)$/u.exec(line) ?? [];
    return commit && editionId && place ? [{ commit, editionId, place: Number(place) }] : [];
  });
  // Who merges a later export into a branch has its commits too: the latest of them is what the files stand upon.
  const last = commits.toSorted((a, b) => b.place - a.place)[0];
  if (!last) {
    throw new NotExported(`The history of ${folder} has no commit of chancery export --git.`);
  }
  const versions = new Map<string, number>();
  for await (const { place, files } of recordedCommits(prisma, last.editionId)) {
    if (place > last.place) break;
    for (const file of files) if ('letterId' in file) versions.set(file.letterId, file.version);
  }
  return {
    editionId: last.editionId,
    versionOf: ({ id }) => versions.get(id),
    async changed(path) {
      // What is not committed yet is nobody’s.
      if ((await repository.run(['status', '--porcelain', '--', path])) !== '') return undefined;
      const said = await repository.run([
        'log',
        '-1',
        '--format=%ae%n%s',
        `${last.commit}..HEAD`,
        '--',
        path,
      ]);
      const [email = '', subject = ''] = said.split('\n');
      return email === '' ? undefined : { email, subject };
    },
  };
}
