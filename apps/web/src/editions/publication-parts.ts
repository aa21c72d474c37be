import type { PublicationPart } from '@chancery/server/api';

/** The forms in which an edition is published, in words, in the order in which they are offered. */
export const publicationParts: readonly {
  readonly part: PublicationPart;
  readonly name: string;
  readonly what: string;
}[] = [
  { part: 'web', name: 'Web edition', what: 'front page, contents, every document' },
  {
    part: 'pdf',
    name: 'Print volume, PDF',
    what: 'to be read and kept: PDF/A-2a, and PDF/UA-1 where it can be',
  },
  { part: 'press', name: 'Sheets for the press, PDF', what: 'with trim, bleed and crop marks, black only' },
  { part: 'letters-pdf', name: 'Each document as PDF', what: 'linked from its page of the web edition' },
  { part: 'epub', name: 'Book for reading devices, EPUB', what: 'a chapter for each document' },
  { part: 'tei', name: 'All files with their schema, TEI', what: 'as they are, in one archive' },
  { part: 'txt', name: 'Plain text', what: 'of each document and of the volume' },
  { part: 'cmif', name: 'Index of the letters, CMIF', what: 'for correspSearch and similar services' },
  { part: 'json', name: 'Calendar as data', what: 'JSON, DTS, and IIIF where there are pictures' },
];

/** What is chosen at first. A PDF of each document takes longer than all else, and is made when it is asked for. */
export const usualParts: readonly PublicationPart[] = publicationParts
  .map(({ part }) => part)
  .filter((part) => part !== 'letters-pdf');
