import { readVolume } from '@chancery/tei';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calendar } from '../calendar/calendar.js';
import { publishedFiles } from '../testing/published-files.js';
import { injected, richVolume, sampleVolume } from '../testing/rich-volume.js';

let files: Map<string, Buffer>;
let warnings: readonly string[];
const json = (path: string) => JSON.parse(String(files.get(path)));

beforeAll(async () => {
  const only = ['tei', 'txt', 'json'] as const;
  ({ files, warnings } = await publishedFiles(richVolume(), { only, release: '1.2' }));
}, 120_000);

describe('the TEI', () => {
  it('holds each file byte for byte at its path, with the schema beside it', async () => {
    const archive = unzipSync(files.get('tei.zip') ?? new Uint8Array());
    expect(Object.keys(archive)).toEqual([
      'letters-of-ada/README.txt',
      'letters-of-ada/tei/volume.xml',
      'letters-of-ada/tei/letters/one.xml',
      'letters-of-ada/tei/letters/two.xml',
      'letters-of-ada/tei/letters/three.xml',
      'letters-of-ada/schemas/letters.rng',
      'letters-of-ada/schemas/letters.sch',
      'letters-of-ada/schemas/letters.odd',
      'letters-of-ada/CITATION.cff',
      'letters-of-ada/.zenodo.json',
      'letters-of-ada/datacite.json',
    ]);
    const { volume, letters } = richVolume();
    for (const { path, source } of [volume, ...letters])
      expect(strFromU8(archive[`letters-of-ada/tei/${path}`] ?? new Uint8Array())).toBe(source);
    expect(strFromU8(archive['letters-of-ada/README.txt'] ?? new Uint8Array())).toContain('Release 1.2');
  });

  it('has the schemas of the edition’s own, bytes of another encoding, and no path that leads out', async () => {
    const { volume, letters } = richVolume();
    const bytes = Uint8Array.of(0xff, 0xfe, 60, 0);
    const [first, ...others] = letters;
    const edition = {
      volume: { ...volume, source: volume.source.replace('letters/one.xml', '../../one.xml') },
      letters: [{ path: '../../one.xml', source: first?.source ?? '', bytes }, ...others],
      schemas: { rng: '<grammar/>', sch: undefined },
    };
    const { files: made } = await publishedFiles(edition, { only: ['tei'] });
    const archive = unzipSync(made.get('tei.zip') ?? new Uint8Array());
    expect(archive['letters-of-ada/tei/one.xml']).toEqual(bytes);
    expect(strFromU8(archive['letters-of-ada/schemas/letters.rng'] ?? new Uint8Array())).toBe('<grammar/>');
    expect(archive['letters-of-ada/schemas/letters.odd']).toBeUndefined();
    expect(Object.keys(archive).filter((path) => path.includes('..'))).toEqual([]);
  });
});

describe('the plain text', () => {
  it('has a paragraph a line, and the notes at the end under their figures', () => {
    expect(String(files.get('letters/one/one.txt'))).toBe(
      `${[
        'No. 1',
        'ADA TO THE SOCIETY',
        'Dear Sirs,',
        'I write[1] again[1].',
        'one',
        'two',
        'a\tb',
        'Verse one',
        'Verse two',
        'ADA',
        'Notes',
        '[1] On Babbage.',
        '[1] A slip.',
      ].join('\n\n')}\n`,
    );
  });

  it('has all of the volume in its order', () => {
    const whole = String(files.get('volume.txt'));
    const order = ['Letters & papers', 'FOREWORD', 'ADA TO', 'Привет, мир. שלום', 'Odd words.', 'NOTES'];
    const places = order.map((words) => whole.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(whole).toContain(injected);
  });
});

describe('the calendar as data', () => {
  it('is as its schema says, and its schema is the one that is published', () => {
    const read = calendar.parse(json('calendar.json'));
    expect(json('calendar.schema.json')).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(calendar))));
    expect(read).toMatchObject({ title: 'Letters & papers, Volume One', release: '1.2', language: 'en' });
    expect(read.letters.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
    expect(read.letters[0]).toEqual({
      id: 'one',
      number: '1',
      title: 'one',
      kind: 'letter',
      date: { type: 'sent', edtf: '[1843-07-10..1843-07-12]?', printed: '' },
      dates: [
        { type: 'sent', edtf: '[1843-07-10..1843-07-12]?', printed: '' },
        { type: 'received', edtf: '1843-07-14T10:00:00', printed: '' },
      ],
      senders: [{ name: 'Ada King', kind: 'person', id: 'ada', uri: 'https://d-nb.info/gnd/119232022' }],
      addressees: [{ name: 'The Society', kind: 'organisation', id: 'society' }],
      places: [{ name: 'London', of: 'sent', id: 'london', uri: 'https://www.geonames.org/2643743' }],
      language: 'en',
      incipit: expect.stringContaining('I write'),
      page: 'https://ada.example.org/letters/letters/one/',
      tei: 'https://ada.example.org/letters/letters/one/one.xml',
    });
  });

  it('of the sample volume is as its schema says too', async () => {
    const { files: sample } = await publishedFiles(sampleVolume(), { only: ['json'] });
    const read = calendar.parse(JSON.parse(String(sample.get('calendar.json'))));
    expect(read.letters.map(({ id }) => id)).toEqual(
      readVolume(sampleVolume().volume.source).letters.map(({ id }) => id),
    );
  });
});

