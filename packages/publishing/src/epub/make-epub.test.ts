import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { checkWellFormed, parseTree, type XmlElement } from '@chancery/xml';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EditionSource } from '../edition-source.js';
import { epubcheck } from '../testing/epubcheck.js';
import { publishedFiles } from '../testing/published-files.js';
import { injected, richVolume, sampleVolume } from '../testing/rich-volume.js';

const checker = epubcheck();

function* elementsIn(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (child.type === 'element') yield* elementsIn(child);
}

const attributeOf = (element: XmlElement, name: string) =>
  element.attributes.find((attribute) => attribute.name === name)?.value;

describe.each([
  ['a volume that says everything', richVolume],
  ['the sample volume', sampleVolume],
])('the book of %s', (_name, edition) => {
  let bytes: Uint8Array;
  let book: Map<string, string>;

  beforeAll(async () => {
    const { files } = await publishedFiles(edition(), { only: ['epub'], release: '1.2' });
    bytes = files.get('volume.epub') ?? new Uint8Array();
    book = new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
  }, 120_000);

  it('begins with its type, stored, and names its package', () => {
    expect([...book.keys()].slice(0, 2)).toEqual(['mimetype', 'META-INF/container.xml']);
    expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    expect(book.get('META-INF/container.xml')).toContain('full-path="book/package.opf"');
  });

  it('is well-formed XML in all of its documents, without script', () => {
    for (const [path, text] of book) {
      if (!/\.(?:xhtml|opf|svg|xml)$/.test(path)) continue;
      expect(checkWellFormed(text), path).toBeUndefined();
      expect(text, path).not.toMatch(/<script|="javascript:|<[^>]*\son\w+=/);
    }
  });

  it('lists every file once, reads each in its order, and leads nowhere that is not there', () => {
    const all = [...elementsIn(parseTree(book.get('book/package.opf') ?? ''))];
    const items = all.filter(({ localName }) => localName === 'item');
    const listed = items.map((item) => `book/${decodeURI(attributeOf(item, 'href') ?? '')}`);
    expect([...listed].sort()).toEqual(
      [...book.keys()].filter((path) => path.startsWith('book/') && !path.endsWith('.opf')).sort(),
    );
    const ids = new Set(items.map((item) => attributeOf(item, 'id')));
    const spine = all
      .filter(({ localName }) => localName === 'itemref')
      .map((each) => attributeOf(each, 'idref'));
    expect(spine.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(spine).size).toBe(spine.length);
    const idsOf = new Map(
      [...book]
        .filter(([path]) => path.endsWith('.xhtml'))
        .map(([path, text]) => {
          const own = [...elementsIn(parseTree(text))].flatMap((each) => attributeOf(each, 'id') ?? []);
          expect(new Set(own).size, path).toBe(own.length);
          return [path, new Set(own)];
        }),
    );
    for (const [path, text] of book) {
      if (!path.endsWith('.xhtml')) continue;
      for (const element of elementsIn(parseTree(text))) {
        const href = attributeOf(element, 'href');
        if (href === undefined || /^(?:https?|mailto):/.test(href)) continue;
        const [file = '', fragment] = href.split('#');
        const target = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
        expect(book.has(target), `${path}: ${href}`).toBe(true);
        if (fragment !== undefined) expect(idsOf.get(target)?.has(fragment), `${path}: ${href}`).toBe(true);
      }
    }
  });

  it('has every callout lead to its note and back, as reading systems know them', () => {
    const callouts = [...book.values()].flatMap((text) => text.match(/epub:type="noteref"/g) ?? []);
    const notes = [...book.values()].flatMap(
      (text) => text.match(/<aside id="note-\d+" epub:type="footnote"/g) ?? [],
    );
    expect(notes.length).toBeGreaterThan(0);
    expect(callouts.length).toBeGreaterThanOrEqual(notes.length);
  });

  it('says what it is, of which release, and how accessible', () => {
    const opf = book.get('book/package.opf') ?? '';
    for (const words of [
      '<dc:language>en</dc:language>',
      'property="schema:bookEdition">1.2<',
      'property="schema:accessMode">textual<',
      'property="schema:accessibilityHazard">none<',
      'property="dcterms:modified">',
      'properties="nav"',
      'properties="cover-image"',
    ])
      expect(opf).toContain(words);
  });

  it('is the same, byte for byte, each time', async () => {
    const { files } = await publishedFiles(edition(), { only: ['epub'], release: '1.2' });
    expect(files.get('volume.epub')?.equals(bytes)).toBe(true);
  });

  it.skipIf(!checker)(
    'is clean in epubcheck (skipped where that is not installed)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'chancery-epub-'));
      try {
        const path = join(folder, 'volume.epub');
        writeFileSync(path, bytes);
        expect(checker?.(path)).toContain('No errors or warnings detected');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});

it('was modified on the day that its files say or that is told, and else when it is made', async () => {
  const { volume, letters } = richVolume();
  const undated = { ...volume, source: volume.source.replace('<date when="2026-11-28"/>', '') };
  const modified = async (edition: EditionSource, released?: string) => {
    const { files } = await publishedFiles(edition, { only: ['epub'], release: '1.2', released });
    const opf = unzipSync(files.get('volume.epub') ?? new Uint8Array())['book/package.opf'];
    return /dcterms:modified">([^<]*)</.exec(strFromU8(opf ?? new Uint8Array()))?.[1];
  };
  expect(await modified(richVolume())).toBe('2026-11-28T00:00:00Z');
  expect(await modified(richVolume(), '2026-12-01')).toBe('2026-12-01T00:00:00Z');
  const days = [new Date(), new Date(Date.now() + 60_000)].map((day) => day.toISOString().slice(0, 10));
  const made = await modified({ volume: undated, letters });
  expect(days.map((day) => `${day}T00:00:00Z`)).toContain(made);
});

it('has what would be markup as text, and words that have no form', async () => {
  const { files } = await publishedFiles(richVolume(), { only: ['epub'] });
  const text = strFromU8(
    unzipSync(files.get('volume.epub') ?? new Uint8Array())['book/text/letter-three.xhtml'] ??
      new Uint8Array(),
  );
  expect(text).toContain('Odd words.');
  expect(text).toContain(injected.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
});
