import { decodeReferences } from '@chancery/xml';
import { createIndex, type PagefindIndex } from 'pagefind';

/** A page that readers can find by its words. */
export interface SearchedPage {
  /** From the front page. */
  readonly address: string;
  readonly title: string;
  readonly date: string;
  /** What it can be chosen by: of each facet the values. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Of {@link wordsOf}. */
  readonly words: string;
}

/** What of Pagefind’s files a page of the edition needs; the rest are interfaces of its own. */
const needed =
  /^(?:pagefind\.js|pagefind-entry\.json|.*\.(?:pf_meta|pf_index|pf_fragment|pf_filter|pagefind))$/;

/**
 * The index of an edition’s words, made by Pagefind in a process of its own while the pages are made. The same pages in the
 * same order give the same files, byte for byte.
 */
export class SearchIndex {
  readonly #index: PagefindIndex;
  readonly #language: string;
  readonly #pending: Promise<unknown>[] = [];

  private constructor(index: PagefindIndex, language: string) {
    this.#index = index;
    this.#language = language;
  }

  /**
   * @param language of the edition, BCP 47, by which words are reduced to their stems
   * @returns undefined where Pagefind does not run: an edition is whole without a search
   */
  static async begin(language: string): Promise<SearchIndex | undefined> {
    const primary = language.split('-')[0] ?? 'en';
    try {
      const { index } = await createIndex({ forceLanguage: primary });
      return index ? new SearchIndex(index, primary) : undefined;
    } catch {
      return undefined;
    }
  }

  add({ address, title, date, facets, words: content }: SearchedPage): void {
    if (content === '') return;
    const filters = Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, [...values]]));
    const meta = { title, date, address };
    const record = { url: address, content, language: this.#language, meta, filters };
    const adding = this.#index.addCustomRecord(record);
    // What fails is told by `finish`, unless the run has ended before.
    adding.catch(() => undefined);
    this.#pending.push(adding);
  }

  /** The files of the index by their paths. */
  async finish(): Promise<readonly (readonly [path: string, content: Uint8Array])[]> {
    await Promise.all(this.#pending);
    const { files } = await this.#index.getFiles();
    return files
      .filter(({ path }) => needed.test(path))
      .map(({ path, content }) => [path, content] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Lets go of it, whether it was finished or not. */
  async end(): Promise<void> {
    await Promise.allSettled(this.#pending);
    await this.#index.deleteIndex();
  }
}

const blocks = /<\/?(?:p|div|section|li|h[1-6]|br|td|th|tr|header|ol|ul|blockquote|figure|pre)\b[^>]*>/g;

/** The words of a page’s text and of its notes, as they are read: without callouts and the ways back from them. */
export function wordsOf(html: string): string {
  const [, text = ''] = /<article\b[^>]*>(.*)<\/article>/s.exec(html) ?? [];
  const words = text
    .replace(/<(a|span) class="(?:callout|back|pb-margin)\b[^>]*>.*?<\/\1>/gs, '')
    .replace(blocks, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ');
  return decodeReferences(words).replace(/\s+/g, ' ').trim();
}
