/** What an edition may be published as, in the order in which it is made. */
export const partNames = ['web', 'pdf', 'epub', 'cmif', 'tei', 'txt', 'json'] as const;

export type PartName = (typeof partNames)[number];

/** Names at the top of a publication that no part of front or back matter may take, which has a folder there. */
export const reservedNames = [
  'letters',
  'assets',
  'dts',
  'pagefind',
  'publication.json',
  'volume.pdf',
  'volume.xml',
  'volume.epub',
  'volume.txt',
  'cmif.xml',
  'tei.zip',
  'calendar.json',
  'calendar.schema.json',
  'manifests.json',
] as const;
