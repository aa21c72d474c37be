import type { PublicationFacts, VolumeMetadata } from '@chancery/tei';
import { escapeAttribute, escapeText } from '@chancery/xml';
import { datePart, firstMoment } from '../day-of-edition.js';

/** A chapter of the book. */
export interface Chapter {
  /** Of its file, without the ending. */
  readonly name: string;
  readonly title: string;
  readonly xhtml: string;
}

/** What the documents about the book tell. */
export interface Book {
  readonly identifier: string;
  readonly title: string;
  readonly language: string;
  readonly metadata: VolumeMetadata;
  readonly facts: PublicationFacts;
  readonly release: string | undefined;
  /** A year, a month or a day. */
  readonly modified: string;
  readonly site: string | undefined;
  readonly chapters: readonly Chapter[];
  /** The paths of its JPEG pictures, from the folder of its chapters. */
  readonly pictures: readonly string[];
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The package document (EPUB 3.3, 5), with what is asked of accessible books (EPUB Accessibility 1.1, 2). */
export function packageDocument(book: Book): string {
  const { identifier, title, language, metadata, facts, release, modified, site, chapters, pictures } = book;
  const languages = [...new Set([language, ...metadata.languages])].filter((tag) =>
    /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag),
  );
  const element = (name: string, words: string | undefined, attributes = '') =>
    words === undefined || words === '' ? '' : `    <${name}${attributes}>${escapeText(words)}</${name}>\n`;
  const meta = (property: string, words: string, attributes = '') =>
    element('meta', words, ` property="${property}"${attributes}`);
  const editors = facts.editors.map(
    (name, index) =>
      element('dc:contributor', name, ` id="editor-${index + 1}"`) +
      meta('role', 'edt', ` refines="#editor-${index + 1}" scheme="marc:relators"`),
  );
  const features = ['tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability'];
  const items = chapters.map(
    ({ name }, index) =>
      `    <item id="chapter-${index + 1}" href="${addressOf(name)}" media-type="application/xhtml+xml"/>\n`,
  );
  const shown = pictures.map(
    (path, index) => `    <item id="picture-${index + 1}" href="text/${path}" media-type="image/jpeg"/>\n`,
  );
  const spine = chapters.map((_, index) => `    <itemref idref="chapter-${index + 1}"/>\n`);
  return `${head}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="${escapeAttribute(languages[0] ?? 'en')}" prefix="schema: http://schema.org/">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${element('dc:identifier', identifier, ' id="identifier"')}${element('dc:title', title)}${(languages.length > 0 ? languages : ['en']).map((tag) => element('dc:language', tag)).join('')}${editors.join('')}${facts.publishers.map((name) => element('dc:publisher', name)).join('')}${element('dc:source', facts.source)}${element('dc:source', site)}${element('dc:rights', [facts.availability, facts.licence].filter(Boolean).join(' '))}${element('dc:date', datePart(facts.date))}${release === undefined ? '' : meta('schema:bookEdition', release)}${meta('dcterms:modified', firstMoment(modified))}${meta('schema:accessMode', 'textual')}${shown.length > 0 ? meta('schema:accessMode', 'visual') : ''}${meta('schema:accessModeSufficient', 'textual')}${features.map((name) => meta('schema:accessibilityFeature', name)).join('')}${meta('schema:accessibilityHazard', 'none')}${meta('schema:accessibilitySummary', 'All of the text is there as text, in its languages, with headings, a table of contents, and notes that lead back to where they are called. The beginnings of the pages of the copy are marked.')}  </metadata>
  <manifest>
    <item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="cover" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
    <item id="style" href="book.css" media-type="text/css"/>
    <item id="title-page" href="text/title-page.xhtml" media-type="application/xhtml+xml"/>
${items.join('')}${shown.join('')}  </manifest>
  <spine>
    <itemref idref="title-page"/>
    <itemref idref="contents"/>
${spine.join('')}  </spine>
</package>
`;
}

/** The table of contents, which reading systems offer and which stands behind the title page (EPUB 3.3, 7). */
export function navigationDocument({ title, language, chapters }: Book): string {
  const first = chapters.find(({ name }) => name.startsWith('letter-')) ?? chapters[0];
  const rows = chapters.map(
    ({ name, title: words }) => `        <li><a href="${addressOf(name)}">${escapeText(words)}</a></li>\n`,
  );
  return page(
    { title: 'Contents', language, style: 'book.css', type: 'frontmatter' },
    `    <nav epub:type="toc" role="doc-toc" aria-labelledby="contents-heading">
      <h1 id="contents-heading">Contents</h1>
      <ol>
        <li><a href="text/title-page.xhtml">${escapeText(title)}</a></li>
${rows.join('')}      </ol>
    </nav>
    <nav epub:type="landmarks" hidden="hidden" aria-label="Landmarks">
      <ol>
        <li><a epub:type="titlepage" href="text/title-page.xhtml">Title page</a></li>
        <li><a epub:type="toc" href="contents.xhtml">Contents</a></li>
${first ? `        <li><a epub:type="bodymatter" href="${addressOf(first.name)}">Documents</a></li>\n` : ''}      </ol>
    </nav>
`,
  );
}

/** The title page, line for line as the volume has it. */
export function titlePage({ title, language, metadata, facts, release, site }: Book): string {
  const [main, ...others] = metadata.titlePage;
  const lines = (each: readonly string[]) => each.map((line) => escapeText(line)).join('<br/>');
  const parts = others.map(
    ({ type, lines: words }) => `      <p${type === 'desc' ? ' class="desc"' : ''}>${lines(words)}</p>\n`,
  );
  const foot = [
    release && `Release ${release}`,
    ...facts.publishers,
    facts.availability,
    facts.licence,
    site,
  ].flatMap((words) => words || []);
  return page(
    { title, language, style: '../book.css', type: 'frontmatter' },
    `    <section class="title-page" epub:type="titlepage">
      <h1>${main ? lines(main.lines) : escapeText(title)}</h1>
${parts.join('')}${foot.map((words) => `      <p>${escapeText(words)}</p>\n`).join('')}    </section>
`,
  );
}

/** Where a chapter is, from the package document. */
function addressOf(name: string): string {
  return `text/${escapeAttribute(encodeURIComponent(name))}.xhtml`;
}

function page(
  of: { readonly title: string; readonly language: string; readonly style: string; readonly type: string },
  body: string,
): string {
  const lang = escapeAttribute(of.language);
  return `${head}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">
  <head>
    <title>${escapeText(of.title)}</title>
    <link rel="stylesheet" type="text/css" href="${of.style}"/>
  </head>
  <body epub:type="${of.type}">
${body}  </body>
</html>
`;
}
