import { attributeValue, childElements, parseTree, type XmlElement } from '@chancery/xml';
import { describe, expect, it } from 'vitest';
import type { TeiFile } from '../edition-source.js';
import { documentFacts, editionFacts, headerFacts } from './document-facts.js';
import { documentMetadata, pageMetadata } from './page-metadata.js';

const tei = (header: string, language = '') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x"><teiHeader>${header}</teiHeader><text${language && ` xml:lang="${language}"`}><body><div><p/></div></body></text></TEI>`;
const fileOf = (path: string, source: string): TeiFile => ({ path, source });

const planned = {
  ...{ id: 'a', label: 'No. 5', figure: '5', title: 'A to B', isFurnished: false },
  ...{ date: '5 July 1843', when: '1843-07-05', incipit: 'Dear “B” & </script><b>', hasFacsimile: false },
};
const bare = { ...planned, label: 'A', figure: '', date: '', when: '', incipit: '' };

const known = {
  volume: tei(
    `<fileDesc><titleStmt><title>Letters</title><title type="volume">Volume II</title><editor>Ada King</editor></titleStmt><publicationStmt><publisher>The Press</publisher><date when="2026">2026</date><idno type="DOI">10.1234/x</idno><availability><licence target="https://creativecommons.org/licenses/by/4.0/"/></availability></publicationStmt><sourceDesc><listPerson><person xml:id="ada"><persName>Byron, Ada</persName></person></listPerson><listOrg><org xml:id="house"><orgName>The House</orgName></org></listOrg><listPlace><place xml:id="rome"><placeName>Rome</placeName></place></listPlace></sourceDesc></fileDesc>`,
    'en',
  ),
  letter: tei(
    `<fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><profileDesc><correspDesc><correspAction type="sent"><persName ref="volume.xml#ada">Ada</persName><placeName ref="volume.xml#rome">Roma</placeName><date when="1843-07-05"/></correspAction><correspAction type="received"><orgName ref="volume.xml#house">the House</orgName><placeName>Paris</placeName></correspAction></correspDesc></profileDesc>`,
    'it',
  ),
};
const unknown = tei(
  '<fileDesc><titleStmt><title>Letters</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>',
);

/** What a document’s page says: the values of each name, and the data block. */
function said(volume: string, letter: string, entry = planned, site?: string) {
  const edition = editionFacts(fileOf('volume.xml', volume));
  const file = fileOf('a.xml', letter);
  const facts = documentFacts(headerFacts(parseTree(letter), file), file.path, entry, edition);
  const address = site === undefined ? undefined : `${site}letters/${entry.id}/`;
  const about = documentMetadata({ ...facts, ...(address && { address }) }, { ...edition, site });
  return readAbout(about);
}

function readAbout(about: string) {
  const parts = childElements(parseTree(about));
  const words = (element: XmlElement): string =>
    element.children
      .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? words(node) : ''))
      .join('');
  const values: Record<string, string[]> = {};
  for (const part of parts) {
    const name = attributeValue(part, 'name');
    if (name !== undefined) values[name] = [...(values[name] ?? []), attributeValue(part, 'content') ?? ''];
  }
  const block = parts.filter(({ localName }) => localName === 'data').map(words)[0] ?? '';
  return { values, block, data: JSON.parse(block) as Record<string, unknown> };
}

const book = {
  '@type': 'Book',
  name: 'Letters, Volume II',
  inLanguage: 'en',
  editor: [{ '@type': 'Person', name: 'Ada King' }],
  publisher: { '@type': 'Organization', name: 'The Press' },
  datePublished: '2026',
  identifier: 'https://doi.org/10.1234/x',
  license: 'https://creativecommons.org/licenses/by/4.0/',
};

describe('a document', () => {
  it('is described by schema.org with all that is known of it', () => {
    const { data } = said(known.volume, known.letter, planned, 'https://x.example/');
    expect(data).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Message',
      '@id': 'https://x.example/letters/a/',
      url: 'https://x.example/letters/a/',
      identifier: 'a',
      name: 'No. 5. A to B, 5 July 1843',
      abstract: 'Dear “B” & </script><b>',
      author: [{ '@type': 'Person', name: 'Ada Byron' }],
      sender: [{ '@type': 'Person', name: 'Ada Byron' }],
      recipient: [{ '@type': 'Organization', name: 'The House' }],
      dateCreated: '1843-07-05',
      locationCreated: [{ '@type': 'Place', name: 'Rome' }],
      inLanguage: 'it',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      isPartOf: { ...book, url: 'https://x.example/' },
    });
  });

  it('is described by Dublin Core, its terms under their own prefix', () => {
    const { values } = said(known.volume, known.letter, planned, 'https://x.example/');
    const core = Object.entries(values).filter(([name]) => /^DC/.test(name));
    expect(Object.fromEntries(core)).toEqual({
      'DC.title': ['No. 5. A to B, 5 July 1843'],
      'DC.creator': ['Byron, Ada'],
      'DC.date': ['1843-07-05'],
      'DC.language': ['it'],
      'DC.type': ['Text'],
      'DCTERMS.spatial': ['Rome'],
      'DCTERMS.isPartOf': ['Letters, Volume II'],
      'DC.publisher': ['The Press'],
      'DC.rights': ['https://creativecommons.org/licenses/by/4.0/'],
      'DCTERMS.license': ['https://creativecommons.org/licenses/by/4.0/'],
      'DC.identifier': ['https://x.example/letters/a/'],
    });
  });

  it('is said nothing of that is not known', () => {
    const { values, data } = said(unknown, unknown, bare);
    expect(data).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Message',
      identifier: 'a',
      name: 'A to B',
      isPartOf: { '@type': 'Book', name: 'Letters' },
    });
    expect(values).toEqual({
      'DC.title': ['A to B'],
      'DC.type': ['Text'],
      'DCTERMS.isPartOf': ['Letters'],
      'DC.identifier': ['a'],
      'og:title': ['A to B'],
      'og:type': ['article'],
      'og:site_name': ['Letters'],
    });
  });

  it('has the language of its volume, and no date that is none', () => {
    const letter = known.letter.replace(' xml:lang="it"', '');
    const { data } = said(known.volume, letter, { ...planned, when: '1843-07-05/1843-07-09' });
    expect(data.inLanguage).toBe('en');
    expect(data).not.toHaveProperty('dateCreated');
  });

  it('ends no script and begins no element with its words', () => {
    expect(said(known.volume, known.letter).block).not.toMatch(/[<>&]/);
  });
});

it('a page of the edition is part of its book, and the front page is that', () => {
  const edition = { ...editionFacts(fileOf('volume.xml', known.volume)), site: undefined };
  expect(readAbout(pageMetadata(edition, '', '')).data).toEqual({
    '@context': 'https://schema.org',
    ...book,
  });
  expect(readAbout(pageMetadata(edition, 'calendar/', 'Calendar')).data).toEqual({
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: 'Calendar. Letters',
    isPartOf: book,
  });
});
