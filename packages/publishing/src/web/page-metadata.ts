import { volumeName } from '../parts/volume-name.js';
import { chicago, mla, type WordedCitation } from './citations.js';
import type { DocumentFacts, EditionFacts, KnownName } from './document-facts.js';
import { model, modelDocument, modelText } from './xml-writing.js';

/** A page as others see it who do not open it: catalogues, search engines, messages that name its address. */
interface PageDescription {
  readonly title: string;
  readonly description: string;
  /** From the front page, ended by a slash; empty for the front page itself. */
  readonly address: string;
  readonly kind: 'article' | 'book' | 'website';
  readonly dublinCore: readonly (readonly [name: string, content: string | undefined])[];
  /** schema.org, as JSON-LD. */
  readonly data: object;
  readonly cite?: Readonly<Record<string, WordedCitation>>;
}

/** An edition with the address that it is served at, where that is known. */
export interface DescribedEdition extends EditionFacts {
  /** Ended by a slash. */
  readonly site: string | undefined;
  /** Where its feed of releases is, from the front page, where it has one. */
  readonly feed?: string | undefined;
}

/** What the pages of a document say of it beside its text, as the stylesheets take it. */
export function documentMetadata(document: DocumentFacts, edition: DescribedEdition): string {
  const { publisher, rights, licence } = edition;
  const heading = [document.number && `No. ${document.number}.`, document.title].filter(Boolean).join(' ');
  const title = [heading, document.date].filter(Boolean).join(', ');
  const schemaNames = (names: readonly KnownName[]) =>
    names.map(({ name, isPerson }) => ({ '@type': isPerson ? 'Person' : 'Organization', name }));
  return described(edition, {
    title,
    description: document.incipit,
    address: `letters/${document.id}/`,
    kind: 'article',
    dublinCore: [
      ['title', title],
      ...document.senders.map(({ listed }) => ['creator', listed] as const),
      ['date', document.when],
      ['language', document.language],
      ['type', 'Text'],
      ...document.writtenAt.map(({ listed }) => ['spatial', listed] as const),
      ['isPartOf', volumeName(edition)],
      ['publisher', publisher],
      ['rights', rights],
      ['license', licence],
      ['identifier', document.address ?? document.id],
    ],
    data: {
      '@context': 'https://schema.org',
      '@type': 'Message',
      ...(document.address === undefined ? {} : { '@id': document.address, url: document.address }),
      identifier: document.id,
      name: title,
      ...(document.incipit === '' ? {} : { abstract: document.incipit }),
      ...(document.senders.length === 0
        ? {}
        : { author: schemaNames(document.senders), sender: schemaNames(document.senders) }),
      ...(document.addressees.length === 0 ? {} : { recipient: schemaNames(document.addressees) }),
      ...(/^\d{4}(?:-\d\d){0,2}$/.test(document.when) ? { dateCreated: document.when } : {}),
      ...(document.writtenAt.length === 0
        ? {}
        : { locationCreated: document.writtenAt.map(({ name }) => ({ '@type': 'Place', name })) }),
      ...(document.language === undefined ? {} : { inLanguage: document.language }),
      ...(licence === undefined ? {} : { license: licence }),
      isPartOf: bookOf(edition),
    },
    cite: { Chicago: chicago(document, edition), MLA: mla(document, edition) },
  });
}

/** The same of a page that is no document. */
export function pageMetadata(edition: DescribedEdition, address: string, label: string): string {
  const { editors, publisher, year, doi, rights, language } = edition;
  const title = label === '' ? edition.title : `${label}. ${edition.title}`;
  return described(edition, {
    title,
    description: volumeName(edition),
    address,
    kind: address === '' ? 'book' : 'website',
    dublinCore: [
      ['title', title],
      ...editors.map((name) => ['contributor', name] as const),
      ['date', year],
      ['language', language],
      ['type', 'Text'],
      ['publisher', publisher],
      ['rights', rights],
      ['identifier', doi && `https://doi.org/${doi}`],
    ],
    data:
      address === ''
        ? { '@context': 'https://schema.org', ...bookOf(edition) }
        : { '@context': 'https://schema.org', '@type': 'WebPage', name: title, isPartOf: bookOf(edition) },
  });
}

function bookOf(edition: DescribedEdition): object {
  const { language, editors, publisher, year, site, doi, licence } = edition;
  return {
    '@type': 'Book',
    name: volumeName(edition),
    ...(language === undefined ? {} : { inLanguage: language }),
    ...(editors.length === 0 ? {} : { editor: editors.map((name) => ({ '@type': 'Person', name })) }),
    ...(publisher === undefined ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    ...(year === undefined ? {} : { datePublished: year }),
    ...(site === undefined ? {} : { url: site }),
    ...(doi === undefined ? {} : { identifier: `https://doi.org/${doi}` }),
    ...(licence === undefined ? {} : { license: licence }),
  };
}

function described(edition: DescribedEdition, page: PageDescription): string {
  const path = page.address.split('/').map(encodeURIComponent).join('/');
  const own = edition.site === undefined ? undefined : edition.site + path;
  const meta = (name: string, content: string | undefined) =>
    content ? model('meta', { name, content }) : '';
  const property = (name: string, content: string | undefined) =>
    content ? model('property', { name, content }) : '';
  const cite = Object.entries(page.cite ?? {}).map(([style, { before, title, after }]) =>
    model('cite', { style }, modelText(before), model('title', {}, modelText(title)), modelText(after)),
  );
  return modelDocument(
    'about',
    {},
    meta('description', page.description),
    ...page.dublinCore.map(([name, content]) =>
      meta(`${refinements.has(name) ? 'DCTERMS' : 'DC'}.${name}`, content),
    ),
    property('og:title', page.title),
    property('og:type', page.kind),
    property('og:description', page.description),
    property('og:site_name', edition.title),
    property('og:locale', edition.language?.replace('-', '_')),
    property('og:url', own),
    own === undefined ? '' : model('link', { rel: 'canonical', href: own }),
    page.address === '' && edition.feed !== undefined
      ? model('link', {
          rel: 'alternate',
          type: 'application/atom+xml',
          href: edition.feed,
          title: 'Releases',
        })
      : '',
    model('data', {}, modelText(dataBlock(page.data))),
    ...cite,
  );
}

/** Terms of DCMI Metadata Terms that are not among the fifteen elements (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/). */
const refinements: ReadonlySet<string> = new Set(['isPartOf', 'license', 'spatial']);

/** JSON for a script element, which HTML reads as it stands and ends at the first `</script`. */
function dataBlock(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
