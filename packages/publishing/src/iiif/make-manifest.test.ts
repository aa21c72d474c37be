import { describe, expect, it } from 'vitest';
import { ShownImages } from '../images/shown-images.js';
import { orderEdition } from '../order-edition.js';
import { type PublishedLetter, publishedLetters } from '../parts/published-letters.js';
import { richVolume } from '../testing/rich-volume.js';
import { type ManifestSettings, makeManifest, makeManifestCollection } from './make-manifest.js';

const settings = {
  site: 'https://ada.example.org/letters/',
  title: 'Letters & papers',
  language: 'en',
  licence: 'https://creativecommons.org/licenses/by/4.0/legalcode',
  publisher: 'A Press',
  isServed: () => false,
};

const pictures = `<facsimile>
<surface><graphic url="https://iiif.example.org/a/full/full/0/default.jpg" width="1000px" height="1500px"/></surface>
<surface><graphic url="https://iiif.example.org/b/full/max/0/default.png"/></surface>
<surface><graphic url="https://iiif.example.org/c/info.json"/></surface>
<surface><graphic url="https://img.example.org/d.tif"/></surface>
<surface ulx="100" uly="60" lrx="900" lry="1460"><zone ulx="0" uly="0" lrx="1000" lry="1500" rotate="270"><graphic url="https://iiif.example.org/e/full/max/0/default.jpg" width="1000px" height="1500px"/></zone></surface></facsimile>`;

const letters = publishedLetters(
  orderEdition({
    volume: richVolume().volume,
    letters: richVolume().letters.map((file, index) =>
      index === 1
        ? {
            ...file,
            source: file.source
              .replace('<text ', `${pictures}<text `)
              .replace('from="1843" to="1844-02"', 'when="1843-07-10"'),
          }
        : file,
    ),
  }),
);
const images = new ShownImages([]);
const manifestOf = (letter: PublishedLetter, given: ManifestSettings = settings) =>
  makeManifest(letter, images.of(letter.file), given);
const manifests = letters.flatMap((letter) => manifestOf(letter) ?? []);

/** What the Presentation API 3.0 (section 3, with the tables of appendix A) requires of each type of resource. */
const required: Readonly<Record<string, readonly string[]>> = {
  Collection: ['id', 'label', 'items'],
  Manifest: ['id', 'label', 'items'],
  Canvas: ['id', 'width', 'height'],
  AnnotationPage: ['id', 'items'],
  Annotation: ['id', 'target', 'body', 'motivation'],
  Image: ['id', 'format'],
  Text: ['id', 'label', 'format'],
  Dataset: ['id', 'format'],
  Agent: ['id', 'label', 'homepage'],
  ImageService3: ['id', 'profile'],
  SpecificResource: ['source', 'selector'],
  ImageApiSelector: [],
};

