import type { ImageKinds } from '@chancery/tei';

/** What an edition may be published as, in the order in which it is told of. */
export const partNames = [
  'web',
  'pdf',
  'press',
  'letters-pdf',
  'epub',
  'cmif',
  'tei',
  'txt',
  'json',
] as const;

export type PartName = (typeof partNames)[number];

/**
 * What is made where nothing is chosen. A PDF of each document is set by itself, which takes as long as all else many times
 * over: it is made when it is asked for.
 */
export const usualParts: readonly PartName[] = partNames.filter((name) => name !== 'letters-pdf');

/** Where each part is in a publication; of one of many files where to begin. */
export const partPaths: Readonly<Record<PartName, string>> = {
  web: 'index.html',
  pdf: 'volume.pdf',
  press: 'volume-press.pdf',
  'letters-pdf': 'contents/index.html',
  epub: 'volume.epub',
  cmif: 'cmif.xml',
  tei: 'tei.zip',
  txt: 'volume.txt',
  json: 'calendar.json',
};

/** Which pictures are shown in parts: those of the pages of the copy, and those that stand in the running text. */
export function imagesIn(parts: readonly PartName[]): ImageKinds {
  const hasOneOf = (...names: PartName[]) => names.some((name) => parts.includes(name));
  return {
    pages: hasOneOf('web', 'json'),
    figures: hasOneOf('web', 'pdf', 'press', 'letters-pdf', 'epub'),
  };
}

/** Where the file of a letter is that has an ending: `letters/stalin-1941-08-04/stalin-1941-08-04.pdf`. */
export function letterFile(id: string, ending: string): string {
  return `letters/${id}/${id}.${ending}`;
}

/** Names at the top of a publication that no part of front or back matter may take, which has a folder there. */
export const reservedNames: readonly string[] = [
  ...Object.values(partPaths).filter((path) => !path.includes('/')),
  'letters',
  'assets',
  'images',
  'r',
  'dts',
  'pagefind',
  'robots.txt',
  'feed.xml',
  'sitemap.xml',
  'publication.json',
  'volume.xml',
  'calendar.schema.json',
  'CITATION.cff',
  'datacite.json',
  'manifests.json',
];
