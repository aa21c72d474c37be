import { checkWellFormed, childElements, escapeAttribute, parseTree, type XmlElement } from '@chancery/xml';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EditionSource } from './edition-source.js';
import { markupIn } from './testing/markup-in.js';
import { publishedFiles } from './testing/published-files.js';

/** What means something to each of the forms that an edition is written in. */
const nasty = `</p></title></script><script>alert(1)</script>"'><img src=x onerror=alert(2)>--><!-- ]]>#{panic("x")} #panic("x") $x$ \\input{x} }{ % @
TY  - EVIL
evil: true
=1+1`;

/** Addresses that are none of the web. */
const addresses = [
  'javascript:alert(1)',
  ' JaVa\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
];

/** A volume of one letter that says a word wherever one may stand: in text, in attributes and identifiers, and in its header. */
function volumeOf(word: string): EditionSource {
  let count = 0;
  // Each is another, so that what prints can be told apart.
  const said = () => {
    count += 1;
    return escapeAttribute(`${word} ${count}`);
  };
  const xmlns = 'xmlns="http://www.tei-c.org/ns/1.0"';
  const links = addresses
    .map((address) => `<ref target="${escapeAttribute(address)}">${said()}</ref>`)
    .join(' ');
  return {
    volume: {
      path: 'volume.xml',
      source: `<TEI ${xmlns} xml:id="v"><teiHeader><fileDesc><titleStmt><title type="main">${said()}</title><title type="volume">${said()}</title><editor>${said()}</editor></titleStmt><publicationStmt><publisher>${said()}</publisher><pubPlace>${said()}</pubPlace><idno type="url">https://ada.example.org/</idno><idno type="DOI">10.1/${said()}</idno><date when="2026-11-28">${said()}</date><availability><licence target="javascript:alert(1)">${said()}</licence></availability></publicationStmt><sourceDesc><bibl>${said()}</bibl></sourceDesc></fileDesc><profileDesc><particDesc><listPerson><person xml:id="ada"><persName>${said()}</persName><note>${said()}</note><idno type="${said()}">${said()}</idno><idno type="VIAF">${said()}</idno></person></listPerson></particDesc></profileDesc></teiHeader><text xml:lang="en"><front><div type="foreword" xml:id="foreword"><head>${said()}</head><p>${said()} ${links}</p></div></front><body><div type="documents"><list type="documents"><item><ptr target="letters/one.xml"/></item></list></div></body><back><div type="notes" xml:id="notes"><head>${said()}</head><note type="endnote" xml:id="n1">${said()}</note></div><div type="index"><head>Index</head></div></back></text></TEI>`,
    },
    letters: [
      {
        path: 'letters/one.xml',
        source: `<TEI ${xmlns} xml:id="one"><teiHeader><fileDesc><titleStmt><title>No. 1. ${said()}</title></titleStmt><publicationStmt><p>${said()}</p></publicationStmt><sourceDesc><msDesc><msIdentifier><repository>${said()}</repository><idno>${said()}</idno></msIdentifier></msDesc></sourceDesc></fileDesc><profileDesc><correspDesc><correspAction type="sent"><persName ref="../volume.xml#ada">${said()}</persName><placeName>${said()}</placeName><date when="1843-07-10">${said()}</date></correspAction><correspAction type="received"><persName>${said()}</persName></correspAction></correspDesc></profileDesc></teiHeader><facsimile><surface n="${said()}"><graphic url="https://img.example.org/${said()}"/></surface><surface><graphic url="javascript:alert(1)"/></surface></facsimile><text xml:lang="en"><body><div type="letter"><head type="number">No. 1</head><head type="title">${said()}</head><opener><dateline>${said()}</dateline><salute>${said()}</salute></opener><p rend="${said()}" n="${said()}" xml:id="${said()}">${said()} <persName ref="../volume.xml#ada">${said()}</persName> <hi rend="${said()}">${said()}</hi> <foreign xml:lang="${said()}">${said()}</foreign><pb n="${said()}" facs="javascript:alert(1)"/> <note type="footnote">${said()}</note> <ptr type="endnote" target="../volume.xml#n1"/> <choice><sic>${said()}</sic><corr resp="${said()}">${said()}</corr></choice> <gap reason="${said()}"/> ${links}</p><figure><graphic url="${said()}"/><figDesc>${said()}</figDesc></figure><list type="${said()}"><item>${said()}</item></list><odd:odd xmlns:odd="urn:odd" onclick="alert(1)">${said()}</odd:odd></div></body></text></TEI>`,
      },
    ],
  };
}

