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

const editionFrom = (source: string) =>
  orderEdition({
    volume: { path: 'v.xml', source },
    letters: [{ path: 'a.xml', source: letter }],
  });
const editionOf = (title: string) => editionFrom(volume(title));

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
      publicationYear: '2026',
      alternateIdentifiers: [
        { alternateIdentifier: 'https://letters.example.org/', alternateIdentifierType: 'URL' },
      ],
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

  it('has for DataCite no property that its JSON schema does not know', () => {
    const known = new Set(
      'schemaVersion doi titles creators contributors publisher publicationYear dates types language alternateIdentifiers version rightsList descriptions formats'.split(
        ' ',
      ),
    );
    const written = JSON.parse(metadata('Letters')['datacite.json'] ?? '') as object;
    expect(Object.keys(written).filter((name) => !known.has(name))).toEqual([]);
  });

  it('names nobody twice, and gives addresses in the signs of a URI', () => {
    const named = volume('Letters')
      .replace('<editor>Ada Byron</editor>', '<editor>Ada Byron</editor><editor>Ada Byron</editor>')
      .replace('https://creativecommons.org/licenses/by/4.0/', 'https://bücher.example/Lizenz-für-alle');
    const files = Object.fromEntries(
      releaseMetadata(editionFrom(named), { release: '1.2' }).map(({ path, content }) => [path, content]),
    );
    expect(files['CITATION.cff']?.match(/- name:/g)).toHaveLength(1);
    expect(files['CITATION.cff']).toContain(
      'license-url: "https://xn--bcher-kva.example/Lizenz-f%C3%BCr-alle"',
    );
    expect(JSON.parse(files['datacite.json'] ?? '').rightsList[0].rightsUri).toBe(
      'https://xn--bcher-kva.example/Lizenz-f%C3%BCr-alle',
    );
  });

  it('takes signs that mean something in YAML and JSON for text', () => {
    const files = metadata('L: "x"\n- y #z');
    expect(files['CITATION.cff']).toContain('\ntitle: "L: \\"x\\" - y #z"\n');
    expect(JSON.parse(files['.zenodo.json'] ?? '').title).toBe('L: "x" - y #z');
  });

  it('has what each of them demands, of a volume that says next to nothing', () => {
    const bare = editionFrom(
      volume('Letters')
        .replace(/<editor>.*<\/editor>/, '')
        .replace(
          /<publicationStmt>.*<\/publicationStmt>/,
          '<publicationStmt><date when="2025">2025</date></publicationStmt>',
        ),
    );
    const files = Object.fromEntries(
      releaseMetadata(bare, { release: '1.2' }).map(({ path, content }) => [path, content]),
    );
    expect(files['CITATION.cff']).toBe(
      'cff-version: "1.2.0"\nmessage: "Cite this edition by its release."\ntype: dataset\nauthors:\n  - name: "Letters"\ntitle: "Letters"\nversion: "1.2"\n',
    );
    const zenodo = JSON.parse(files['.zenodo.json'] ?? '') as Record<string, unknown>;
    expect(zenodo).toMatchObject({
      title: 'Letters',
      upload_type: 'dataset',
      creators: [{ name: 'Letters' }],
    });
    // It asks for a day, and has only a year.
    expect(zenodo).not.toHaveProperty('publication_date');
    // https://datacite-metadata-schema.readthedocs.io/en/4.5/properties/overview/#levels-of-obligation
    expect(JSON.parse(files['datacite.json'] ?? '')).toMatchObject({
      schemaVersion: 'http://datacite.org/schema/kernel-4',
      titles: [{ title: 'Letters' }],
      creators: [{ name: 'Letters' }],
      publisher: { name: ':unav' },
      publicationYear: '2025',
      dates: [{ date: '2025', dateType: 'Issued' }],
      types: { resourceTypeGeneral: 'Dataset' },
    });
  });

  it('gives nothing away that the edition does not', () => {
    const named = volume('Letters').replace(
      'https://creativecommons.org/licenses/by/4.0/',
      'https://x.example/?a=1&amp;b=2',
    );
    const files = Object.fromEntries(
      releaseMetadata(editionFrom(named), { release: '1.2' }).map(({ path, content }) => [path, content]),
    );
    expect(JSON.parse(files['.zenodo.json'] ?? '')).toMatchObject({
      license: 'notspecified',
      notes: 'Licence: https://x.example/?a=1&amp;b=2',
    });
    expect(files['CITATION.cff']).not.toContain('license:');
    expect(files['CITATION.cff']).toContain('license-url: "https://x.example/?a=1&b=2"');
    expect(JSON.parse(files['datacite.json'] ?? '').rightsList).toEqual([
      { rightsUri: 'https://x.example/?a=1&b=2' },
    ]);
  });

  it('has words and no markup where Zenodo reads HTML', () => {
    const { description } = JSON.parse(metadata('A &lt;b&gt; &amp; C')['.zenodo.json'] ?? '') as {
      description: string;
    };
    expect(description).toBe('A &lt;b&gt; &amp; C. Release 1.2: 1 document, encoded in TEI.');
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
