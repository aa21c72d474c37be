import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importPrintedVolume } from '../printed/import-printed-volume.js';
import { DocumentRefused, packageLimits } from '../written/open-package.js';
import { writeSource } from '../written/write-source.js';
import { readWordDocument } from './read-word-document.js';
import { buildDocx, type DocxParts, paragraph as p, run as r } from './testing/build-docx.js';

const sourceOf = async (parts: DocxParts) => writeSource(await readWordDocument(buildDocx(parts)));
const refusalOf = async (bytes: Uint8Array) => {
  const error = await readWordDocument(bytes).catch((thrown: unknown) => thrown);
  if (!(error instanceof DocumentRefused)) throw error;
  return [error.code, error.message, error.advice].join(' ');
};

const footnote = (id: number, ...paragraphs: string[]) =>
  `<w:footnote w:id="${id}">${paragraphs.map((each) => p(`<w:r><w:footnoteRef/></w:r>${r(each)}`)).join('')}</w:footnote>`;
const callout = (id: number, kind = 'footnote') =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;

describe('a Word document as source text', () => {
  it('keeps paragraphs, headings, lines and pages', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H1"/></w:style>';
    const { text } = await sourceOf({
      styles,
      body:
        p(r('DOCUMENTS'), '<w:pStyle w:val="Mine"/>') +
        p('') +
        p(`${r('Moscow,')}<w:r><w:br/></w:r>${r('August 4, 1941')}`) +
        p(`${r('We have been')}<w:r><w:br w:type="page"/></w:r>${r('told of it.')}`),
    });
    expect(text).toBe('# DOCUMENTS\n\nMoscow,  \nAugust 4, 1941\n\nWe have been\n\n\ftold of it.\n');
  });

  it.each([
    ['italic', r('See ') + r('Pravda', '<w:i/>') + r('.'), 'See *Pravda*.'],
    ['bold and italic', r('A ', '<w:b/>') + r('b', '<w:b/><w:i/>'), '**A** ***b***'],
    ['a space at the border of emphasis', r('See') + r(' Pravda ', '<w:i/>') + r('now'), 'See *Pravda* now'],
    ['a space within emphasis', r('War', '<w:i/>') + r(' ') + r('Aims', '<w:i/>'), '*War Aims*'],
    ['emphasis that is switched off', r('plain', '<w:i w:val="0"/>'), 'plain'],
    ['signs of Markdown', r('5 * 3, * and \\* # 1'), '5 \\* 3, \\* and \\\\\\* # 1'],
    ['what looks like a heading', r('# 1'), '\\# 1'],
    ['what looks like a line across the page', r('---'), '\\---'],
    [
      'a callout that was typed',
      r('word') + r('12', '<w:vertAlign w:val="superscript"/>'),
      'word<sup>12</sup>',
    ],
    [
      'looks that asterisks cannot say',
      r('M') + r('r', '<w:vertAlign w:val="superscript"/>') + r(' [K]', '<w:u w:val="single"/><w:i/>'),
      'M[r]{.superscript} [*\\[K\\]*]{.underline}',
    ],
    ['brackets that are none of its signs', r('[a]{.b} [c]{.spaced}'), '[a\\]{.b} [c\\]{.spaced}'],
    ['a special hyphen', `<w:r><w:t>x</w:t><w:noBreakHyphen/><w:t>y</w:t></w:r>`, 'x‑y'],
  ])('writes %s', async (_, content, expected) => {
    const { text, left } = await sourceOf({ body: p(content) });
    expect(text.trimEnd()).toBe(expected);
    expect(left).toEqual([]);
  });

  it('tells of emphasis that Markdown cannot say', async () => {
    const { text, left } = await sourceOf({ body: p(r('“A”', '<w:i/>') + r('s')) });
    expect(text.trimEnd()).toBe('“A”s');
    expect(left).toMatchObject([{ code: 'look', line: 1 }]);
  });

  it('reads what styles say of the words', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Titles"><w:name w:val="Titles"/><w:rPr><w:i/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="Wide"><w:name w:val="Wide"/><w:rPr><w:spacing w:val="40"/></w:rPr></w:style>';
    const { text, left } = await sourceOf({
      styles,
      body: p(
        r('Pravda', '<w:rStyle w:val="Titles"/>') +
          r(' and ') +
          r('all', '<w:rStyle w:val="Wide"/>') +
          r(' of ') +
          r('Kerr', '<w:smallCaps/>'),
      ),
    });
    expect(text.trimEnd()).toBe('*Pravda* and [all]{.spaced} of [Kerr]{.smallcaps}');
    expect(left).toEqual([]);
  });

  it('keeps footnotes and endnotes with their callouts', async () => {
    const { text, left } = await sourceOf({
      footnotes: footnote(2, 'Not printed.') + footnote(3, 'First.', 'Second.'),
      endnotes: `<w:endnote w:id="2">${p(r('The whole note.'))}${p(r('More of it.'))}</w:endnote>`,
      body:
        p(`${r('The message')}${callout(2)}${r(' came')}${callout(2, 'endnote')}${r('.')}`) +
        p(`${r('It was answered.')}${callout(3)}`),
    });
    expect(text).toBe(
      'The message[^2] came[^1].\n\n[^2]: Not printed.\n\nIt was answered.[^3]\n\n[^3]: First. Second.\n\nNOTES\n\n[^1]: The whole note.\n\nMore of it.\n',
    );
    expect(left.map(({ code }) => code)).toEqual(['note-numbers', 'note-paragraphs']);
  });

  it('writes tables row by row', async () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${p(r(cell))}</w:tc>`).join('')}</w:tr>`;
    const { text, left } = await sourceOf({
      body: `<w:tbl>${row('Guns', '12')}${row('Tanks', '3')}</w:tbl>`,
    });
    expect(text).toBe('Guns\t12\n\nTanks\t3\n');
    expect(left).toMatchObject([{ code: 'table', line: 1 }]);
  });

  it('accounts for what is not taken over, and fetches nothing', async () => {
    const { left } = await sourceOf({
      comments: `<w:comment w:id="0" w:author="N. N.">${p(r('Check the date'))}</w:comment>`,
      header: p(r('CORRESPONDENCE')),
      footnotes: footnote(2, 'Nobody calls this.'),
      outside:
        '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" TargetMode="External" Target="http://127.0.0.1:9/x.dotm"/>',
      body:
        p(`${r('Kept.')}<w:del w:author="M. M."><w:r><w:delText>Struck out.</w:delText></w:r></w:del>`) +
        p('<w:r><w:commentReference w:id="0"/></w:r>'),
    });
    expect(left.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'comment: A comment by N. N. is not taken over: “Check the date”.',
      'deletion: Words that M. M. deleted while changes were tracked are not taken over: “Struck out.”.',
      'running-head: What stands at the head or foot of every page is not taken over: “CORRESPONDENCE”.',
      'outside: The document points to something outside itself (attachedTemplate: http://127.0.0.1:9/x.dotm), which was not fetched.',
      'words: These words stand where no text is read from, as in notes that nothing calls: “Nobody calls this.”.',
    ]);
  });
});

