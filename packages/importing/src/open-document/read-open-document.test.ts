import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importPrintedVolume } from '../printed/import-printed-volume.js';
import { DocumentRefused } from '../written/open-package.js';
import { readDocumentSource } from '../written/read-document-source.js';

const namespaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xlink="http://www.w3.org/1999/xlink"',
  'dc="http://purl.org/dc/elements/1.1/"',
]
  .map((each) => `xmlns:${each}`)
  .join(' ');

function odt(text: string, styles = '', named = ''): Uint8Array {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(`<office:document-styles ${namespaces}>${named}</office:document-styles>`),
  });
}

const style = (name: string, properties: string, more = '', family = 'text') =>
  `<style:style style:name="${name}" style:family="${family}" ${more}><style:text-properties ${properties}/></style:style>`;
const looks = [
  style('I', 'fo:font-style="italic"'),
  style('IB', 'fo:font-weight="bold"', 'style:parent-style-name="I"'),
  style('W', 'fo:letter-spacing="0.1cm"'),
  style('Sup', 'style:text-position="super 58%"'),
  '<style:style style:name="New" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>',
].join('');
const note = (id: string, kind: string, words: string) =>
  `<text:note text:id="${id}" text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body><text:p>${words}</text:p></text:note-body></text:note>`;
const read = async (text: string) => {
  const written = await readDocumentSource('a.odt', odt(text, looks));
  return { ...written, text: written.text.replace('\u001Ca.odt\n\n', '') };
};

describe('an OpenDocument text as source text', () => {
  it('keeps headings, lines, pages and white space', async () => {
    const { text } = await read(
      '<text:h text:outline-level="2">DOCUMENTS</text:h><text:p/>\n' +
        '<text:p>Moscow,<text:line-break/>August\n  4,<text:s text:c="2"/>1941</text:p><text:p text:style-name="New">Next.</text:p>' +
        '<text:section><text:p>Held <text:span> together</text:span></text:p></text:section>',
    );
    expect(text).toBe('## DOCUMENTS\n\nMoscow,  \nAugust 4,  1941\n\n\fNext.\n\nHeld together\n');
  });

  it('keeps emphasis, with what styles take over from others, and looks that asterisks cannot say', async () => {
    const { text, left } = await read(
      '<text:p>See <text:span text:style-name="I">Pravda</text:span>, <text:span text:style-name="IB">both</text:span>, ' +
        '<text:span text:style-name="W">wide</text:span><text:span text:style-name="Sup">2</text:span></text:p>',
    );
    expect(text.trimEnd()).toBe('See *Pravda*, ***both***, [wide]{.spaced}<sup>2</sup>');
    expect(left).toEqual([]);
  });

  it('keeps notes with their callouts, and tables', async () => {
    const { text } = await read(
      `<text:p>It came${note('a', 'footnote', 'At night.')} and went${note('b', 'endnote', 'By sea.')}.</text:p>` +
        '<table:table><table:table-row><table:table-cell><text:p>Guns</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>',
    );
    expect(text).toBe('It came[^2] and went[^1].\n\n[^2]: At night.\n\nGuns\t12\n\nNOTES\n\n[^1]: By sea.\n');
  });

  it('accounts for comments, deletions, pictures, links and running heads', async () => {
    const { text, left } = await readDocumentSource(
      'a.odt',
      odt(
        '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>M.</dc:creator></office:change-info><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
          '<text:p>Kept<office:annotation><dc:creator>N.</dc:creator><text:p>Why?</text:p></office:annotation><draw:frame><draw:image xlink:href="http://127.0.0.1:9/x.png"/></draw:frame>' +
          ' <text:a xlink:href="http://example.org">there</text:a></text:p>',
        '',
        '<office:master-styles><style:master-page><style:header><text:p>CORRESPONDENCE</text:p></style:header></style:master-page></office:master-styles>',
      ),
    );
    expect(text.trimEnd()).toBe('\u001Ca.odt\n\nKept there');
    expect(left.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'deletion: Words that M. deleted while changes were tracked are not taken over: “gone”.',
      'comment: A comment by N. is not taken over: “Why?”.',
      'image: A picture is not taken over. Add it as an image of the copy, if it is one.',
      'link: The address http://example.org behind the words “there” is not taken over.',
      'running-head: What stands at the head or foot of every page is not taken over: “CORRESPONDENCE”.',
    ]);
  });

  it('comes to a volume whose notes are where they were called', async () => {
    const { text } = await read(
      `<text:p>No. 1</text:p><text:p>Received on August 4, 1941</text:p><text:p>F. ROOSEVELT TO J. V. STALIN</text:p><text:p>I thank you.${note('a', 'footnote', 'Not printed.')}</text:p>`,
    );
    expect(importPrintedVolume(text).files[1]?.source.replace(/\s+/g, ' ')).toContain(
      'I thank you.<note type="footnote" place="bottom" n="1">Not printed.</note>',
    );
  });
});

describe('a document under another name, or none at all', () => {
  it.each([
    ['a.odt', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'Give it a name that ends in .docx.'],
    ['a.docx', odt('<text:p>x</text:p>'), 'Give it a name that ends in .odt.'],
    ['a.docx', strToU8('My dear Mr Stalin,'), 'give it a name that ends in .txt or .md'],
    ['a.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'without its password if it has one'],
    ['a.odt', strToU8('%PDF-1.7'), 'This is a PDF, though its name ends in .odt.'],
    ['a.odt', odt('x').slice(0, 200), 'cannot be unpacked'],
    ['a.odt', zipSync({ 'content.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }), 'not the XML'],
  ])('%s is refused with what to do', async (name, bytes, words) => {
    const error = await readDocumentSource(name, bytes).catch((thrown: unknown) => thrown);
    if (!(error instanceof DocumentRefused)) throw error;
    expect(`${error.message} ${error.advice}`).toContain(words);
  });
});
