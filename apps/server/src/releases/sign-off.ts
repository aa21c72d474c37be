import type { ReleaseRequest } from '../contract/release.js';
import { HttpProblem } from '../errors/http-problem.js';
import type { House } from '../house.js';
import { readEditionImages } from '../publishing/edition-images.js';
import {
  editionSourceOf,
  NotPublishable,
  type PrintedFile,
  readPrintedFiles,
} from '../publishing/edition-source.js';
import { freezeEdition } from './freeze-edition.js';
import { readPreflight } from './preflight.js';
import { keepReleasedImages, type ReleasedImage } from './released-images.js';

/**
 * Signs an edition off as a release: freezes its texts and has all outputs made of them. It is out when they are there.
 *
 * @throws {HttpProblem} `stale` when the preflight says something else than what was read; `conflict` when it stands against a release,
 *   when a warning was not acknowledged, when the number is used, or the press is at work
 */
export async function signOff(
  house: Pick<House, 'prisma' | 'pool' | 'indexer' | 'press' | 'images'>,
  editionId: string,
  by: { readonly id: string; readonly name: string },
  { number, note, acknowledged, preflight: read }: ReleaseRequest,
): Promise<{ id: string }> {
  // Before the preflight, so that what is changed meanwhile is not in it unseen: the later of the two would be stale.
  const files = await readPrintedFiles(house.prisma, editionId);
  const { checks, digest } = await readPreflight(house, editionId);
  if (digest !== read)
    throw new HttpProblem(
      'stale',
      'The preflight finds something else by now. Look at it again before you release.',
    );
  const wrong = checks.filter(({ state }) => state === 'error');
  if (wrong.length > 0)
    throw new HttpProblem(
      'conflict',
      `This stands against a release: ${wrong.map(({ name }) => name).join(', ')}. See the preflight.`,
    );
  const warned = checks.filter(({ state }) => state === 'warning');
  const open = warned.filter(({ code }) => !acknowledged.includes(code));
  if (open.length > 0)
    throw new HttpProblem(
      'conflict',
      `Acknowledge what the preflight warns of first: ${open.map(({ name }) => name).join(', ')}.`,
    );
  const { versions, current } = await versionsNow(house, editionId, files);
  if (versions !== current)
    throw new HttpProblem('stale', 'A letter was changed just now. Look at the preflight again.');
  const images = await imagesOf(house, editionId, files);
  const kept = warned.map(({ code, name, words, places, more }) => ({
    code,
    name,
    words: `${words} (${places.length + more})`,
  }));
  return house.press.release(editionId, by, (tx) =>
    freezeEdition(tx, { editionId, number, note, by, files, images, acknowledged: kept }),
  );
}

/**
 * The images of the copy that go out with the texts, kept.
 *
 * @throws {HttpProblem} `conflict` for one that cannot be read any more, `not-ready` where the store of the images is out of reach
 */
async function imagesOf(
  house: Pick<House, 'prisma' | 'images'>,
  editionId: string,
  files: readonly PrintedFile[],
): Promise<ReleasedImage[]> {
  try {
    const shown = await readEditionImages(house, editionId, editionSourceOf(files));
    return await keepReleasedImages(house.images, shown);
  } catch (error) {
    throw error instanceof NotPublishable ? new HttpProblem('conflict', error.message) : error;
  }
}

/** The versions of the texts that were read, and of those that stand now. */
async function versionsNow(
  { prisma }: Pick<House, 'prisma'>,
  editionId: string,
  files: readonly { readonly letterId: string; readonly version: number }[],
): Promise<{ versions: string; current: string }> {
  const now = await prisma.letter.findMany({ where: { editionId }, select: { id: true, version: true } });
  const said = (of: readonly { id: string; version: number }[]) =>
    of
      .map(({ id, version }) => `${id} ${version}`)
      .sort()
      .join('\n');
  return {
    versions: said(files.map(({ letterId, version }) => ({ id: letterId, version }))),
    current: said(now),
  };
}
