import { beforeAll, describe, expect, it } from 'vitest';
import { publishedFiles } from '../testing/published-files.js';
import { freeSlug } from './free-slug.js';

const tei = (id: string, header: string, text: string, more = '') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><teiHeader><fileDesc><titleStmt><title>${id}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>${header}</sourceDesc></fileDesc>${more}</teiHeader><text>${text}</text></TEI>`;

const named = ['calendar', 'search', 'Persons', 'persons-2'];
const volume = tei(
  'volume',
  '<listPerson><person xml:id="byron"><persName>Byron, Ada</persName></person></listPerson>',
  `<body><div type="documents"><list type="documents"><item><ptr target="a.xml"/></item></list></div></body><back>${named
    .map((name) => `<div xml:id="${name}"><head>The part ${name}</head><p>Words of ${name}.</p></div>`)
    .join('')}</back>`,
);
const letter = tei(
  'a',
  '<p/>',
  '<body><div type="letter"><p>Dear <persName ref="volume.xml#byron">Ada</persName>.</p></div></body>',
  '<profileDesc><correspDesc><correspAction type="sent"><date when="1843-07-05"/></correspAction></correspDesc></profileDesc>',
);

describe('parts of a volume that are called as pages of the edition’s own', () => {
  let files: Map<string, Buffer>;
  const page = (path: string) => files.get(`${path}/index.html`)?.toString() ?? '';

  beforeAll(async () => {
    const edition = {
      volume: { path: 'volume.xml', source: volume },
      letters: [{ path: 'a.xml', source: letter }],
    };
    ({ files } = await publishedFiles(edition, { only: ['web'] }));
  }, 120_000);

  it('keep their addresses, and hide none of those', () => {
    for (const name of named) expect(page(name), name).toContain(`Words of ${name}.`);
    expect(page('calendar-2')).toContain('<h1>Calendar</h1>');
    expect(page('search-2')).toContain('class="search-form"');
    expect(page('persons-3')).toContain('Byron, Ada');
    expect(page('persons-3/byron')).toContain('letters/a/');
  });

  it('are led to by the links that mean them, as the others are by theirs', () => {
    const front = files.get('index.html')?.toString() ?? '';
    const banner = /<nav aria-label="Edition">.*?<\/nav>/s.exec(front)?.[0] ?? '';
    const links = [...banner.matchAll(/href="([^"]+)"[^>]*>\s*([^<]+?)\s*</g)].map(([, href, label]) => [
      label,
      href,
    ]);
    expect(links).toEqual(
      expect.arrayContaining([
        ['Calendar', 'calendar-2/index.html'],
        ['Persons', 'persons-3/index.html'],
        ['Search', 'search-2/index.html'],
      ]),
    );
    expect(front).toContain('<form class="find" role="search" action="search-2/index.html">');
    expect(front).toContain('calendar-2/index.html#');
    expect(front).not.toContain('"calendar/index.html#');
    expect(page('letters/a')).toContain('../../persons-3/byron/index.html');
  });
});

it('a page has its name for an address, or the first that is free of all folders that are alike on a disk', () => {
  expect(freeSlug('search', ['notes'])).toBe('search');
  expect(freeSlug('search', ['Search', 'search-3'])).toBe('search-2');
  expect(freeSlug('search', ['search', 'SEARCH-2'])).toBe('search-3');
});
