import { type ImageService, imageServiceOf, isWebAddress, type LeafView, wholePicture } from '@chancery/tei';
import type { EditionImage } from '../edition-source.js';
import { imagePath, type ShownImage } from '../images/shown-images.js';
import type { PublishedLetter } from '../parts/published-letters.js';
import { letterAddress, teiAddress } from '../parts/site-of.js';
import { serviceId, wholePath } from './static-image.js';

/** What the manifests of an edition have in common. */
export interface ManifestSettings {
  /** Where the edition is served: manifests are named by their addresses. */
  readonly site: string;
  readonly title: string;
  readonly language: string | undefined;
  readonly licence: string | undefined;
  readonly publisher: string | undefined;
  /** Whether a published picture has a service. */
  readonly isServed: (image: EditionImage) => boolean;
}

const context = 'http://iiif.io/api/presentation/3/context.json';

/** A canvas of a page whose size nobody has told. */
const unknownSize = { width: 1200, height: 1600 };

/** The address of a letter’s manifest. */
function manifestAddress(site: string, id: string): string {
  return `${letterAddress(site, id)}manifest.json`;
}

/**
 * A letter with pictures of its pages as viewers of manuscripts take it: a manifest of the IIIF Presentation API 3.0.
 * Undefined for a letter of which no picture is on the web or in the publication.
 */
export function makeManifest(
  letter: PublishedLetter,
  images: readonly ShownImage[],
  settings: ManifestSettings,
): object | undefined {
  const { id, metadata, heading } = letter;
  const there = images.filter(({ url, published }) => published !== undefined || isWebAddress(url));
  if (there.length === 0) return undefined;
  const { site, licence, publisher } = settings;
  const address = manifestAddress(site, id);
  const language = metadata.language ?? settings.language ?? 'none';
  const fact = (label: string, words: readonly string[]) =>
    words.length === 0 ? [] : [{ label: { en: [label] }, value: { none: words } }];
  const rights = licence === undefined ? undefined : rightsOf(licence);
  return {
    '@context': context,
    id: address,
    type: 'Manifest',
    label: { [language]: [heading] },
    metadata: [
      ...fact(
        'From',
        metadata.senders.map(({ name }) => name),
      ),
      ...fact(
        'To',
        metadata.addressees.map(({ name }) => name),
      ),
      ...fact('Date', [metadata.date?.printed || (metadata.date?.when ?? '')].filter(Boolean)),
      ...fact('Edition', [settings.title]),
    ],
    ...(rights === undefined ? {} : { rights }),
    ...navDateOf(metadata.date?.when),
    ...(publisher === undefined
      ? {}
      : {
          requiredStatement: { label: { en: ['Published by'] }, value: { none: [publisher] } },
          provider: [providerOf(publisher, settings)],
        }),
    homepage: [
      {
        id: letterAddress(site, id),
        type: 'Text',
        label: { en: ['The letter in the edition'] },
        format: 'text/html',
      },
    ],
    seeAlso: [
      {
        id: teiAddress(site, id),
        type: 'Dataset',
        label: { en: ['The letter in TEI'] },
        format: 'application/tei+xml',
      },
    ],
    partOf: [{ id: `${site}manifests.json`, type: 'Collection' }],
    items: there.map((image, index) => canvas(image, letterAddress(site, id), index + 1, settings)),
  };
}

/** By which viewers put manuscripts on a line of time: a moment, so that only a day of our calendar says one. */
function navDateOf(when: string | undefined): { readonly navDate?: string } {
  const isDay = when !== undefined && /^\d{4}-\d\d-\d\d$/.test(when) && !Number.isNaN(Date.parse(when));
  return isDay ? { navDate: `${when}T00:00:00Z` } : {};
}

function providerOf(publisher: string, { site, title, language = 'none' }: ManifestSettings): object {
  return {
    id: site,
    type: 'Agent',
    label: { none: [publisher] },
    homepage: [{ id: site, type: 'Text', label: { [language]: [title] }, format: 'text/html' }],
  };
}

