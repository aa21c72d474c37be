import { escapeText } from '@chancery/xml';
import { AppendedPdf, UnknownPdf } from './appended-pdf.js';

/** What a PDF's metadata say of its publication, beside what the typesetter writes. */
export interface CopyFacts {
  /** What the edition is called where it is cited: `1.2`. */
  readonly release?: string | undefined;
  readonly publishers: readonly string[];
  /** What its readers may do with it, in words, and the address where that stands. */
  readonly availability: string;
  readonly licence?: string | undefined;
}

/**
 * The PDF/A of the typesetter as it is kept and read: with publisher, rights and release in its metadata (XMP, ISO 16684-1),
 * its title shown in place of its file name, and, where it meets PDF/UA-1 too, said to do so (ISO 14289-1 §5). The typesetter
 * can say one standard at a time.
 */
export function asReadingCopy(pdf: Uint8Array, facts: CopyFacts, accessible: boolean): Uint8Array {
  const copy = new AppendedPdf(pdf);
  const catalog = copy.object(copy.root);
  const [, metadata] = /\/Metadata (\d+) 0 R/.exec(catalog) ?? [];
  if (metadata === undefined) throw new UnknownPdf('The PDF has no metadata.');
  copy.replace(copy.root, withTitleShown(catalog));
  const stream = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(copy.object(Number(metadata)))?.[1] ?? '';
  const packet = withFacts(Buffer.from(stream, 'latin1').toString('utf8'), facts, accessible);
  const written = Buffer.from(packet, 'utf8').toString('latin1');
  copy.replace(
    Number(metadata),
    `<<\n  /Type /Metadata\n  /Subtype /XML\n  /Length ${written.length}\n>>\nstream\n${written}\nendstream`,
  );
  return copy.bytes();
}

/** ISO 14289-1 §7.1: the title of the document, not its file's name, stands over it. */
function withTitleShown(catalog: string): string {
  return /\/ViewerPreferences\s*<</.test(catalog)
    ? catalog
        .replace(/\/DisplayDocTitle (true|false)\s*/, '')
        .replace(/\/ViewerPreferences\s*<</, '$& /DisplayDocTitle true ')
    : catalog.replace(/>>\s*$/, '  /ViewerPreferences << /DisplayDocTitle true >>\n>>');
}

function withFacts(packet: string, facts: CopyFacts, accessible: boolean): string {
  const { release, publishers, availability, licence } = facts;
  const items = publishers.map((name) => `<rdf:li>${escapeText(name)}</rdf:li>`).join('');
  const words = availability || licence;
  const said = [
    items === '' ? '' : `<dc:publisher><rdf:Bag>${items}</rdf:Bag></dc:publisher>`,
    words
      ? `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escapeText(words)}</rdf:li></rdf:Alt></dc:rights>`
      : '',
    licence === undefined ? '' : `<xmpRights:WebStatement>${escapeText(licence)}</xmpRights:WebStatement>`,
    release === undefined ? '' : `<xmpMM:VersionID>${escapeText(release)}</xmpMM:VersionID>`,
    accessible ? '<pdfuaid:part>1</pdfuaid:part>' : '',
  ].join('');
  if (said === '') return packet;
  const described = packet
    .replace(/<rdf:Description rdf:about=""/, `$& ${namespaces}`)
    .replace('</rdf:Description>', (end) => `${said}${end}`);
  return accessible
    ? described.replace('<pdfaExtension:schemas><rdf:Bag>', `$&${accessibleSchema}`)
    : described;
}

const namespaces =
  'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"';

/** PDF/A asks for a description of every property that it does not know (ISO 19005-2 §6.6.2.3). */
const accessibleSchema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;