function* faultsOf(value: unknown, path = ''): Generator<string> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* faultsOf(each, `${path}/${index}`);
  } else if (typeof value === 'object' && value !== null) {
    const resource = value as Record<string, unknown>;
    const { type } = resource;
    const isReference = path.includes('/partOf/') || /^\/items\/\d+$/.test(path);
    if (typeof type === 'string') {
      const wanted = required[type];
      if (!wanted) yield `${path} has the unknown type ${type}`;
      for (const name of isReference ? ['id'] : (wanted ?? []))
        if (resource[name] === undefined) yield `${path} has no ${name}`;
      if (
        (type !== 'ImageApiSelector' && !/^https?:\/\//.test(String(resource.id))) ||
        /[{}<>" ]/.test(String(resource.id))
      )
        yield `${path} has no http address`;
    }
    for (const [name, each] of Object.entries(resource)) {
      if (['label', 'value', 'summary'].includes(name)) yield* languageFaults(each, `${path}/${name}`);
      else yield* faultsOf(each, `${path}/${name}`);
    }
  }
}

function* languageFaults(value: unknown, path: string): Generator<string> {
  const entries = Object.entries(value as object);
  if (entries.length === 0) yield `${path} is empty`;
  for (const [language, words] of entries) {
    if (language !== 'none' && !URL.canParse(`lang:${new Intl.Locale(language)}`))
      yield `${path} in ${language}`;
    if (!Array.isArray(words) || words.length === 0 || !words.every((each) => typeof each === 'string'))
      yield `${path} is no list of words`;
  }
}

describe('the manifest of a letter', () => {
  it('has all that the Presentation API 3.0 requires, and so has the collection', () => {
    expect(manifests).toHaveLength(2);
    for (const manifest of manifests) expect([...faultsOf(manifest)]).toEqual([]);
    expect([...faultsOf(makeManifestCollection(letters, settings))]).toEqual([]);
  });

  it('is named by where it stands, and everything within has a name of its own', () => {
    const names = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      const { id, type } = value as { id?: string; type?: string };
      const own =
        ['Canvas', 'AnnotationPage', 'Annotation'].includes(type ?? '') && id !== undefined ? [id] : [];
      return [...own, ...Object.values(value).flatMap(names)];
    };
    for (const [index, manifest] of manifests.entries()) {
      const inside = names(manifest);
      expect(new Set(inside).size).toBe(inside.length);
      expect(manifest).toMatchObject({
        id: `${settings.site}letters/${['one', 'two'][index]}/manifest.json`,
        partOf: [{ id: `${settings.site}manifests.json`, type: 'Collection' }],
      });
    }
  });

  it('says who provides it, under which terms, and where the letter and its TEI are', () => {
    expect(manifests[1]).toMatchObject({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      label: { ru: ['two'] },
      navDate: '1843-07-10T00:00:00Z',
      rights: 'http://creativecommons.org/licenses/by/4.0/',
      requiredStatement: { label: { en: ['Published by'] }, value: { none: ['A Press'] } },
      provider: [{ id: settings.site, type: 'Agent', label: { none: ['A Press'] } }],
      homepage: [{ id: `${settings.site}letters/two/`, format: 'text/html' }],
      seeAlso: [{ id: `${settings.site}letters/two/two.xml`, format: 'application/tei+xml' }],
    });
    expect(manifests[0]).not.toHaveProperty('navDate');
    const [, two] = letters;
    expect(
      two && manifestOf(two, { ...settings, licence: 'https://x.example/ours', publisher: undefined }),
    ).toEqual(expect.not.objectContaining({ rights: expect.anything(), provider: expect.anything() }));
  });

  it.each([
    [
      'https://creativecommons.org/licenses/by/3.0/de/deed.de',
      'http://creativecommons.org/licenses/by/3.0/de/',
    ],
    [
      'https://www.creativecommons.org/publicdomain/zero/1.0',
      'http://creativecommons.org/publicdomain/zero/1.0/',
    ],
    ['https://rightsstatements.org/page/InC/1.0/?language=en', 'http://rightsstatements.org/vocab/InC/1.0/'],
    ['https://creativecommons.org/about', undefined],
  ])('names the terms %s as the API does: %s', (licence, rights) => {
    const [, two] = letters;
    expect(two && manifestOf(two, { ...settings, licence })).toEqual(
      rights === undefined
        ? expect.not.objectContaining({ rights: expect.anything() })
        : expect.objectContaining({ rights }),
    );
  });

  it('has each page on a canvas of the size that the copy says, painted by its picture and led on to its service', () => {
    const { items } = manifests[1] as {
      items: { width: number; height: number; items: { items: { target: string; body: object }[] }[] }[];
    };
    expect(items.map(({ width, height }) => [width, height])).toEqual([
      [1000, 1500],
      [1200, 1600],
      [1200, 1600],
      [1200, 1600],
      // Turned, what is seen of it is as wide as it is high as it lies.
      [1400, 800],
    ]);
    expect(items.map(({ items: [page] }) => page?.items[0]?.body)).toMatchObject([
      {
        format: 'image/jpeg',
        width: 1000,
        service: [
          {
            '@id': 'https://iiif.example.org/a',
            '@type': 'ImageService2',
            profile: 'http://iiif.io/api/image/2/level1.json',
          },
        ],
      },
      { format: 'image/png', service: [{ id: 'https://iiif.example.org/b', type: 'ImageService3' }] },
      {
        id: 'https://iiif.example.org/c/full/max/0/default.jpg',
        service: [{ id: 'https://iiif.example.org/c' }],
      },
      { id: 'https://img.example.org/d.tif', format: 'image/tiff' },
      {
        type: 'SpecificResource',
        source: { width: 1000, height: 1500, service: [{ id: 'https://iiif.example.org/e' }] },
        selector: { type: 'ImageApiSelector', region: 'pct:10,4,80,93.333', rotation: '90' },
      },
    ]);
  });
});