let plain: ReadonlyMap<string, Uint8Array>;
let made: ReadonlyMap<string, Uint8Array>;

/** All files that are published, those inside of archives too. */
async function publishedOf(word: string): Promise<Map<string, Uint8Array>> {
  const { files } = await publishedFiles(volumeOf(word), { release: '1.0', released: '2026-11-28' });
  const all = new Map<string, Uint8Array>(files);
  for (const [path, content] of files)
    if (/\.(?:zip|epub)$/.test(path))
      for (const [inner, bytes] of Object.entries(unzipSync(content))) all.set(`${path}!${inner}`, bytes);
  return all;
}

beforeAll(async () => {
  plain = await publishedOf('word');
  made = await publishedOf(nasty);
}, 180_000);

const text = (files: ReadonlyMap<string, Uint8Array>, path: string) =>
  strFromU8(files.get(path) ?? new Uint8Array());
const named = (pattern: RegExp) => [...made.keys()].filter((path) => pattern.test(path));
const withoutTags = (html: string) => html.replace(/<[^>]*>/g, '');

test('what is written names no file, and no folder outside of the edition', () => {
  const own = (path: string) => !/pagefind\/|\.pf_|wasm/.test(path);
  expect([...made.keys()].filter(own)).toEqual([...plain.keys()].filter(own));
  for (const path of made.keys()) expect(path).not.toMatch(/(?:^|[!/])(?:\.\.?)?\/|\\|[<>"|?*]/);
});

test.each(['../../up', 'a/b', 'a\\b', '..', '<script>', 'a"b', 'a b'])(
  'an identifier %s is no address',
  async (id) => {
    const { volume, letters } = volumeOf('word');
    const named = letters.map((file) => ({
      ...file,
      source: file.source.replace('xml:id="one"', `xml:id="${escapeAttribute(id)}"`),
    }));
    await expect(publishedFiles({ volume, letters: named }, { only: ['tei'] })).rejects.toMatchObject({
      code: 'unsafe-id',
      file: 'letters/one.xml',
    });
  },
);

test('pages have no tag, attribute, script or address that the words of a letter have made', () => {
  const pages = named(/\.html$/).filter((path) => !path.includes('!'));
  expect(pages.length).toBeGreaterThan(10);
  for (const path of pages) {
    const [one, other] = [markupIn(text(plain, path)), markupIn(text(made, path))];
    const shape = ({ tags }: typeof one) =>
      new Set(
        tags.flatMap(({ name, attributes }) => [
          name,
          ...Object.keys(attributes).map((key) => `${name} ${key}`),
        ]),
      );
    expect(
      [...shape(other)].filter((each) => !shape(one).has(each)),
      path,
    ).toEqual([]);
    expect(other.scripts).toHaveLength(one.scripts.length);
    for (const { attributes } of other.tags)
      for (const key of ['href', 'src', 'action', 'content'])
        expect(attributes[key]?.replace(/\s/g, '') ?? '', path).not.toMatch(
          /^(?:javascript|data|vbscript):/i,
        );
  }
});

test('what catalogues and search engines read of a page holds the words as they are', () => {
  const page = text(made, 'letters/one/index.html');
  const { tags, scripts } = markupIn(page);
  const data = JSON.parse(scripts.find((script) => script.trim().startsWith('{')) ?? '');
  expect(JSON.stringify(data)).toContain('<script>alert(1)</script>');
  const about = tags.find(({ attributes }) => attributes.property === 'og:title');
  expect(about?.attributes.content).toContain('alert(1)');
  expect(withoutTags(page)).toContain('#{panic("x")}');
});

test('files in XML are well-formed, and have the elements and attributes that they should', () => {
  const files = named(/\.(?:xml|xhtml|opf|ncx|xsl|rng)$/).filter(
    (path) => !/tei.*\.xml$|schemas|one\.xml$/.test(path),
  );
  expect(
    files.filter((path) => /cmif|feed|sitemap|opf|ncx|container|xhtml/.test(path)).length,
  ).toBeGreaterThan(5);
  const shape = (element: XmlElement): string[] => [
    element.name,
    ...element.attributes.map(({ name }) => `${element.name} ${name}`),
    ...childElements(element).flatMap(shape),
  ];
  for (const path of files) {
    expect(checkWellFormed(text(made, path)), path).toBeUndefined();
    const known = new Set(shape(parseTree(text(plain, path))));
    expect(
      shape(parseTree(text(made, path))).filter((each) => !known.has(each)),
      path,
    ).toEqual([]);
  }
});

test('files in JSON have the members that they should', () => {
  const files = named(/\.json$/).filter((path) => !/pagefind|publication\.json$/.test(path));
  expect(files.length).toBeGreaterThan(5);
  const members = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) => [Array.isArray(value) ? '' : key, ...members(inner)]);
  for (const path of files) {
    const known = new Set(members(JSON.parse(text(plain, path))));
    expect(
      members(JSON.parse(text(made, path))).filter((key) => !known.has(key)),
      path,
    ).toEqual([]);
  }
});

