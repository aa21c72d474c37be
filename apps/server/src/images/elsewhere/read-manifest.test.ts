import { expect, it } from 'vitest';
import { readImageHosts } from './image-hosts.js';
import { jsonDepth } from './json-depth.js';
import { readManifest } from './read-manifest.js';

const hosts = readImageHosts('iiif.example.org');
const read = (value: unknown) => readManifest(JSON.stringify(value), hosts);
const faultOf = (value: unknown) => {
  try {
    readManifest(typeof value === 'string' ? value : JSON.stringify(value), hosts);
  } catch (error) {
    return String(error);
  }
  return undefined;
};

const canvas = (own: object, body: object | undefined) => ({
  type: 'Canvas',
  height: 1800,
  width: 1200,
  ...own,
  items: body && [{ type: 'AnnotationPage', items: [{ type: 'Annotation', motivation: 'painting', body }] }],
});

it('reads a manifest of the Presentation API 3.0, with pictures of services of both versions, of none, and to choose from', () => {
  const at = 'https://iiif.example.org';
  const told = read({
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    type: 'Manifest',
    label: { en: ['Letters &amp; <b>papers</b>'] },
    items: [
      canvas(
        { label: { none: ['1r'] }, thumbnail: [{ id: `${at}/thumbs/1.jpg`, type: 'Image' }] },
        {
          id: `${at}/a.jpg`,
          width: 2400,
          height: 3600,
          service: [{ id: `${at}/3/a`, type: 'ImageService3' }],
        },
      ),
      canvas(
        { label: { none: ['1v'] } },
        {
          id: `${at}/b/full/full/0/default.jpg`,
          service: { '@id': `${at}/2/b/`, profile: 'http://iiif.io/api/image/2/level1.json' },
        },
      ),
      canvas({}, { type: 'Choice', items: [{ id: `${at}/c d.jpg` }, { id: `${at}/other.jpg` }] }),
      canvas({}, undefined),
      canvas({}, { id: 'https://elsewhere.example.net/d.jpg' }),
      canvas({}, { id: 'http://iiif.example.org/d.jpg' }),
    ],
  });
  expect(told.label).toBe('Letters &amp; papers');
  expect(told.leaves).toMatchObject([
    {
      label: '1r',
      picture: `${at}/3/a/full/max/0/default.jpg`,
      width: 2400,
      height: 3600,
      thumbnail: `${at}/thumbs/1.jpg`,
      refused: null,
    },
    {
      label: '1v',
      picture: `${at}/2/b/full/full/0/default.jpg`,
      width: 1200,
      thumbnail: `${at}/2/b/full/160,/0/default.jpg`,
    },
    { label: '', picture: `${at}/c%20d.jpg`, width: 1200, height: 1800 },
    { picture: null, refused: 'It has no image that could be shown.' },
    {
      picture: null,
      refused:
        'Images from elsewhere.example.net may not be shown yet. Whoever runs the server allows it by the setting CHANCERY_IIIF_HOSTS="iiif.example.org, elsewhere.example.net".',
    },
    { picture: null, refused: expect.stringContaining('does not begin with https://') },
  ]);
});

it('reads a manifest of the Presentation API 2.1', () => {
  const at = 'https://iiif.example.org/2/a';
  const told = read({
    '@type': 'sc:Manifest',
    label: [{ '@value': 'A book', '@language': 'en' }],
    sequences: [
      {
        canvases: [
          {
            '@id': 'x',
            label: 'f. 1r',
            width: 600,
            height: 800,
            thumbnail: `${at}/full/90,/0/default.jpg`,
            images: [
              {
                resource: {
                  '@id': `${at}/full/full/0/native.jpg`,
                  width: '1200',
                  height: 1600,
                  service: { '@id': at, '@context': 'http://iiif.io/api/image/2/context.json' },
                },
              },
            ],
          },
        ],
      },
    ],
  });
  expect(told).toEqual({
    label: 'A book',
    leaves: [
      {
        label: 'f. 1r',
        picture: `${at}/full/full/0/default.jpg`,
        width: 1200,
        height: 1600,
        thumbnail: `${at}/full/90,/0/default.jpg`,
        refused: null,
      },
    ],
  });
});

it.each([
  ['<html></html>', 'perhaps a page that shows one'],
  [{ type: 'Canvas' }, 'no manifest of the IIIF Presentation API 2.1 or 3.0'],
  [{ type: 'Collection', items: [] }, 'Give the address of one of the manifests in it'],
  [{ '@type': 'sc:Collection' }, 'Give the address of one of the manifests in it'],
  [{ type: 'Manifest', items: [] }, 'has no leaves'],
  [
    { type: 'Manifest', items: Array.from({ length: 2_001 }, () => canvas({}, undefined)) },
    'has 2001 leaves',
  ],
  ['['.repeat(200_000), 'no manifest of the IIIF Presentation API'],
  [`{"type":"Manifest","items":${'['.repeat(60)}${']'.repeat(60)}}`, 'no manifest of the IIIF'],
])('says what else it is that was given', (value, words) => {
  expect(faultOf(value)).toContain(words);
});

it('tells how deep JSON is, whatever stands in its words', () => {
  expect(jsonDepth('{"a":["[[\\"[[",{"b":1}]}')).toBe(3);
  expect(jsonDepth('"x"')).toBe(0);
});
