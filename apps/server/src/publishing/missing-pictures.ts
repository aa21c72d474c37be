import { setImmediate } from 'node:timers/promises';
import type { EditionSource, PublishPlace } from '@chancery/publishing';
import {
  type ImageKinds,
  isWebAddress,
  mayShowImages,
  namedImages,
  pathFrom,
  readVolume,
} from '@chancery/tei';
import { lineAndColumn, parseTree } from '@chancery/xml';
import type { PrismaClient } from '../generated/client.js';

/** What is told of a picture that a text names and the edition does not have; as `PublishReport` of @chancery/publishing has it. */
export interface MissingPicture extends PublishPlace {
  readonly code: 'missing-picture';
  readonly message: string;
}

/**
 * The pictures that the files of an edition name by a path that no picture of it has, each with its place there: in print and on the web what it
 * is called stands in its place. None where the volume leaves pictures out. Each file is read by itself, so that nobody who is editing waits for it.
 */
export async function missingPictures(
  prisma: PrismaClient,
  editionId: string,
  { volume, letters }: EditionSource,
  { kinds, signal }: { readonly kinds: ImageKinds; readonly signal: AbortSignal },
): Promise<MissingPicture[]> {
  if (readVolume(volume.source).leavesImagesOut) return [];
  const kept = await prisma.pageImage.findMany({ where: { editionId }, select: { path: true } });
  const paths = new Set(kept.map(({ path }) => path));
  const missing: MissingPicture[] = [];
  for (const { path: file, source } of [volume, ...letters]) {
    if (!mayShowImages(source)) continue;
    for (const { url, start } of namedImages(parseTree(source), kinds)) {
      if (isWebAddress(url) || paths.has(pathFrom(file, url))) continue;
      missing.push({
        code: 'missing-picture',
        message: `The image “${url}” is not there, and is not shown. Add it, or mend its name.`,
        file,
        ...lineAndColumn(source, start),
      });
    }
    await setImmediate(undefined, { signal });
  }
  return missing;
}
