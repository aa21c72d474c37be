import { elements } from '@chancery/tei';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildDocx, type DocxParts, paragraph as p, run as r } from '../word/testing/build-docx.js';
import { DocumentRefused } from '../written/open-package.js';
import { readDocumentSource } from '../written/read-document-source.js';
import { importPrintedVolume } from './import-printed-volume.js';
import { isOpen } from './reporting/open-doubts.js';

const styles = ['1', '2']
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  .join('');
const h = (words: string, level = 1) => p(r(words), `<w:pStyle w:val="H${level}"/>`);
const call = '<w:r><w:footnoteReference w:id="2"/></w:r>';
const note = (words: string) =>
  `<w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(` ${words}`)}`)}</w:footnote>`;

const anna: DocxParts = {
  styles,
  footnotes: note('The cat.'),
  body:
    h('Anna writes home') +
    p(r('Boston, May 12, 1862')) +
    p(r('Dear Mother,')) +
    p(r('All is well, and so is Tom') + call + r('.')) +
    p(r('Yours ever,')) +
    p(r('Anna Miller')),
};
const bare: DocxParts = {
  footnotes: note('The horse.'),
  body: p(r('I have nothing to tell but that Max') + call + r(' is lame.')) + p(r('T. Miller')),
};

const read = async (name: string, bytes: Uint8Array) => {
  const source = await readDocumentSource(name, bytes);
  return { ...source, ...importPrintedVolume(source.text) };
};
const letter = (files: readonly { path: string; source: string }[], id: string) =>
  files.find(({ path }) => path === `letters/${id}.xml`)?.source.replace(/\s+/g, ' ') ?? '';

describe('a document without numbers', () => {
  it('is a letter, with its title, date, salutation, signature and notes', async () => {
    const { files, documents, queue, ledger } = await read('1862 Anna.docx', buildDocx(anna));
    expect(documents).toMatchObject([
      { id: 'letter-1862-anna', kind: 'letter', title: 'Anna writes home', dates: [{ when: '1862-05-12' }] },
    ]);
    expect(queue.filter(isOpen)).toEqual([]);
    const written = letter(files, 'letter-1862-anna');
    expect(written).toContain('<title>No. [1]. Anna writes home</title>');
    expect(written).toContain('<head type="title">Anna writes home</head>');
    expect(written).toMatch(
      /<opener><dateline><placeName [^>]*>Boston<\/placeName>, <date type="signed" when="1862-05-12">/,
    );
    expect(written).toContain('<salute>Dear Mother,</salute></opener>');
    expect(written).toMatch(/Tom<note [^>]*>The cat\.<\/note>\./);
    expect(written).toMatch(/<salute>Yours ever,<\/salute> <signed>Anna Miller<\/signed>/);
    expect(written).toMatch(/<correspAction type="signed"> <persName>Anna Miller<\/persName>/);
    expect(written).toContain('The file “1862 Anna.docx”');
    expect(ledger[0]).toMatchObject({ line: 1, fate: { kind: 'excluded', reason: 'the name of a file' } });
  });

  it('keeps how its words look, by the values that the element table has', async () => {
    const looks = [
      ['Kerr', '<w:smallCaps/>', 'smallcaps'],
      ['all', '<w:spacing w:val="40"/>', 'spaced'],
      ['none', '<w:u w:val="single"/>', 'underline'],
      ['th', '<w:vertAlign w:val="superscript"/>', 'superscript'],
      ['n', '<w:vertAlign w:val="subscript"/>', 'subscript'],
      ['both', '<w:b/><w:u w:val="single"/><w:smallCaps/>', 'smallcaps underline'],
      ['war', '<w:strike/>', ''],
    ] as const;
    const body = looks.map(([words, properties]) => r('A') + r(words, properties)).join(r(' '));
    const signed = r('A. ') + r('Miller', '<w:smallCaps/>');
    const { files, left, queue } = await read(
      'a.docx',
      buildDocx({ body: p(r('Dear Tom,')) + p(body + r('.')) + p(r('Yours,')) + p(signed) }),
    );
    const written = letter(files, 'a');
    for (const [words, , rend] of looks.slice(0, 5))
      expect(written).toContain(`A<hi rend="${rend}">${words}</hi>`);
    expect(written).toContain('A<hi rend="bold"><hi rend="smallcaps underline">both</hi></hi> Awar.');
    expect(written).toContain('<signed>A. <hi rend="smallcaps">Miller</hi></signed>');
    expect(left).toMatchObject([{ code: 'look', message: expect.stringContaining('struck through') }]);
    expect(queue).toEqual([]);
    const known = Object.keys(
      elements.find(({ name }) => name === 'hi')?.attributes?.find(({ name }) => name === 'rend')?.values ??
        {},
    );
    expect(known).toEqual(expect.arrayContaining(looks.slice(0, 5).map(([, , rend]) => rend)));
  });

  it('has the name of its file for a title, where no heading gives one; a name that ends it is asked about', async () => {
    const { files, queue } = await read('T. Miller to Anna.docx', buildDocx(bare));
    const written = letter(files, 't-miller-to-anna');
    expect(written).toContain('<title>No. [1]. T. Miller to Anna</title>');
    expect(written).toMatch(
      /<head type="title"><supplied [^>]*reason="no-title">T. Miller to Anna<\/supplied><\/head>/,
    );
    expect(written).toContain('<signed>T. Miller</signed>');
    expect(queue).toMatchObject([{ code: 'closing', source: 'T. Miller' }]);
  });

  it('is several letters where headings and salutations say so, each of which is asked about', async () => {
    const second = h('Anna writes again') + p(r('Dear Mother,')) + h('Of the cat', 2) + p(r('It is lame.'));
    const third = p(r('May 14, 1862')) + p(r('Dear Tom,')) + p(r('Come.')) + p(r('Yours,')) + p(r('Anna'));
    const { documents, queue, text } = await read(
      'letters.docx',
      buildDocx({ ...anna, body: `${anna.body}${second}${p(r('Yours,'))}${p(r('Anna'))}${third}` }),
    );
    expect(documents).toMatchObject([
      { title: 'Anna writes home' },
      { title: 'Anna writes again', dates: [] },
      { dates: [{ when: '1862-05-14' }] },
    ]);
    expect(queue.map(({ code, source }) => [code, source])).toEqual([
      ['boundary', 'Anna writes again'],
      ['boundary', 'Dear Tom,'],
    ]);
    const goOn = (entries: typeof queue) => entries.map(({ id }) => ({ id, choice: 'continue' }));
    const once = importPrintedVolume(text, { decisions: goOn(queue) });
    expect(importPrintedVolume(text, { decisions: goOn(once.queue) }).documents).toHaveLength(1);
  });

  it('is asked about where it is plain text and nothing in it is of a letter', () => {
    const { documents, queue } = importPrintedVolume('A shopping list.\n\nTwo eggs.');
    expect(documents).toHaveLength(1);
    expect(queue).toMatchObject([{ code: 'boundary', line: 1 }]);
    const decisions = [{ id: queue[0]?.id ?? '', choice: 'continue' }];
    expect(importPrintedVolume('A shopping list.\n\nTwo eggs.', { decisions }).documents).toEqual([]);
  });
});

describe('an archive of documents', () => {
  it('is a letter for each file, in the order of their names, with every note at its callout', async () => {
    const { documents, files, left } = await read(
      'letters.zip',
      zipSync({
        'in/10.docx': buildDocx(bare),
        'in/2.docx': buildDocx(anna),
        'in/11.txt': new TextEncoder().encode('Dear Tom,\n\nCome.\n'),
        'in/3.docx': new TextEncoder().encode('no document'),
        'in/cat.jpg': new Uint8Array(4),
        'in/tei.txt': new TextEncoder().encode('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>'),
      }),
    );
    expect(documents.map(({ id }) => id)).toEqual(['letter-2', 'letter-10', 'letter-11']);
    expect(letter(files, 'letter-2')).toMatch(/Tom<note [^>]*>The cat\.<\/note>/);
    expect(letter(files, 'letter-10')).toMatch(/Max<note [^>]*>The horse\.<\/note>/);
    expect(left.map(({ message }) => message)).toEqual([
      expect.stringContaining('in/cat.jpg is not read: it is neither a document'),
      expect.stringContaining('in/3.docx is not read: This is no document of a word processor'),
      expect.stringContaining('in/tei.txt is not read: it is XML, not a text.'),
    ]);
  });

  it('takes a letter once that is there twice, and says so', async () => {
    const text = new TextEncoder().encode('Dear Tom,\n\nCome.\n');
    const { documents, left } = await read('a.zip', zipSync({ 'a.txt': text, 'b.md': text, 'c.txt': text }));
    expect(documents).toHaveLength(1);
    expect(left.map(({ message }) => message)).toEqual([
      'b.md says the same as a.txt, and is taken once.',
      'c.txt says the same as a.txt, and is taken once.',
    ]);
  });

  it('may hold numbered letters among the others', async () => {
    const numbered = buildDocx({ body: p(r('No. 4')) + p(r('A. ADAMS TO B. BOWEN')) + p(r('It came.')) });
    const { documents } = await read('a.zip', zipSync({ 'a.docx': buildDocx(anna), 'b.docx': numbered }));
    expect(documents).toMatchObject([
      { id: 'a', number: { value: '1', isSupplied: true } },
      { id: 'b', number: { value: '4', isSupplied: false } },
    ]);
  });

  it('is refused where nothing in it can be read', async () => {
    const refused = readDocumentSource('a.zip', zipSync({ 'a.jpg': new Uint8Array(3) }));
    await expect(refused).rejects.toBeInstanceOf(DocumentRefused);
    await expect(refused).rejects.toThrow('a.jpg is not read');
  });
});