describe('what reference managers take', () => {
  const [bibtex = '', ris = '', csl = ''] = ['bib', 'ris', 'csl.json'];
  const of = (files: ReadonlyMap<string, Uint8Array>, ending: string) => {
    const path = [...files.keys()].find(
      (each) => each.endsWith(`.${ending}`) && each.startsWith('letters/one/'),
    );
    return text(files, path ?? '');
  };

  test('RIS has the lines that it should', () => {
    const tags = (words: string) => words.split('\r\n').map((line) => line.slice(0, 6));
    expect(of(made, ris).length).toBeGreaterThan(100);
    expect(tags(of(made, ris))).toEqual(tags(of(plain, ris)));
  });

  test('BibTeX has one entry with the fields that it should, and its braces are those of its fields', () => {
    const words = of(made, bibtex);
    const fields = (all: string) =>
      all.split('\n').map((line) => /^ {2}\w+ = |^[@}].*$|^$/.exec(line)?.[0] ?? line);
    expect(fields(words)).toEqual(fields(of(plain, bibtex)));
    let depth = 0;
    for (const [sign] of words.replace(/\\[{}]/g, '').matchAll(/[{}]/g)) {
      depth += sign === '{' ? 1 : -1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });

  test('CSL-JSON has one item', () => {
    expect(JSON.parse(of(made, csl))).toHaveLength(1);
  });

  test('CITATION.cff has the keys that it should', () => {
    const keys = (files: ReadonlyMap<string, Uint8Array>) => text(files, 'CITATION.cff').match(/^[^:]*:/gm);
    expect(keys(made)).toEqual(keys(plain));
  });
});

test('plain text holds the words as they are, and robots.txt nothing of them', () => {
  expect(text(made, 'volume.txt')).toContain('</p></title></script><script>alert(1)</script>');
  expect(text(made, 'robots.txt')).toBe(text(plain, 'robots.txt'));
});

test('the volume is set with all its words: the press has proved that they are there', () => {
  expect(strFromU8(made.get('volume.pdf') ?? new Uint8Array(), true).startsWith('%PDF-')).toBe(true);
});
