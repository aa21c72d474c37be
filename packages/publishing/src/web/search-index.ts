import type { ChildProcess } from 'node:child_process';
import { hash } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { decodeReferences } from '@chancery/xml';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';

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

/** The files of an index by their paths. */
type SearchFiles = readonly (readonly [path: string, content: Uint8Array])[];

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
  /** Which of Pagefind's processes holds it. */
  readonly service: number;
  readonly index: PagefindIndex;
  readonly pages: { readonly url: string; readonly sha256: string }[];
}

/** Counts Pagefind's processes, of which there is one at a time. What one held is gone with it. */
let service = 0;

/** The index of the last publication of this process: the next one need only tell it of what has changed. */
let last: HeldIndex | undefined;

/**
 * The index of an edition’s words, made by Pagefind in a process of its own while the pages are made. The same pages in the
 * same order give the same files, byte for byte. Where that process has ended, another one makes it anew.
 */
export class SearchIndex {
  #held: HeldIndex;
  /** Whether it holds pages that it should not, so that it is made anew. */
  #isOther = false;
  readonly #records: SearchRecord[] = [];
  readonly #pending: Promise<unknown>[] = [];
  #finishing: Promise<SearchFiles | undefined> | undefined;
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
    const known = last?.language === primary && last.service === service ? last : undefined;
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
    // Another process may call another index so.
    if (this.#held.service !== service) return;
    const adding = index.addCustomRecord(record);
    // What fails is found by `finish`, unless the run has ended before.
    adding.catch(() => undefined);
    this.#pending.push(adding);
  }

  /** The files of the index, of all that was added before; undefined where Pagefind has ended, and does not run again. */
  finish(): Promise<SearchFiles | undefined> {
    this.#finishing ??= this.#finish();
    // Whoever is to wait for it may have ended before.
    this.#finishing.catch(() => undefined);
    return this.#finishing;
  }

  async #finish(): Promise<SearchFiles | undefined> {
    const files = (await this.#files()) ?? (await this.#filesAnew());
    this.#isFinished = files !== undefined;
    return files
      ?.filter(({ path }) => needed.test(path))
      .map(({ path, content }) => [path, content] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** @returns undefined where the index holds other pages, or is gone */
  async #files(): Promise<readonly IndexFile[] | undefined> {
    const { index, pages, service: of } = this.#held;
    if (this.#isOther || pages.length > this.#records.length || of !== service) return undefined;
    try {
      await Promise.all(this.#pending);
      return (await index.getFiles()).files;
    } catch {
      await renew(of);
      return undefined;
    }
  }

  async #filesAnew(): Promise<readonly IndexFile[] | undefined> {
    await Promise.allSettled(this.#pending.splice(0));
    await release(this.#held);
    const anew = await newIndex(this.#held.language);
    if (!anew) return undefined;
    this.#held = anew;
    this.#isOther = false;
    for (const [place, record] of this.#records.entries()) this.#send(record, place);
    return this.#files();
  }

  /** Lets go of it: one that was finished is kept for the next publication, in the place of the one before. */
  async end(): Promise<void> {
    await Promise.allSettled([...this.#pending, this.#finishing]);
    const gone = this.#isFinished ? last : this.#held;
    if (this.#isFinished) last = this.#held;
    if (gone) await release(gone);
  }
}

/** Begun by a new process of Pagefind where the one before does not answer; undefined where that does not run either. */
async function newIndex(language: string): Promise<HeldIndex | undefined> {
  return (await tryIndex(language)) ?? (await tryIndex(language));
}

async function tryIndex(language: string): Promise<HeldIndex | undefined> {
  const of = service;
  try {
    const { index } = await heedingEnd(of, () => createIndex({ forceLanguage: language }));
    if (index) return { language, service: of, index, pages: [] };
  } catch {
    // It has ended, or cannot begin.
  }
  await renew(of);
  return undefined;
}

/**
 * Heeds the end of the process that Pagefind begins for a call: those who wait for an answer of one that has ended would wait
 * for ever, unless something else is told to it.
 */
function heedingEnd<Answer>(of: number, call: () => Answer): Answer {
  const heed = (message: unknown) => {
    const { process } = message as { readonly process: ChildProcess };
    process.once('exit', () => void renew(of));
  };
  subscribe('child_process', heed);
  try {
    return call();
  } finally {
    unsubscribe('child_process', heed);
  }
}

/** Has Pagefind begin another process when it is next asked, unless one has begun since. */
async function renew(after: number): Promise<void> {
  if (after !== service) return;
  service += 1;
  await close();
}

async function release({ index, service: of }: HeldIndex): Promise<void> {
  // One whose process has ended is gone already.
  if (of === service) await index.deleteIndex().catch(() => undefined);
}

const blocks = /<\/?(?:p|div|section|li|h[1-6]|br|td|th|tr|header|ol|ul|blockquote|figure|pre)\b[^>]*>/g;

/** The words of a page’s text and of its notes, as they are read: without callouts, what heads and numbers the notes, and the ways back from them. */
export function wordsOf(html: string): string {
  const [, text = ''] = /<article\b[^>]*>(.*)<\/article>/s.exec(html) ?? [];
  const words = text
    .replace(/<(a|span) class="(?:callout|back|pb-margin|figure)\b[^>]*>.*?<\/\1>/gs, '')
    .replace(/<h2 id="notes-heading">.*?<\/h2>/s, '')
    .replace(blocks, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ');
  return decodeReferences(words).replace(/\s+/g, ' ').trim();
}
