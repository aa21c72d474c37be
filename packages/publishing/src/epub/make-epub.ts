import { readFileSync } from 'node:fs';
import { readPublication, readVolume } from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import { strFromU8, unzipSync } from 'fflate';
import { dayOfEdition } from '../day-of-edition.js';
import { footnotesOf } from '../footnotes-of.js';
import { figuresModel } from '../images/facsimile-model.js';
import { imagePath, type ShownImages } from '../images/shown-images.js';
import type { OrderedEdition } from '../order-edition.js';
import { partPaths } from '../parts/part-name.js';
import { publishedLetters } from '../parts/published-letters.js';
import { uuidOf } from '../parts/uuid-of.js';
import { digest, programDigest } from '../reuse/program-digest.js';
import type { Reuse } from '../reuse/reuse.js';
import { Source } from '../transform/source.js';
import { inOrder, type Transforms } from '../transform/threads/transforms.js';
import { transform } from '../transform/transform.js';
import { breathe, planEdition } from '../web/plan-edition.js';
import { type ZippedFile, zip } from '../zip.js';
import { conform } from './conform.js';
import { cover } from './cover.js';
import { type Chapter, navigationDocument, packageDocument, titlePage } from './package-documents.js';

export interface EpubOptions {
  /** Where the web edition is served. */
  readonly site: string | undefined;
  readonly release?: string | undefined;
  /** The day that it went out on. */
  readonly released?: string | undefined;
  /** What may be taken over from the last book, and of its plan. */
  readonly reuse: Reuse;
  readonly reusePlan: Reuse;
  /** By which stylesheets are run over the documents. */
  readonly transforms: Transforms;
  /** The pictures of the documents. */
  readonly images: ShownImages;
  /** Called after each document. */
  readonly onLetter?: (label: string) => void;
  readonly signal?: AbortSignal | undefined;
}

const chapterFolder = 'book/text/';

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

/**
 * The volume as a book for reading devices, EPUB 3.3: cover, title page, front matter, a chapter for each document with its
 * notes, back matter. The same edition gives the same bytes; one of which no file says a day, on the same day.
 */
export async function makeEpub(edition: OrderedEdition, options: EpubOptions): Promise<Uint8Array> {
  const { signal, release, site, reuse, transforms, images } = options;
  const plan = await planEdition(edition, options.reusePlan, transforms, signal);
  const { volume, calendar, lookup } = plan;
  const footnotes = footnotesOf(edition.volume.source);
  const shared = { volume, calendar, lookup, root: '', footnotes };
  const titles = new Map(
    publishedLetters(edition).map(({ id, heading, metadata }) => [
      id,
      [heading, metadata.date?.printed].filter(Boolean).join(', '),
    ]),
  );
  const letters: Chapter[] = [];
  const last = chaptersOf(reuse.lastFile(partPaths.epub));
  const documents = plan.present.map(({ id, madeOf, source, file }) => {
    const key = digest([programDigest(), footnotes, madeOf, images.madeOf(file)]);
    const known = reuse.knows(id, key) ? last.get(nameOf(id)) : undefined;
    return { id, source, key, known, figures: images.figures(file) };
  });
  transforms.expect(documents.filter(({ known }) => known === undefined).length);
  const make = async ({ id, key, known, source, figures }: (typeof documents)[number]) => {
    if (known !== undefined && reuse.take(id, key)) return known;
    const model = figures.length === 0 ? {} : { model: Source.of(figuresModel(figures)) };
    const here = { ...shared, ...model, kind: 'document', here: id };
    return asXhtml((await transforms.run('web/book', source(), here)).result);
  };
  for await (const [{ id, key }, xhtml] of inOrder(documents, make, transforms.atOnce)) {
    reuse.note(id, { key, files: [], warnings: [] });
    letters.push({ name: nameOf(id), title: titles.get(id) ?? id, xhtml });
    options.onLetter?.(plan.labels.get(id) ?? id);
    await breathe(signal);
  }
  const parts = plan.pages
    .filter((slug) => slug !== 'contents')
    .map((slug): Chapter & { slug: string } => {
      const { result } = transform('web/book', volume, { ...shared, kind: 'matter', here: slug });
      return { slug, name: `part-${slug}`, title: plan.labels.get(slug) ?? slug, xhtml: asXhtml(result) };
    });
  const chapters = [
    ...parts.filter(({ slug }) => plan.front.has(slug)),
    ...letters,
    ...parts.filter(({ slug }) => !plan.front.has(slug)),
  ];
  const tei = parseTree(edition.volume.source);
  const metadata = readVolume(tei);
  const facts = readPublication(tei);
  // A book must say when it was modified (EPUB 3.3, 5.5.4): of an edition that does not say it, that is when it is made.
  const modified = dayOfEdition(edition, options.released) ?? new Date().toISOString().slice(0, 10);
  const pictures = new Map(
    documents.flatMap(({ figures }) => figures.map(({ published }) => [imagePath(published), published])),
  );
  const about = { metadata, facts, title: plan.title, language: plan.language, release, modified, site };
  const book = {
    ...about,
    identifier: `urn:uuid:${uuidOf(`${site ?? ''}\n${plan.title}\n${release ?? ''}`)}`,
    chapters,
    pictures: [...pictures.keys()],
  };
  const files: ZippedFile[] = [
    { path: 'mimetype', content: 'application/epub+zip', stored: true },
    { path: 'META-INF/container.xml', content: container },
    { path: 'book/package.opf', content: packageDocument(book) },
    { path: 'book/contents.xhtml', content: navigationDocument(book) },
    { path: 'book/cover.svg', content: cover(plan.title, facts.publishers[0]) },
    { path: 'book/book.css', content: readFileSync(new URL('../../epub/book.css', import.meta.url)) },
    { path: 'book/text/title-page.xhtml', content: titlePage(book) },
    ...chapters.map(({ name, xhtml }) => ({ path: `${chapterFolder}${name}.xhtml`, content: xhtml })),
    ...[...pictures].map(([path, { file }]) => ({
      path: `${chapterFolder}${path}`,
      content: readFileSync(file),
    })),
  ];
  return zip(files);
}

/** Of the chapter of a document. */
function nameOf(id: string): string {
  return `letter-${id}`;
}

/** The chapters of a book by their names; none where there is no book, or it cannot be read. */
function chaptersOf(book: Uint8Array | undefined): ReadonlyMap<string, string> {
  if (book === undefined) return new Map();
  const files = unzipSync(book, { filter: ({ name }) => name.startsWith(chapterFolder) });
  return new Map(
    Object.entries(files).map(([path, content]) => [
      path.slice(chapterFolder.length, -'.xhtml'.length),
      strFromU8(content),
    ]),
  );
}

/** A page of no namespace as a document of XHTML. */
function asXhtml(page: string): string {
  const rooted = page.replace('<html', '<html xmlns="http://www.w3.org/1999/xhtml"');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${conform(rooted)}\n`;
}