describe('Distributed Text Services', () => {
  /** A URI template of level 3 with some of its variables (RFC 6570), as a path below the edition. */
  const expand = (template: string, values: Readonly<Record<string, string>>) =>
    template
      .replace(/\{([/;])([\w,]+)\}/g, (_whole, operator: string, names: string) =>
        names
          .split(',')
          .flatMap((name) => {
            const value = values[name];
            if (value === undefined) return [];
            return [operator === '/' ? `/${encodeURIComponent(value)}` : `;${name}=${value}`];
          })
          .join(''),
      )
      .replace('https://ada.example.org/letters/', '');

  it('leads from the entry to the collection, to each letter and to its text', () => {
    const entry = json('dts/index.json');
    expect(entry).toMatchObject({
      '@context': 'https://dtsapi.org/context/v1.0.json',
      dtsVersion: '1.0',
      '@type': 'EntryPoint',
    });
    const root = json(expand(entry.collection, {}));
    expect(root).toMatchObject({ '@type': 'Collection', '@id': 'letters-of-ada', totalChildren: 3 });
    expect(json(expand(root.collection, { nav: 'children' })).member).toEqual(
      root.member.map(() => expect.objectContaining({ '@type': 'Resource' })),
    );
    expect(json(expand(root.collection, { nav: 'parents' })).member).toEqual([]);
    const letters = richVolume().letters;
    for (const [index, member] of root.member.entries()) {
      const alone = json(expand(entry.collection, { id: member['@id'] }));
      expect(alone).toMatchObject({ '@type': 'Resource', totalParents: 1, citationTrees: [] });
      expect(json(expand(member.collection, { nav: 'parents' })).member).toMatchObject([
        { '@id': 'letters-of-ada' },
      ]);
      for (const down of ['1', '-1'])
        expect(json(expand(member.navigation, { down }))).toMatchObject({
          '@type': 'Navigation',
          member: [],
        });
      expect(String(files.get(expand(member.document, {})))).toBe(letters[index]?.source);
      expect(expand(entry.document, { resource: member['@id'] })).toBe(expand(member.document, {}));
    }
  });
});

describe('IIIF', () => {
  it('has a manifest for each letter with pictures on the web, a canvas a page', () => {
    const manifest = json('letters/one/manifest.json');
    expect(manifest).toMatchObject({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      id: 'https://ada.example.org/letters/letters/one/manifest.json',
      type: 'Manifest',
      label: { en: ['1. one'] },
      rights: 'http://creativecommons.org/licenses/by/4.0/',
    });
    expect(manifest.items.map(({ width, height, label }: never) => ({ width, height, label }))).toEqual([
      { width: 400, height: 300, label: { none: ['1'] } },
      { width: 1200, height: 1600, label: { none: ['1v'] } },
    ]);
    const bodies = manifest.items.map(
      (canvas: { items: [{ items: [{ body: object; target: string }] }]; id: string }) => {
        const [annotation] = canvas.items[0].items;
        expect(annotation.target).toBe(canvas.id);
        return annotation.body;
      },
    );
    expect(bodies).toMatchObject([
      {
        id: 'https://iiif.example.org/image/1/full/max/0/default.jpg',
        service: [{ id: 'https://iiif.example.org/image/1', type: 'ImageService3' }],
      },
      { id: 'https://img.example.org/2.jpg', format: 'image/jpeg' },
    ]);
    expect(files.has('letters/two/manifest.json')).toBe(false);
    expect(json('manifests.json').items).toHaveLength(1);
    expect(String(files.get('letters/one/manifest.json'))).not.toContain('javascript:');
  });

  it('has none where no address names it, and says so', async () => {
    const { volume, letters } = richVolume();
    const source = volume.source.replace(/<idno type="url">.*?<\/idno>/, '');
    const made = await publishedFiles({ volume: { ...volume, source }, letters }, { only: ['json'] });
    expect(made.warnings).toEqual(['no-address']);
    expect(made.files.has('manifests.json')).toBe(false);
    const entry = JSON.parse(String(made.files.get('dts/index.json')));
    expect(entry.collection).toBe('collection{/id,nav}.json');
  });
});

it('warns of nothing where there is nothing to warn of', () => {
  expect(warnings.filter((code) => code !== 'unknown-element')).toEqual([]);
});

it('is the same, byte for byte, each time', async () => {
  const only = ['tei', 'txt', 'json'] as const;
  const again = await publishedFiles(richVolume(), { only, release: '1.2' });
  expect([...again.files]).toEqual([...files]);
});
