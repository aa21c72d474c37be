import { decode } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import { facsimileModel, figuresModel } from '../images/facsimile-model.js';
import type { ShownImages } from '../images/shown-images.js';
import { letterFile } from '../parts/part-name.js';
import { letterAddress } from '../parts/site-of.js';
import type { Transforms } from '../transform/threads/transforms.js';
import { besideImages } from './beside-images.js';
import { bibtex, cslJson, ris } from './citations.js';
import type { DocumentFacts } from './document-facts.js';
import type { MadePage, PageMaker } from './page-maker.js';
import { type DescribedEdition, documentMetadata } from './page-metadata.js';
import type { PresentDocument } from './plan-edition.js';
import type { SourceViews } from './source-view.js';
import { twoViews } from './two-views.js';
import { withPublishedImages } from './with-published-images.js';

/** Where the page of a document stands, from the front page. */
export const pageOf = ({ id }: Pick<DocumentFacts, 'id'>): string => `letters/${id}/index.html`;

/** The pages of one document that the stylesheets make of its text. */
export interface DocumentPages {
  /** Its reading text and its diplomatic view in one. */
  readonly both: MadePage;
  readonly facsimile: MadePage | undefined;
}

/** With what the pages of documents are made. */
interface MakingPages {
  readonly maker: PageMaker;
  readonly transforms: Transforms;
  readonly images: ShownImages;
}

/** @param offered the parts of the publication that its page offers, parted by spaces */
export async function documentPages(
  { maker, transforms, images }: MakingPages,
  { file, facts, source }: PresentDocument,
  offered: string,
  edition: DescribedEdition,
): Promise<DocumentPages> {
  const { id } = facts;
  const folder = `letters/${id}/`;
  const about = documentMetadata(citedFacts(facts, edition), edition);
  const text = source();
  const at = { here: id, folder: `${folder}facsimile/` };
  const facsimileOf = () => facsimileModel(images.of(file));
  const figures = images.figures(file);
  const shown = figures.length === 0 ? {} : { model: figuresModel(figures) };
  const [both, facsimile] = await Promise.all([
    maker.begin('document', file, text, { here: id, folder, about, offered, ...shown }, transforms),
    facts.hasFacsimile
      ? maker.begin('facsimile', file, text, { ...at, model: facsimileOf() }, transforms)
      : undefined,
  ]);
  return { both, facsimile };
}

/** The files of one document, by their paths: its page and the other views of it, its TEI, and its citations. */
export function* documentFiles(
  { both, facsimile }: DocumentPages,
  { file, facts }: PresentDocument,
  { sources, images }: { readonly sources: SourceViews; readonly images: ShownImages },
  edition: DescribedEdition,
): Generator<readonly [path: string, content: string | Uint8Array]> {
  const { id } = facts;
  const document = citedFacts(facts, edition);
  const folder = `letters/${id}/`;
  const { reading, diplomatic } = twoViews(both.html);
  yield [pageOf(facts), reading];
  const download = withPublishedImages(file, images, '../../');
  yield [letterFile(id, 'xml'), download.bytes ?? download.source];
  yield [`${folder}diplomatic/index.html`, diplomatic];
  if (facsimile)
    yield [
      `${folder}facsimile/index.html`,
      besideImages(facsimile.html, { diplomatic, images: images.of(file) }),
    ];
  yield [`${folder}source/index.html`, sources.page(document, sourceOf(download))];
  yield [letterFile(id, 'bib'), bibtex(document, edition)];
  yield [letterFile(id, 'ris'), ris(document, edition)];
  yield [letterFile(id, 'csl.json'), cslJson(document, edition)];
}

/** What is cited of a document: with its address, where the edition has one. */
function citedFacts(facts: DocumentFacts, { site }: DescribedEdition): DocumentFacts {
  return site === undefined ? facts : { ...facts, address: letterAddress(site, facts.id) };
}

/** The file as it is given to readers, decoded. */
function sourceOf({ source, bytes }: TeiFile): string {
  return bytes === undefined ? source : decode(bytes).text;
}
