import { folderOf, isAddress } from '../order-edition.js';
import type { AddedPage } from './page-maker.js';
import { modelDocument } from './xml-writing.js';

/** What the edition has now, in whose place a page that went is told of. */
export interface PresentPages {
  /** Paths of all pages, from the front page. */
  readonly pages: readonly string[];
  /** The documents that say which identifiers they had before, by these. */
  readonly renamed: ReadonlyMap<string, string>;
  /** What the pages of lists are called, by their folders: `contents/`. */
  readonly lists: ReadonlyMap<string, string>;
}

/**
 * A plain page for each page that the edition once had and has no more, so that no address that somebody cited is dead. It
 * leads on where the document has another identifier now, and from a view that the document has no more to the document;
 * else it says that the page was withdrawn, and names the list in which to look.
 *
 * @param former the paths of all pages that the edition had before
 */
export function formerPages(former: readonly string[], { pages, renamed, lists }: PresentPages): AddedPage[] {
  const present = new Map(pages.map((path) => [folderOf(path), path]));
  const told = [...former, ...[...renamed.keys()].map((id) => `letters/${id}/index.html`)];
  const gone = new Map<string, string>();
  for (const path of told) {
    const folders = path.split('/').slice(0, -1);
    const isOwn = path.endsWith('/index.html') && folders.every(isAddress);
    if (isOwn && !present.has(folderOf(path))) gone.set(folderOf(path), path);
  }
  return [...gone.values()].sort().map((path): AddedPage => {
    const [top = '', id = ''] = path.split('/');
    const folder = path.slice(0, -'index.html'.length);
    const document =
      top === 'letters' ? present.get(folderOf(`letters/${renamed.get(id) ?? id}/index.html`)) : undefined;
    const list = `${top === 'letters' ? 'contents' : top}/`;
    const words = lists.get(list);
    const leadsTo = document ?? (words === undefined ? 'index.html' : `${list}index.html`);
    const label = document === undefined ? 'This page was withdrawn' : 'This page has moved';
    return {
      kind: 'notice',
      folder,
      label,
      model: modelDocument('notice', {
        label,
        address: folder,
        'leads-to': leadsTo,
        words: document === undefined ? (words ?? 'Front page') : 'The document',
        moved: document === undefined ? undefined : 'true',
      }),
    };
  });
}
