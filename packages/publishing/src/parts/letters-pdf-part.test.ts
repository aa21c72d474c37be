import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linesIn } from '../print/conservation/index.js';
import { readPdf } from '../print/conservation/read-pdf.js';
import { publishEdition } from '../publish-edition.js';
import { sampleVolume } from '../testing/rich-volume.js';

const sample = sampleVolume();
const id = 'roosevelt-churchill-1941-08-15';
let out: string;

beforeAll(async () => {
  out = join(await mkdtemp(join(tmpdir(), 'chancery-letters-pdf-')), 'edition');
});
afterAll(() => rm(join(out, '..'), { recursive: true, force: true }));

const page = (of: string) => readFile(join(out, `letters/${of}/index.html`), 'utf8');

it('sets each document by itself, with the notes that it calls, and without the marks of a proof', async () => {
  const report = await publishEdition(sample, { out, only: ['web', 'letters-pdf'] });
  expect(report['letters-pdf']?.pages).toBeGreaterThanOrEqual(sample.letters.length);
  const lines = linesIn(await readPdf(await readFile(join(out, `letters/${id}/${id}.pdf`))));
  const words = lines
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  expect(words).toMatch(/F\. ROOSEVELT AND W\. CHURCHILL/);
  expect(words).toMatch(/The text of this note is wanting/);
  expect(words).not.toContain('neutralising Finland');
  expect(words).not.toMatch(/\bProof\b/);
  expect(await page(id)).toContain(`<a href="${id}.pdf" type="application/pdf">PDF of this document</a>`);
}, 180_000);

it('gives a document by itself a heading of the first level, and meets PDF/UA-1', async () => {
  const bytes = await readFile(join(out, `letters/${id}/${id}.pdf`));
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const roles = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [String(object.get(PDFName.of('S')))] : []));
  expect(roles).toContain('/H1');
  expect(roles).not.toContain('/H2');
  expect(bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

it('is kept while others are made, and offered on no page of a document that it has not', async () => {
  const letters = sample.letters.map((letter) => ({
    ...letter,
    source: letter.source.replace('xml:id="stalin-1941-08-04"', 'xml:id="renamed"'),
  }));
  await publishEdition({ ...sample, letters }, { out, only: ['web'] });
  expect(await page(id)).toContain(`${id}.pdf`);
  expect(await page('renamed')).not.toContain('renamed.pdf');
}, 180_000);

it('begins at a file that is there, where there is no web edition whose contents lead to all', async () => {
  const alone = join(out, '..', 'alone');
  const { 'letters-pdf': made } = await publishEdition(sample, { out: alone, only: ['letters-pdf'] });
  expect(made?.path).toMatch(/^letters\/(.+)\/\1\.pdf$/);
  expect((await readFile(join(alone, made?.path ?? ''))).subarray(0, 5).toString()).toBe('%PDF-');
}, 180_000);

it('is not made where nothing is chosen', async () => {
  const { offered } = await publishEdition(sample, { out: join(out, '..', 'usual') });
  expect(offered).not.toContain('letters-pdf');
  expect(offered).toContain('json');
}, 180_000);
