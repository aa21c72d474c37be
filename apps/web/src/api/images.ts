import type {
  AddedImage,
  KnownImages,
  LetterImages,
  PageImageAnswer,
  PageImageChange,
  PageImageList,
  ReadingSoFar,
} from '@chancery/server/api';
import { ask } from './ask.js';
import { api } from './client.js';

const { images } = api.editions[':editionId'];

/** How many leaves come at once. */
const atOnce = 100;

/** Leaves of the volume, from a place on. */
export async function getImages(editionId: string, offset: number): Promise<PageImageList> {
  const query = { offset: String(offset), limit: String(atOnce) };
  return (await images.$get({ param: { editionId }, query })).json();
}

/** What of these files the server has already. */
export async function getKnown(editionId: string, files: string[]): Promise<KnownImages> {
  return (await images.known.$post({ param: { editionId }, json: { files } })).json();
}

/** Sends a part of a file. */
export async function putPart(
  editionId: string,
  { sha256, part, content }: { readonly sha256: string; readonly part: number; readonly content: Blob },
  signal: AbortSignal,
): Promise<void> {
  const path = `/api/editions/${encodeURIComponent(editionId)}/images/parts/${sha256}/${part}`;
  await ask(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: content,
    signal,
  });
}

/** How far the server is in reading a file. */
export async function getReading(editionId: string, sha256: string): Promise<ReadingSoFar> {
  return (await images.reading[':sha256'].$get({ param: { editionId, sha256 } })).json();
}

/** Makes a file whose parts were sent a leaf. */
export async function addImage(
  editionId: string,
  sent: { sha256: string; name: string; parts: number },
): Promise<AddedImage> {
  return (await images.$post({ param: { editionId }, json: sent })).json();
}

/** Puts a leaf behind another one; null puts it before all. */
export async function orderImage(editionId: string, image: string, after: string | null): Promise<void> {
  await images.order.$post({ param: { editionId }, json: { image, after } });
}

/** Changes what is told of a leaf. */
export async function patchImage(imageId: string, change: PageImageChange): Promise<PageImageAnswer> {
  return (await api.images[':imageId'].$patch({ param: { imageId }, json: change })).json();
}

export async function deleteImage(imageId: string): Promise<void> {
  await api.images[':imageId'].$delete({ param: { imageId } });
}

/** The leaves of a letter. */
export async function getLetterImages(letterId: string): Promise<LetterImages> {
  return (await api.letters[':letterId'].images.$get({ param: { letterId } })).json();
}

/** Enters leaves in the facsimile of a letter; answers what its text points to each of them with. */
export async function putFacsimile(letterId: string, imageIds: string[]): Promise<string[]> {
  return (
    await (await api.letters[':letterId'].facsimile.$put({ param: { letterId }, json: { imageIds } })).json()
  ).facs;
}
