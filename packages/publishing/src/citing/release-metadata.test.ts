import { describe, expect, it } from 'vitest';
import { orderEdition } from '../order-edition.js';
import { isoLanguage } from './iso-language.js';
import { releaseMetadata } from './release-metadata.js';
import { spdxLicence } from './spdx-licence.js';

const tei = (id: string, header: string, body: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc>${header}<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text xml:lang="en"><body>${body}</body></text></TEI>`;

const volume = (title: string) =>
  tei(
    'v',
    `<titleStmt><title>${title}</title><editor>Ada Byron</editor></titleStmt><publicationStmt><publisher>The Press</publisher><idno type="DOI">https://doi.org/10.1234/x</idno><idno type="url">https://letters.example.org/</idno><availability><licence target="https://creativecommons.org/licenses/by/4.0/"/></availability></publicationStmt>`,
    '<div type="documents"><list type="documents"><item><ptr target="a.xml"/></item></list></div>',
  );
const letter = tei(
  'a',
  '<titleStmt><title>A</title></titleStmt><publicationStmt><p/></publicationStmt>',
  '<div type="letter"><p>Dear B.</p></div>',
);

const editionOf = (title: string) =>
  orderEdition({
    volume: { path: 'v.xml', source: volume(title) },
    letters: [{ path: 'a.xml', source: letter }],
  });

const metadata = (title: string) =>
  Object.fromEntries(
    releaseMetadata(editionOf(title), { release: '1.2', released: '2026-12-01' }).map(({ path, content }) => [
      path,
      content,
    ]),
  );

describe('what a release is cited by', () => {
  it('is written for reference managers, Zenodo and DataCite', () => {
    const files = metadata('Letters');
    expect(files['CITATION.cff']).toBe(
      [
        'cff-version: "1.2.0"',
        'message: "Cite this edition by its release."',
        'type: dataset',
        'authors:',
        '  - name: "Ada Byron"',
        'title: "Letters"',
        'version: "1.2"',
        'date-released: "2026-12-01"',
        'doi: "10.1234/x"',
        'url: "https://letters.example.org/"',
        'license: "CC-BY-4.0"',
        'license-url: "https://creativecommons.org/licenses/by/4.0/"',
        '',
      ].join('\n'),
    );
    expect(JSON.parse(files['.zenodo.json'] ?? '')).toMatchObject({
      title: 'Letters',
      version: '1.2',
      publication_date: '2026-12-01',
      creators: [{ name: 'Ada Byron' }],
      language: 'eng',
      license: 'cc-by-4.0',
    });
    expect(JSON.parse(files['datacite.json'] ?? '')).toMatchObject({
      doi: '10.1234/x',
      publisher: { name: 'The Press' },
      publicationYear: 2026,
      contributors: [{ name: 'Ada Byron', contributorType: 'Editor' }],
      rightsList: [
        {
          rightsUri: 'https://creativecommons.org/licenses/by/4.0/',
          rightsIdentifier: 'cc-by-4.0',
          rightsIdentifierScheme: 'SPDX',
          schemeUri: 'https://spdx.org/licenses/',
        },
      ],
    });
  });

  it('takes signs that mean something in YAML and JSON for text', () => {
    const files = metadata('L: "x"\n- y #z');
    expect(files['CITATION.cff']).toContain('\ntitle: "L: \\"x\\" - y #z"\n');
    expect(JSON.parse(files['.zenodo.json'] ?? '').title).toBe('L: "x" - y #z');
  });

  it('is not there for an edition that is no release', () => {
    expect(releaseMetadata(editionOf('Letters'), {})).toEqual([]);
  });
});

it.each([
  ['en-GB', 'eng'],
  ['ru', 'rus'],
  ['fr', 'fra'],
  ['is', 'isl'],
  ['ms', 'msa'],
  ['cs', 'ces'],
  ['grc', 'grc'],
  ['no tag', undefined],
  [undefined, undefined],
])('a repository calls the language %s %s', (tag, code) => expect(isoLanguage(tag)).toBe(code));

it.each([
  ['https://creativecommons.org/licenses/by-nc-sa/4.0/deed.de', 'CC-BY-NC-SA-4.0'],
  ['http://creativecommons.org/licenses/by-nd/3.0', 'CC-BY-ND-3.0'],
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
  ['https://creativecommons.org/licenses/by/3.0/de/', undefined],
  ['https://creativecommons.org/licenses/by/9.0/', undefined],
  ['All rights reserved', undefined],
  [undefined, undefined],
])('the licence %s is %s in the list of SPDX', (address, name) => expect(spdxLicence(address)).toBe(name));
