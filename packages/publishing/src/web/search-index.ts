import { hash } from 'node:crypto';
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

/** A page as Pagefind takes it. */
interface SearchRecord {
  readonly url: string;
  readonly content: string;
  readonly language: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, string[]>>;
}

/** An index of Pagefind's process, which outlives a publication, and what it holds: of each page its address and a digest, in their order. */
interface HeldIndex {
  readonly language: string;
  readonly index: PagefindIndex;
  readonly pages: { readonly url: string; readonly sha256: string }[];
}

/** The index of the last publication of this process: the next one need only tell it of what has changed. */
let last: HeldIndex | undefined;

/**
 * The index of an edition’s words, made by Pagefind in a process of its own while the pages are made. The same pages in the
 * same order give the same files, byte for byte.
 */
export class SearchIndex {
  #held: HeldIndex;
  /** Whether it holds pages that it should not, so that it is made anew. */
  #isOther = false;
  readonly #records: SearchRecord[] = [];
  readonly #pending: Promise<unknown>[] = [];
  #isFinished = false;

  private constructor(held: HeldIndex) {
    this.#held = held;
  }

  /**
   * @param language of the edition, BCP 47, by which words are reduced to their stems
   * @returns undefined where Pagefind does not run: an edition is whole without a search
   */
  static async begin(language: string): Promise<SearchIndex | undefined> {
    const primary = language.split('-')[0] ?? 'en';
    const known = last?.language === primary ? last : undefined;
    // No two publications write into one.
    if (known) last = undefined;
    const held = known ?? (await newIndex(primary));
    return held && new SearchIndex(held);
  }

  add({ address, title, date, facets, words: content }: SearchedPage): void {
    if (content === '') return;
    const filters = Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, [...values]]));
    const meta = { title, date, address };
    const record = { url: address, content, language: this.#held.language, meta, filters };
    const place = this.#records.push(record) - 1;
    const there = this.#held.pages[place];
    this.#isOther ||= there !== undefined && there.url !== record.url;
    if (!this.#isOther) this.#send(record, place);
  }

  /** Tells Pagefind of a page, which takes the place of one that it has under that address. */
  #send(record: SearchRecord, place: number): void {
    const { pages, index } = this.#held;
    const sha256 = hash('sha256', JSON.stringify(record));
    if (pages[place]?.sha256 === sha256) return;
    pages[place] = { url: record.url, sha256 };
    const adding = index.addCustomRecord(record);
    // What fails is told by `finish`, unless the run has ended before.
    adding.catch(() => undefined);
    this.#pending.push(adding);
  }

  /** The files of the index by their paths. */
  async finish(): Promise<readonly (readonly [path: string, content: Uint8Array])[]> {
    if (this.#isOther || this.#held.pages.length > this.#records.length) await this.#beginAnew();
    await Promise.all(this.#pending);
    const { files } = await this.#held.index.getFiles();
    this.#isFinished = true;
    return files
      .filter(({ path }) => needed.test(path))
      .map(({ path, content }) => [path, content] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  async #beginAnew(): Promise<void> {
    await Promise.allSettled(this.#pending);
    await this.#held.index.deleteIndex();
    const anew = await newIndex(this.#held.language);
    if (!anew) throw new Error('Pagefind has ended.');
    this.#held = anew;
    for (const [place, record] of this.#records.entries()) this.#send(record, place);
  }

  /** Lets go of it: one that was finished is kept for the next publication, in the place of the one before. */
  async end(): Promise<void> {
    await Promise.allSettled(this.#pending);
    const gone = this.#isFinished ? last : this.#held;
    if (this.#isFinished) last = this.#held;
    await gone?.index.deleteIndex();
  }
}

async function newIndex(language: string): Promise<HeldIndex | undefined> {
  try {
    const { index } = await createIndex({ forceLanguage: language });
    return index && { language, index, pages: [] };
  } catch {
    return undefined;
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
