import { readPublication, readVolume } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import { folderOf, isAddress, type OrderedEdition } from '../order-edition.js';
import { type PublishedLetter, publishedLetters } from '../parts/published-letters.js';
import { volumeName } from '../parts/volume-name.js';

/** What every answer of Distributed Text Services 1.0 begins with. */
export const dtsHead = { '@context': 'https://dtsapi.org/context/v1.0.json', dtsVersion: '1.0' } as const;

/** The addresses at which the answers about one thing are found: URI templates (RFC 6570). */
export interface DtsTemplates {
  readonly collection: string;
  readonly navigation: string;
  readonly document: string;
}

/** The volume as a collection, without its members. */
export function volumeAsCollection(
  edition: OrderedEdition,
  templates: Pick<DtsTemplates, 'collection'>,
): object {
  const tei = parseTree(edition.volume.source);
  const metadata = readVolume(tei);
  const { language } = metadata;
  const { editors, publishers, licence } = readPublication(tei);
  const name = volumeName(metadata);
  const lang = language ?? 'und';
  const inLanguage = (values: readonly string[]) => values.map((value) => ({ lang, value }));
  return {
    '@id': collectionId(edition),
    '@type': 'Collection',
    title: name,
    totalParents: 0,
    totalChildren: publishedLetters(edition).length,
    dublinCore: {
      title: inLanguage([name]),
      ...(editors.length > 0 ? { contributor: inLanguage(editors) } : {}),
      ...(publishers.length > 0 ? { publisher: inLanguage(publishers) } : {}),
      ...(licence === undefined ? {} : { license: [licence] }),
      ...(language === undefined ? {} : { language: [language] }),
    },
    collection: templates.collection,
  };
}

/** A letter as a resource. */
export function letterAsResource(
  { id, metadata, heading }: PublishedLetter,
  templates: DtsTemplates,
  more: { readonly language: string | undefined; readonly citationTrees: readonly object[] },
): object {
  const language = metadata.language ?? more.language;
  const lang = language ?? 'und';
  const day = metadata.date?.when ?? metadata.date?.notBefore;
  return {
    '@id': id,
    '@type': 'Resource',
    title: heading,
    totalParents: 1,
    totalChildren: 0,
    dublinCore: {
      title: [{ lang, value: heading }],
      ...(metadata.senders.length > 0
        ? { creator: metadata.senders.map((each) => ({ lang, value: each.name })) }
        : {}),
      ...(day === undefined ? {} : { date: [{ lang: 'und', value: day }] }),
      ...(language === undefined ? {} : { language: [language] }),
    },
    ...templates,
    mediaTypes: ['application/tei+xml'],
    citationTrees: more.citationTrees,
  };
}

/** By which the collection is asked for: the volume’s identifier, where that is an address and no letter has the same. */
export function collectionId(edition: OrderedEdition): string {
  const taken = new Set(edition.documents.map(({ id }) => folderOf(id)));
  const own = readVolume(edition.volume.source).id;
  const isFree = (id: string | undefined) => id !== undefined && isAddress(id) && !taken.has(folderOf(id));
  return [own, 'edition', 'edition-as-a-whole'].find(isFree) ?? 'the-edition';
}
