import { imageServiceOf, wholePicture } from '@chancery/tei';
import type { ManifestLeaves } from '../../contract/manifest.js';
import { type ImageHosts, refusedHost } from './image-hosts.js';
import { jsonDepth } from './json-depth.js';
import {
  collection,
  type ManifestImage,
  type ManifestService,
  manifest2,
  manifest3,
} from './manifest-schemas.js';

/** How much of manifests is read. */
export const manifestLimits = { bytes: 16 * 1024 * 1024, milliseconds: 20_000, depth: 40, leaves: 2_000 };

/** A text is no manifest whose leaves can be shown; `message` says what it is. */
export class NoManifest extends Error {
  override readonly name = 'NoManifest';
}

/**
 * The leaves that a manifest of the IIIF Presentation API 2.1 or 3.0 tells of, in its order: those of its first sequence.
 *
 * @throws {NoManifest}
 */
export function readManifest(text: string, hosts: ImageHosts): Omit<ManifestLeaves, 'address'> {
  const value = jsonOf(text);
  if (collection.safeParse(value).success)
    throw new NoManifest(
      'This is a collection, which lists manifests. Give the address of one of the manifests in it.',
    );
  const three = manifest3.safeParse(value);
  const two = three.success ? undefined : manifest2.safeParse(value);
  const { label, canvases } = three.success
    ? { label: three.data.label, canvases: three.data.items.map(ofThree) }
    : two?.success
      ? { label: two.data.label, canvases: (two.data.sequences[0]?.canvases ?? []).map(ofTwo) }
      : notOne();
  if (canvases.length > manifestLimits.leaves)
    throw new NoManifest(
      `The manifest has ${canvases.length} leaves; at most ${manifestLimits.leaves} are taken from one.`,
    );
  if (canvases.length === 0) throw new NoManifest('The manifest has no leaves.');
  const leaves = canvases.map((canvas) => leafOf(canvas, hosts));
  return { label: wordsOf(label), leaves };
}

function jsonOf(text: string): unknown {
  try {
    const bare = text.replace(/^\uFEFF/, '');
    if (jsonDepth(bare) <= manifestLimits.depth) return JSON.parse(bare);
  } catch {
    throw new NoManifest(
      'What is at this address is no IIIF manifest, but perhaps a page that shows one. Look on it for the address of the manifest.',
    );
  }
  return notOne();
}

function notOne(): never {
  throw new NoManifest(
    'What is at this address is no manifest of the IIIF Presentation API 2.1 or 3.0. Look for the address of the manifest at the house that keeps the images.',
  );
}

interface Canvas {
  readonly label?: readonly string[] | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly thumbnail: string | undefined;
  readonly images: readonly ManifestImage[];
}

type Canvas3 = (typeof manifest3)['_output']['items'][number];
type Canvas2 = (typeof manifest2)['_output']['sequences'][number]['canvases'][number];

function ofThree({ items, thumbnail, ...canvas }: Canvas3): Canvas {
  const bodies = (items ?? []).flatMap((page) => page.items.flatMap(({ body }) => body ?? []));
  const images = bodies.flatMap((body) => body ?? []);
  return { ...canvas, thumbnail: addressOf(thumbnail?.[0]), images };
}

function ofTwo({ images, thumbnail, ...canvas }: Canvas2): Canvas {
  return {
    ...canvas,
    thumbnail: addressOf(thumbnail?.[0]),
    images: (images ?? []).flatMap(({ resource }) => resource ?? []),
  };
}

/** A leaf as it can be linked, or why it cannot. */
function leafOf(canvas: Canvas, hosts: ImageHosts): ManifestLeaves['leaves'][number] {
  const [image] = canvas.images;
  const label = wordsOf(canvas.label).slice(0, 60);
  const picture = image && pictureOf(image);
  const [service] = image?.service ?? [];
  const width = image?.width ?? service?.width ?? canvas.width;
  const height = image?.height ?? service?.height ?? canvas.height;
  const none = { label, picture: null, width: 0, height: 0, thumbnail: null };
  if (!picture || width === undefined || height === undefined)
    return { ...none, refused: 'It has no image that could be shown.' };
  const refused = refusedHost(hosts, picture);
  if (refused !== undefined) return { ...none, refused };
  const thumbnail = [canvas.thumbnail, smallOf(picture)].find(
    (each) => each !== undefined && refusedHost(hosts, each) === undefined,
  );
  return {
    label,
    picture,
    width: Math.round(width),
    height: Math.round(height),
    thumbnail: thumbnail ?? null,
    refused: null,
  };
}

/** The address of a picture as TEI has it: by its service, where it has one. */
function pictureOf(image: ManifestImage): string | undefined {
  for (const service of image.service ?? []) {
    const id = addressOf(service)
      ?.replace(/\/info\.json$/, '')
      .replace(/\/+$/, '');
    const version = versionOf(service);
    if (id !== undefined && version !== undefined) return normal(wholePicture({ id, version }));
  }
  const own = addressOf(image);
  const isPicture = own !== undefined && (!imageServiceOf(own) || /\/0\/\w+\.\w+$/.test(own));
  return isPicture ? normal(own) : undefined;
}

function versionOf({ type, '@type': oldType, '@context': context, profile }: ManifestService) {
  const told = `${type ?? ''} ${oldType ?? ''} ${JSON.stringify([context, profile])}`;
  if (/ImageService3|\/image\/3\//.test(told)) return 3;
  return /ImageService2|\/image\/2\//.test(told) ? 2 : undefined;
}

function smallOf(picture: string): string {
  const service = imageServiceOf(picture);
  return service ? `${service.id}/full/160,/0/default.jpg` : picture;
}

function normal(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).href : undefined;
}

function addressOf(
  resource: { readonly id?: string | undefined; readonly '@id'?: string | undefined } | undefined,
): string | undefined {
  return resource?.id ?? resource?.['@id'];
}

/** Words of a label without the marks that it may have (Presentation API 3.0, 4.5), on one line. */
function wordsOf(label: readonly string[] | undefined): string {
  return (label?.[0] ?? '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