/** What of a picture is the page, turned as it is read: by the selector that the Image API has for that (Presentation API 3.0, 5.6). */
function canvas(image: ShownImage, letter: string, place: number, settings: ManifestSettings): object {
  const { url, label, alt, view, published } = image;
  const size = image.width !== undefined && image.height !== undefined ? image : published;
  const { width = unknownSize.width, height = unknownSize.height } = size
    ? { width: Math.round(size.width ?? 0) || 1, height: Math.round(size.height ?? 0) || 1 }
    : unknownSize;
  const seen = view && (view.rotation !== 0 || view.crop) ? seenOf(view, { width, height }) : undefined;
  const id = `${letter}canvas/page-${place}`;
  const whole = published ? publishedImage(published, settings) : { ...imageOf(url), width, height };
  return {
    id,
    type: 'Canvas',
    label: { none: [label ?? String(place)] },
    ...(alt === undefined ? {} : { summary: { none: [alt] } }),
    ...(seen?.size ?? { width, height }),
    items: [
      {
        id: `${id}/images`,
        type: 'AnnotationPage',
        items: [
          {
            id: `${id}/image`,
            type: 'Annotation',
            motivation: 'painting',
            body: seen
              ? {
                  id: `${id}/image/part`,
                  type: 'SpecificResource',
                  source: whole,
                  selector: { type: 'ImageApiSelector', ...seen.selector },
                }
              : whole,
            target: id,
          },
        ],
      },
    ],
  };
}

/** The size of what is seen of a picture, and how the Image API makes it (4.1 “pct:”, which is right in whatever unit, and 4.3). */
function seenOf(
  { rotation, crop }: LeafView,
  whole: { readonly width: number; readonly height: number },
): { readonly size: { readonly width: number; readonly height: number }; readonly selector: object } {
  const { left, top, width, height } = crop ?? { left: 0, top: 0, ...whole };
  const share = (part: number, of: number) => Math.round((100_000 * part) / of) / 1_000;
  const region = [
    share(left, whole.width),
    share(top, whole.height),
    share(width, whole.width),
    share(height, whole.height),
  ].join();
  return {
    size: rotation % 180 === 90 ? { width: height, height: width } : { width, height },
    selector: {
      ...(crop ? { region: `pct:${region}` } : {}),
      ...(rotation === 0 ? {} : { rotation: String(rotation) }),
    },
  };
}

/** A picture that stands in the publication, with its service where it has one. */
function publishedImage(image: EditionImage, { site, isServed }: ManifestSettings): object {
  const { width, height } = image;
  const picture = { type: 'Image', format: 'image/jpeg', width, height };
  if (!isServed(image)) return { id: site + imagePath(image), ...picture };
  const service = { id: serviceId(image, site), type: 'ImageService3', profile: 'level0' };
  return { id: site + wholePath(image), ...picture, service: [service] };
}

/** A picture, with the service that makes others of it where it is one of such. */
function imageOf(url: string): object {
  const made = imageServiceOf(url);
  if (!made) return { id: url, type: 'Image', format: formatOf(url) };
  const id = /\/(?:default|native)\.\w+$/.test(url) ? url : wholePicture(made);
  return { id, type: 'Image', format: formatOf(id), service: [service(made)] };
}

/** A service of the Image API 2 is named as that API names itself (Presentation API 3.0, 4.5, “service”). */
function service({ id, version }: ImageService): object {
  return version === 3
    ? { id, type: 'ImageService3', profile: 'level1' }
    : { '@id': id, '@type': 'ImageService2', profile: 'http://iiif.io/api/image/2/level1.json' };
}

function formatOf(url: string): string {
  const ending = /\.(\w+)$/.exec(url)?.[1]?.toLowerCase() ?? 'jpg';
  if (ending === 'jpg') return 'image/jpeg';
  return `image/${ending === 'tif' ? 'tiff' : ending}`;
}

/**
 * The API names licences of Creative Commons and RightsStatements.org by their http addresses, the latter by that of the term and not
 * of the page about it; others it does not take.
 */
function rightsOf(licence: string): string | undefined {
  const [, commons] =
    /^https?:\/\/(?:www\.)?(creativecommons\.org\/(?:licenses|publicdomain)\/[\w.-]+\/[\d.]+(?:\/[a-z]{2,4})?)(?:\/|$)/i.exec(
      licence,
    ) ?? [];
  if (commons !== undefined) return `http://${commons}/`;
  const [, term] =
    /^https?:\/\/(?:www\.)?rightsstatements\.org\/(?:vocab|page)\/([\w-]+\/[\d.]+)(?:[/?]|$)/i.exec(
      licence,
    ) ?? [];
  return term === undefined ? undefined : `http://rightsstatements.org/vocab/${term}/`;
}

/** The manifests of an edition, as one collection. */
export function makeManifestCollection(
  letters: readonly PublishedLetter[],
  { site, title, language = 'none' }: ManifestSettings,
): object {
  return {
    '@context': context,
    id: `${site}manifests.json`,
    type: 'Collection',
    label: { [language]: [title] },
    items: letters.map(({ id, heading, metadata }) => ({
      id: manifestAddress(site, id),
      type: 'Manifest',
      label: { [metadata.language ?? language]: [heading] },
    })),
  };
}
