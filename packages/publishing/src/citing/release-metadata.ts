import { readPublication, readVolume } from '@chancery/tei';
import { escapeText, parseTree } from '@chancery/xml';
import { dayOfEdition, wholeDay } from '../day-of-edition.js';
import type { OrderedEdition } from '../order-edition.js';
import { siteOf } from '../parts/site-of.js';
import { volumeName } from '../parts/volume-name.js';
import type { PublishOptions } from '../publish-edition.js';
import { isoLanguage } from './iso-language.js';
import { spdxLicence } from './spdx-licence.js';

/** What a release is cited by. */
interface CitedRelease {
  readonly title: string;
  /** `1.2` */
  readonly version: string;
  /** The day, the month or the year: `2026-12-01`. */
  readonly date: string | undefined;
  readonly editors: readonly string[];
  readonly publisher: string | undefined;
  readonly language: string | undefined;
  readonly doi: string | undefined;
  readonly address: string | undefined;
  readonly licence: string | undefined;
  readonly letters: number;
}

/**
 * What repositories and reference managers read of a release: `CITATION.cff` (Citation File Format 1.2.0), `.zenodo.json` (the deposit
 * metadata of Zenodo's GitHub integration) and `datacite.json` (DataCite Metadata Schema 4.5, in the form of its JSON schema). Of an edition that is no
 * release there are none.
 */
export function releaseMetadata(
  edition: OrderedEdition,
  { release, released, address }: Pick<PublishOptions, 'release' | 'released' | 'address'>,
): readonly { readonly path: string; readonly content: string }[] {
  if (release === undefined) return [];
  const tei = parseTree(edition.volume.source);
  const volume = readVolume(tei);
  const { editors, publishers, doi, licence } = readPublication(tei);
  const cited: CitedRelease = {
    title: volumeName(volume),
    version: release,
    date: dayOfEdition(edition, released),
    // Who is named twice counts once: no list of authors may say a name again.
    editors: [...new Set(editors)],
    publisher: publishers[0],
    language: volume.language,
    doi: doiIn(doi),
    address: siteOf(edition.volume, address),
    licence: licence === undefined ? undefined : (webAddress(licence) ?? licence),
    letters: edition.documents.filter(({ file }) => file).length,
  };
  return [
    { path: 'CITATION.cff', content: citationFile(cited) },
    { path: '.zenodo.json', content: toJson(zenodo(cited)) },
    { path: 'datacite.json', content: toJson(dataCite(cited)) },
  ];
}

/** https://github.com/citation-file-format/citation-file-format/blob/1.2.0/schema-guide.md. A string of JSON is one of YAML. */
function citationFile(cited: CitedRelease): string {
  const { title, version, date, editors, publisher, doi, address, licence } = cited;
  const names = editors.length > 0 ? editors : [publisher ?? title];
  const spdx = spdxLicence(licence);
  const lines: [string, string | undefined][] = [
    ['title', title],
    ['version', version],
    ['date-released', wholeDay(date)],
    ['doi', doi],
    ['url', address],
    ['license', spdx],
    // For a licence that the list of SPDX does not have, and for no other.
    ['license-url', spdx === undefined ? webAddress(licence) : undefined],
  ];
  return [
    'cff-version: "1.2.0"',
    'message: "Cite this edition by its release."',
    'type: dataset',
    // What we have is a name as it is printed: which part of it is the family's is not ours to guess.
    'authors:',
    ...names.map((name) => `  - name: ${JSON.stringify(name)}`),
    ...lines.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`])),
    '',
  ].join('\n');
}

/** https://developers.zenodo.org/#representation */
function zenodo(cited: CitedRelease): object {
  const { title, version, date, editors, publisher, language, address, licence } = cited;
  const names = editors.length > 0 ? editors : [publisher ?? title];
  const code = isoLanguage(language);
  const day = wholeDay(date);
  const spdx = spdxLicence(licence);
  return {
    title,
    version,
    upload_type: 'dataset',
    // It is read as HTML.
    description: escapeText(description(cited)),
    creators: names.map((name) => ({ name })),
    ...(day === undefined ? {} : { publication_date: day }),
    ...(code === undefined ? {} : { language: code }),
    // Where none is named, Zenodo would take a data set for dedicated to the public (CC0).
    license: spdx?.toLowerCase() ?? 'notspecified',
    ...(publisher === undefined ? {} : { imprint_publisher: publisher }),
    ...(webAddress(licence) === undefined ? {} : { notes: escapeText(`Licence: ${licence}`) }),
    ...(address === undefined
      ? {}
      : { related_identifiers: [{ identifier: address, relation: 'isIdenticalTo', scheme: 'url' }] }),
    keywords: ['correspondence', 'scholarly edition', 'TEI'],
  };
}

/**
 * https://datacite-metadata-schema.readthedocs.io/en/4.5/. Without a day that is known it lacks the year that DataCite demands, and is
 * to be completed by hand: a year that nobody told would be false.
 */
function dataCite(cited: CitedRelease): object {
  const { title, version, date, editors, publisher, language, doi, address, licence } = cited;
  const names = editors.length > 0 ? editors : [publisher ?? title];
  const spdx = spdxLicence(licence);
  return {
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    ...(doi === undefined ? {} : { doi }),
    titles: [{ title }],
    creators: names.map((name) => ({ name })),
    contributors: editors.map((name) => ({ name, contributorType: 'Editor' })),
    // What has no publisher says so by a standard value (appendix 3 of the schema): the property is mandatory.
    publisher: { name: publisher ?? ':unav' },
    ...(date === undefined
      ? {}
      : { publicationYear: date.slice(0, 4), dates: [{ date, dateType: 'Issued' }] }),
    types: { resourceTypeGeneral: 'Dataset', resourceType: 'Scholarly edition' },
    ...(language === undefined ? {} : { language }),
    ...(address === undefined
      ? {}
      : { alternateIdentifiers: [{ alternateIdentifier: address, alternateIdentifierType: 'URL' }] }),
    version,
    ...(webAddress(licence) === undefined
      ? {}
      : { rightsList: [{ rightsUri: licence, ...(spdx === undefined ? {} : inSpdx(spdx)) }] }),
    descriptions: [{ description: description(cited), descriptionType: 'Abstract' }],
    formats: ['application/tei+xml', 'text/html', 'application/pdf', 'application/epub+zip'],
  };
}

function description({ title, version, letters }: CitedRelease): string {
  return `${title}. Release ${version}: ${letters === 1 ? '1 document' : `${letters} documents`}, encoded in TEI.`;
}

function inSpdx(identifier: string): object {
  return {
    rightsIdentifier: identifier.toLowerCase(),
    rightsIdentifierScheme: 'SPDX',
    schemeUri: 'https://spdx.org/licenses/',
  };
}

/** The identifier itself, by the pattern of the Citation File Format 1.2.0; undefined where the words are none. */
function doiIn(words: string | undefined): string | undefined {
  const [, doi] =
    /^\s*(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}(?:\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+)\s*$/i.exec(
      words ?? '',
    ) ?? [];
  return doi;
}

/** As RFC 3986 writes it, which other signs than those of ASCII are not: the schemas ask for a URI. */
function webAddress(words: string | undefined): string | undefined {
  return words !== undefined && /^https?:\/\//i.test(words) && URL.canParse(words)
    ? new URL(words).href
    : undefined;
}

function toJson(value: object): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
