import { hash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from './print/conservation/read-pdf.js';
import { stopTypesetter } from './print/index.js';
import { publishEdition } from './publish-edition.js';
import { epubcheck } from './testing/epubcheck.js';
import { smallJpeg as jpeg } from './testing/small-jpeg.js';

const xmlns = 'xmlns="http://www.tei-c.org/ns/1.0"';
const header =
  '<teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt><publicationStmt><date when="2026-11-30"/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
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
            source: `<TEI ${xmlns} xml:id="one">${header}<text xml:lang="en"><body><div type="letter"><head type="title">ONE</head><p>Before.</p><figure><graphic url="../images/seal.tif"/><head>A seal</head><figDesc>A seal in "red" wax</figDesc></figure><p>After.</p><figure><graphic url="../images/lost.tif"/><figDesc>A sketch</figDesc></figure><figure><graphic url="../images/mark.tif"/><graphic url="../images/away.tif"/><figDesc>Two marks</figDesc></figure><p>In a line <graphic url="../images/mark.tif"/> of text.</p><p><graphic url="../images/mark.tif"><desc>A mark</desc></graphic></p></div></body></text></TEI>`,
          },
        ],
        images: [
          { ...picture, path: 'images/seal.tif' },
          { ...picture, path: 'images/mark.tif', alt: 'A mark' },
        ],
      },
      { out: join(out, 'edition'), only: ['web', 'pdf', 'epub'] },
    );
  }, 240_000);
  afterAll(async () => {
    await stopTypesetter();
    await rm(out, { recursive: true, force: true });
  });

  it('stand on the page with their caption, and where they are missing what they show does', async () => {
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
      expect(html).toContain('[A sketch]');
      expect(html).toMatch(/In a line <img class="plate in-line" [^>]*> of text\./);
    }
    expect(await read('edition/images/abc.jpg')).toEqual(jpeg);
  });

  it('are found from the file that readers download', async () => {
    const tei = (await read('edition/letters/one/one.xml')).toString();
    expect(tei).toContain('<graphic url="../../images/abc.jpg"/>');
    expect(tei).toContain('<graphic url="../images/lost.tif"/>');
  });

  it('are set in the PDF where they stand, described; what is missing of some is named alone', async () => {
    const bytes = await read('edition/volume.pdf');
    const pdf = bytes.toString('latin1');
    expect(pdf.match(/\/Subtype\s*\/Image/g)).toHaveLength(1);
    expect(pdf).toContain('A seal in "red" wax');
    expect(pdf.match(/\/S\s*\/Figure/g)).toHaveLength(4);
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const { body } = await readPdf(bytes);
    expect(body.folded.match(/\[[^\]]*\]/g)).toEqual(['[ASKETCH]', '[IMAGE]']);
    expect(body.folded).toContain('INALINEOFTEXT.');
  });

  it('are in the book', async () => {
    const book = unzipSync(await read('edition/volume.epub'));
    expect(book['book/text/images/abc.jpg']).toEqual(new Uint8Array(jpeg));
    expect(strFromU8(book['book/package.opf'] ?? new Uint8Array())).toContain(
      'href="text/images/abc.jpg" media-type="image/jpeg"',
    );
  });

  it.skipIf(checker === undefined)(
    'are right in epubcheck (skipped where that is not installed)',
    () => {
      expect(checker?.(join(out, 'edition/volume.epub'))).toContain('No errors or warnings detected');
    },
    120_000,
  );
});
