import { setImmediate as breathe } from 'node:timers/promises';
import { compareBlocks, type Row, type Run, readingOf } from '@chancery/collation';
import { openLetter, readingBlocks } from '@chancery/prosemirror-tei';
import type { Erratum, ReleaseChanges } from '../contract/release.js';
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

/** The places at which a text reads otherwise than before. */
function errataBetween(before: string, after: string): Erratum[] {
  const [one, other] = [before, after].map((source) => readingBlocks(openLetter(source).doc));
  return compareBlocks(one ?? [], other ?? []).flatMap(errataOf);
}

/** Words beside a place that reads otherwise, by which it is found. */
const around = 3;

function errataOf(row: Row): Erratum[] {
  if (row.kind === 'same' || row.kind === 'gone') return [];
  const where = row.other?.label || row.one?.label || 'text';
  if (row.kind === 'moved') {
    const [was, is] = [textOf(readingOf(row, 'one')), textOf(readingOf(row, 'other'))];
    return [{ where: `${where}, moved`, was, is }];
  }
  const errata: { where: string; was: string; is: string }[] = [];
  let kept = '';
  let changing = false;
  for (const piece of row.pieces) {
    if ('block' in piece) continue;
    const words = textOf(piece.runs);
    const last = errata.at(-1);
    if (piece.kind === 'same' || piece.kind === 'marked') {
      if (last && changing) {
        const after = words
          .split(/(?<=\s)/)
          .slice(0, around)
          .join('');
        last.was += after;
        last.is += after;
      }
      kept = words
        .split(/(?<=\s)/)
        .slice(-around)
        .join('');
      changing = false;
      continue;
    }
    const erratum = last && changing ? last : { where, was: kept, is: kept };
    if (erratum !== last) errata.push(erratum);
    erratum[piece.kind === 'deleted' ? 'was' : 'is'] += words;
    changing = true;
  }
  // What is left are changes of elements and spaces, which nobody reads.
  return errata
    .map((each) => ({ where: each.where, was: each.was.trim(), is: each.is.trim() }))
    .filter(({ was, is }) => folded(was) !== folded(is));
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

const folded = (words: string) => words.replaceAll(/\s+/g, ' ');