describe('a Word document that cannot be read', () => {
  it('is told of when it is none', async () => {
    expect(await refusalOf(strToU8('My dear Mr Stalin'))).toContain('cannot be unpacked');
    expect(await refusalOf(zipSync({ 'a.txt': strToU8('x') }))).toContain('no Word document');
    expect(
      await refusalOf(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') })),
    ).toContain('Give it a name that ends in .odt');
  });

  it('is not unpacked beyond the limit', async () => {
    const bomb = sayingSize(strToU8('small'), packageLimits.bytes + 1);
    expect(await refusalOf(bomb)).toContain('more than is read');
  });

  it('is refused when a part says less than it holds, or declares entities', async () => {
    expect(await refusalOf(sayingSize(new Uint8Array(100_000).fill(32), 10))).toContain('not the XML');
    const declared = `<!DOCTYPE w [<!ENTITY a "aaaa">]><w>&a;</w>`;
    expect(await refusalOf(zipSync({ 'word/document.xml': strToU8(declared) }))).toContain('not the XML');
  });
});

/** An archive whose directory gives another size for its one part: 24 bytes behind the signature (APPNOTE, 4.3.12). */
function sayingSize(part: Uint8Array, size: number): Uint8Array {
  const archive = zipSync({ 'word/document.xml': part });
  const view = new DataView(archive.buffer, archive.byteOffset);
  for (let at = 0; at < archive.length - 28; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return archive;
}

it('comes to a volume whose notes are where they were called', async () => {
  const { text } = await sourceOf({
    footnotes: footnote(2, 'Date as received.'),
    body:
      p(r('No. 1')) +
      p(r('Received on August 4, 1941')) +
      p(r('F. ROOSEVELT TO J. V. STALIN*')) +
      p(`${r('I send you this message of ')}${r('great', '<w:i/>')}${r(' importance.')}${callout(2)}`) +
      p(r('ROOSEVELT')),
  });
  const letter = importPrintedVolume(text).files[1]?.source.replace(/\s+/g, ' ');
  expect(letter).toContain(
    'message of <hi rend="italic">great</hi> importance.<note type="footnote" place="bottom" n="1">Date as received.</note>',
  );
});
