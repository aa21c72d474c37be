import { decode } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import { letterFile } from '../parts/part-name.js';
import { letterAddress } from '../parts/site-of.js';
import { bibtex, cslJson, ris } from './citations.js';
import type { DocumentFacts } from './document-facts.js';
import type { PageMaker } from './page-maker.js';
import { type DescribedEdition, documentMetadata } from './page-metadata.js';
import type { PresentDocument } from './plan-edition.js';
import type { SourceViews } from './source-view.js';
import { diplomaticView, readingView } from './two-views.js';

/** Where the page of a document stands, from the front page. */
export const pageOf = ({ id }: Pick<DocumentFacts, 'id'>): string => `letters/${id}/index.html`;

/**
 * The files of one document, by their paths: its page and the other views of it, its TEI, and its citations.
 *
 * @param offered the parts of the publication that its page offers, parted by spaces
 */
export function* documentFiles(
  { maker, sources }: { readonly maker: PageMaker; readonly sources: SourceViews },
  { file, facts, read }: PresentDocument,
  offered: string,
  edition: DescribedEdition,
): Generator<readonly [path: string, content: string | Uint8Array]> {
  const { id } = facts;
  const source = read();
  const document =
    edition.site === undefined ? facts : { ...facts, address: letterAddress(edition.site, id) };
  const folder = `letters/${id}/`;
  const about = documentMetadata(document, edition);
  const both = maker.make('document', file, source, { here: id, folder, about, offered });
  yield [pageOf(facts), readingView(both)];
  yield [letterFile(id, 'xml'), file.bytes ?? file.source];
  yield [`${folder}diplomatic/index.html`, diplomaticView(both)];
  if (document.hasFacsimile) {
    const at = { here: id, folder: `${folder}facsimile/` };
    yield [`${folder}facsimile/index.html`, maker.make('facsimile', file, source, at)];
  }
  yield [`${folder}source/index.html`, sources.page(document, sourceOf(file))];
  yield [letterFile(id, 'bib'), bibtex(document, edition)];
  yield [letterFile(id, 'ris'), ris(document, edition)];
  yield [letterFile(id, 'csl.json'), cslJson(document, edition)];
}

/** The file as it is given to readers, decoded. */
function sourceOf({ source, bytes }: TeiFile): string {
  return bytes === undefined ? source : decode(bytes).text;
}
