import { hash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopTypesetter } from './print/index.js';
import { publishEdition } from './publish-edition.js';
import { epubcheck } from './testing/epubcheck.js';

const xmlns = 'xmlns="http://www.tei-c.org/ns/1.0"';
const header =
  '<teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt><publicationStmt><date when="2026-11-30"/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
/** 30 by 20 pixels of grey. */
const jpeg = Buffer.from(
  '/9j/2wBDACgoKCgrKC0yMi0/RDxEP11VTk5VXYxkbGRsZIzVhZuFhZuF1bzkua255Lz//+vr////////////////////////2wBDASgoKCgrKC0yMi0/RDxEP11VTk5VXYxkbGRsZIzVhZuFhZuF1bzkua255Lz//+vr////////////////////////wgARCAAUAB4DASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIQAxAAAACgAAAf/8QAFBABAAAAAAAAAAAAAAAAAAAAMP/aAAgBAQABPwBP/8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAgEBPwAf/8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAwEBPwAf/9k=',
  'base64',
);
const checker = epubcheck();

describe('pictures in running text', () => {
  let out: string;
  const read = (path: string) => readFile(join(out, path));
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'chancery-figures-'));
    const file = join(out, 'ready.jpg');
    await writeFile(file, jpeg);
    const picture = {
      name: 'abc.jpg',
      file,
      width: 30,
      height: 20,
      recipe: 'r',
      sha256: hash('sha256', jpeg),
    };
    await publishEdition(
      {
        volume: {
          path: 'volume.xml',
          source: `<TEI ${xmlns}>${header}<text xml:lang="en"><body><div type="documents"><list type="documents"><item><ptr target="letters/one.xml"/></item></list></div></body></text></TEI>`,
        },
        letters: [
          {
            path: 'letters/one.xml',
            source: `<TEI ${xmlns} xml:id="one">${header}<text xml:lang="en"><body><div type="letter"><head type="title">ONE</head><p>Before.</p><figure><graphic url="../images/seal.tif"/><head>A seal</head><figDesc>A seal in "red" wax</figDesc></figure><p>After.</p><figure><graphic url="../images/lost.tif"/><figDesc>A sketch</figDesc></figure></div></body></text></TEI>`,
          },
        ],
        images: [{ ...picture, path: 'images/seal.tif' }],
      },
      { out: join(out, 'edition'), only: ['web', 'pdf', 'epub'] },
    );
  }, 240_000);
  afterAll(async () => {
    await stopTypesetter();
    await rm(out, { recursive: true, force: true });
  });

  it('stand on the page with their caption, and where they are missing their name does', async () => {
    for (const [page, root] of [
      ['index.html', '../../'],
      ['diplomatic/index.html', '../../../'],
    ] as const) {
      const html = (await read(`edition/letters/one/${page}`)).toString();
      expect(html).toContain(
        `<img class="plate" src="${root}images/abc.jpg" alt="A seal in &#34;red&#34; wax" loading="lazy" width="30" height="20">`,
      );
      expect(html).toContain('A seal</');
      // It is said once, and not shown beside.
      expect(html.match(/red/g)).toHaveLength(1);
      expect(html).toContain('[image: ../images/lost.tif]');
    }
    expect(await read('edition/images/abc.jpg')).toEqual(jpeg);
  });

  it('are found from the file that readers download', async () => {
    const tei = (await read('edition/letters/one/one.xml')).toString();
    expect(tei).toContain('<graphic url="../../images/abc.jpg"/>');
    expect(tei).toContain('<graphic url="../images/lost.tif"/>');
  });

  it('are set in the PDF, described', async () => {
    const pdf = (await read('edition/volume.pdf')).toString('latin1');
    expect(pdf.match(/\/Subtype\s*\/Image/g)).toHaveLength(1);
    expect(pdf).toContain('A seal in "red" wax');
  });

  it('are in the book', async () => {
    const book = unzipSync(await read('edition/volume.epub'));
    expect(book['book/text/images/abc.jpg']).toEqual(new Uint8Array(jpeg));
    expect(strFromU8(book['book/package.opf'] ?? new Uint8Array())).toContain(
      'href="text/images/abc.jpg" media-type="image/jpeg"',
    );
  });

  it.skipIf(checker === undefined)('are right in epubcheck (skipped where that is not installed)', () => {
    expect(checker?.(join(out, 'edition/volume.epub'))).toContain('No errors or warnings detected');
  });
});
