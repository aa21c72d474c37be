import { setImmediate as breathe } from 'node:timers/promises';
import { errataBetween } from '@chancery/publishing/edition';
import type { ReleaseChanges } from '../contract/release.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { readPrintedFiles } from '../publishing/edition-source.js';
import { lettersToCheck } from './letters-to-check.js';
import { fileDigest } from './release-digest.js';

/** A file of an edition in one of its states. */
interface FileThen {
  readonly letterId: string;
  readonly name: string;
  readonly sha256: string;
  readonly source: string;
}

/**
 * What has become of the texts since a release: per letter, as a list of errata, word by word from the reading texts.
 *
 * @param to another release; undefined for the edition as it stands now
 * @throws {HttpProblem} `not-found` for a release that there is not
 */
export async function releaseChanges(
  { prisma, pool }: Pick<House, 'prisma' | 'pool'>,
  editionId: string,
  since: string,
  to: string | undefined,
): Promise<ReleaseChanges> {
  const filesOf = async (number: string): Promise<FileThen[]> => {
    const release = await prisma.release.findUnique({
      where: { editionId_number: { editionId, number } },
      select: { files: { orderBy: { place: 'asc' }, include: { text: true } } },
    });
    if (!release) throw new HttpProblem('not-found', `There is no release ${number}.`);
    return release.files.map(({ text, ...file }) => ({ ...file, source: text.source }));
  };
  const filesNow = async (): Promise<FileThen[]> =>
    (await readPrintedFiles(prisma, editionId)).map((file) => ({ ...file, sha256: fileDigest(file) }));
  const before = new Map((await filesOf(since)).map((file) => [file.letterId, file]));
  const after = await (to === undefined ? filesNow() : filesOf(to));
  const names = new Map((await lettersToCheck(pool, editionId)).map(({ id, name }) => [id, name]));
  const nameOf = ({ letterId, name }: FileThen) => names.get(letterId) ?? name;
  const letters: ReleaseChanges['letters'] = [];
  for (const file of after) {
    const { letterId } = file;
    const earlier = before.get(letterId);
    before.delete(letterId);
    if (earlier?.sha256 === file.sha256) continue;
    const errata = earlier ? errataBetween(earlier.source, file.source) : [];
    const kind = !earlier ? 'added' : errata.length > 0 ? 'changed' : 'encoding';
    letters.push({ letterId, name: nameOf(file), kind, errata });
    // Of a large edition with many changes: others are served meanwhile.
    await breathe();
  }
  for (const file of before.values())
    letters.push({ letterId: file.letterId, name: nameOf(file), kind: 'removed', errata: [] });
  return { since, to: to ?? null, letters };
}
