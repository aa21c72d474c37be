import { hash } from 'node:crypto';
import { datePart } from '../day-of-edition.js';
import type { TeiFile } from '../edition-source.js';
import type { ChangesSince } from '../errata/changes-since.js';
import { footnotesOf } from '../footnotes-of.js';
import type { ShownImages } from '../images/shown-images.js';
import { KeptPerFile } from '../kept-per-file.js';
import { checkAddresses, type OrderedEdition } from '../order-edition.js';
import type { ReadyFile } from '../output-folder.js';
import { letterFile, type PartName, reservedNames } from '../parts/part-name.js';
import { siteOf } from '../parts/site-of.js';
import type { Release } from '../publication-list.js';
import type { PublishWarning } from '../publish-report.js';
import { digest, programDigest } from '../reuse/program-digest.js';
import type { Reuse } from '../reuse/reuse.js';
import type { OwnStylesheet } from '../transform/own-stylesheet.js';
import { inOrder, type Transforms } from '../transform/threads/transforms.js';
import { calendarPage, facetValues } from './calendar-page.js';
import { changesPage, changesSlug } from './changes-page.js';
import type { DocumentFacts } from './document-facts.js';
import { documentFiles, documentPages, pageOf } from './document-files.js';
import { formerPages, type PresentPages } from './former-pages.js';
import { neverCalled } from './never-called.js';
import { type AddedPage, PageMaker } from './page-maker.js';
import { pageMetadata } from './page-metadata.js';
import { placeImages } from './place-images.js';
import { breathe, type PlannedEdition, type PresentDocument, planEdition } from './plan-edition.js';
import { releaseFeed } from './release-feed.js';
import { type SearchedPage, SearchIndex, wordsOf } from './search-index.js';
import { siteFiles } from './site-files.js';
import { SourceViews } from './source-view.js';
import { VolumePages } from './volume-pages.js';
import { writeAssets } from './write-assets.js';
import { WriteQueue } from './write-queue.js';
import { modelDocument } from './xml-writing.js';

export interface WebOptions {
  /** The volume’s own file as it was given, in which places are told. */
  readonly givenVolume: TeiFile;
  /** What the publication holds beside the pages, which offer it. */
  readonly offered: ReadonlySet<PartName>;
  /** What the edition is called where it is cited. */
  readonly release?: string | undefined;
  /** In the place of the stylesheet that pages are made by. */
  readonly stylesheet?: OwnStylesheet | undefined;
  /** Where it will be served, where that is told. */
  readonly address?: string | undefined;
  /** What may be taken over from the last publication, of the web edition and of the plan. */
  readonly reuse: Reuse;
  readonly reusePlan: Reuse;
  /** By which stylesheets are run over the documents. */
  readonly transforms: Transforms;
  /** Whether it holds that file of a part: one that is kept has none of a document that is new. */
  readonly hasFile: (part: PartName, path: string) => boolean;
  /** What has become of the edition since the release before, where that is told. */
  readonly changes: ChangesSince | undefined;
  /** The paths of all pages that the edition had when it was published before. */
  readonly formerPages: readonly string[];
  /** In the order in which they were published. */
  readonly releases: readonly Release[];
  /** Takes one file of the edition; the path is relative, with slashes. Called for several files at once. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** The same of one that lies ready, and has other paths too. */
  readonly place: (path: string, file: ReadyFile, alsoAs?: readonly string[]) => Promise<void>;
  /** The pictures of the pages of the documents. */
  readonly images: ShownImages;
  /** Called after each document’s page. */
  readonly onLetter?: (label: string) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface BuiltWeb {
  readonly pages: number;
  readonly warnings: readonly PublishWarning[];
}

/** How many files are written at once: enough that making pages never waits for a disk that is not slow itself. */
const filesAtOnce = 32;

/** The words of the pages of documents. */
const kept = new KeptPerFile<string>();

/**
 * Makes the web edition: a folder of plain files that any host serves and that opens straight from disk.
 *
 * @throws {PublishError} `unreadable`, `dead-callout`, `unsafe-id`, `duplicate-id`
 */
export async function buildWeb(edition: OrderedEdition, options: WebOptions): Promise<BuiltWeb> {
  const files = new WriteQueue(options.write, filesAtOnce);
  const begun: SearchIndex[] = [];
  const beginSearch = async (language: string) => {
    const search = await SearchIndex.begin(language);
    if (search) begun.push(search);
    return search;
  };
  try {
    const built = await makePages(edition, options, files, beginSearch);
    await files.finish();
    return built;
  } finally {
    await files.settle();
    for (const search of begun) await search.end();
  }
}

async function makePages(
  edition: OrderedEdition,
  options: WebOptions,
  files: WriteQueue,
  beginSearch: (language: string) => Promise<SearchIndex | undefined>,
): Promise<BuiltWeb> {
  const { signal, reuse, transforms, images } = options;
  const written: string[] = [];
  const write = (path: string, content: string | Uint8Array) => {
    written.push(path);
    return files.add(path, content);
  };
  const plan = await planEdition(edition, options.reusePlan, transforms, signal);
  const { volume, calendar, lookup } = plan;
  checkAddresses([...reservedNames, ...plan.pages].map((id) => ({ id, file: edition.volume.path })));
  const site = siteOf(edition.volume, options.address);
  const { changes } = options;
  const changesAt = changesSlug(plan);
  const releases = options.releases.filter(({ date }) => datePart(date) === date);
  const hasFeed = site !== undefined && releases.length > 0;
  const described = { ...plan.facts, site, feed: hasFeed ? 'feed.xml' : undefined };
  const settings = {
    offered: [...options.offered].join(' '),
    release: options.release ?? '',
    footnotes: footnotesOf(edition.volume.source),
    since: changes?.release ?? '',
    changes: changesAt,
  };
  const maker = new PageMaker(
    edition.volume,
    { volume, calendar, lookup, ...settings },
    options.stylesheet?.stylesheet,
  );
  const sources = new SourceViews((model) => {
    const at = { here: '', folder: 'letters/id/source/', model };
    return maker.make('source', edition.volume, volume, at);
  });

  const changed =
    changes &&
    changesPage(changes, {
      documents: plan.present.map(({ facts }) => facts),
      labels: plan.labels,
      slug: changesAt,
    });
  const search = await beginSearch(plan.language);
  // A stylesheet of the edition's own may look at all of the volume and of the plan.
  const { stylesheet } = options;
  const seen = stylesheet ? [stylesheet.digest, volume.text, calendar.text] : [];
  // Of what all documents are made alike; the registers have part in it as far as a document names them.
  const alike = digest([
    programDigest(),
    ...seen,
    JSON.stringify([settings, { ...described, registers: undefined }]),
  ]);
  const documents = plan.present.map((document) => {
    const offered = offeredFor(document.facts, options);
    const made = [alike, offered, images.madeOf(document.file)];
    return { document, offered, key: keyOf(document, made) };
  });
  transforms.expect(documents.filter(({ document, key }) => !reuse.knows(document.id, key)).length);
  const make = async ({ document, offered, key }: (typeof documents)[number]) =>
    reuse.take(document.id, key) ??
    documentPages({ maker, transforms, images }, document, offered, described);
  for await (const [{ document, key }, of] of inOrder(documents, make, transforms.atOnce)) {
    const { id, facts } = document;
    let html: () => string;
    if ('key' in of) {
      html = () => String(of.content(pageOf(facts)));
      maker.report(of.warnings);
      written.push(...of.files);
    } else {
      const made: string[] = [];
      maker.heard();
      for (const page of [of.both, of.facsimile]) if (page) maker.report(page.warnings);
      const files = new Map(documentFiles(of, document, { sources, images }, described));
      html = () => String(files.get(pageOf(facts)) ?? '');
      for (const [path, content] of files) {
        await write(path, content);
        made.push(path);
      }
      const warnings = maker.heard();
      // The lines of the volume are not the document’s: what is reported of them is found anew each time.
      if (!warnings.some(({ file }) => file === edition.volume.path))
        reuse.note(id, { key, files: made, warnings });
    }
    const words = kept.get(document.file, key) ?? kept.set(document.file, key, wordsOf(html()));
    search?.add(searchedDocument(facts, words));
    options.onLetter?.(facts.label);
    await breathe(signal);
  }
  await placeImages(plan.present, site, { ...options, write });
  const pages = new VolumePages(maker, edition.volume, volume, {
    alike: digest([
      programDigest(),
      stylesheet?.digest ?? '',
      volume.text,
      calendar.text,
      JSON.stringify(settings),
    ]),
    reuse: options.reuse,
    write,
    taken: (path) => void written.push(path),
  });
  const overview = overviewOf(plan);
  for (const slug of [...plan.pages, '']) {
    const model = slug === '' ? overview : undefined;
    const folder = slug === '' ? '' : `${slug}/`;
    const about = pageMetadata(described, folder, plan.labels.get(slug) ?? '');
    const html = await pages.page(`${folder}index.html`, 'matter', { here: slug, folder, about, model });
    // The front page, the contents and the index repeat what stands on other pages.
    if (!['', 'contents', 'index'].includes(slug)) {
      const title = plan.labels.get(slug) ?? slug;
      search?.add({ address: `${folder}index.html`, title, date: '', facets: {}, words: wordsOf(html) });
    }
    await breathe(signal);
  }
  // Pagefind puts its index together while the other pages are made, in none of which it searches.
  const indexed = search?.finish();
  for (const [slug, { kind, folder, label, model }] of addedPages(plan, changed)) {
    const about = pageMetadata(described, folder, label);
    await pages.page(`${folder}index.html`, kind, { here: slug, folder, about, model });
    await breathe(signal);
  }
  await write('volume.xml', edition.volume.bytes ?? edition.volume.source);
  const listed = written.filter((path) => path.endsWith('index.html'));
  for (const [path, content] of siteFiles(listed, site)) await write(path, content);
  if (hasFeed) await write('feed.xml', releaseFeed(plan.facts, releases, site, changed));
  const notice = (path: string, { folder, model }: AddedPage, root?: string) =>
    pages.page(path, 'notice', { here: '404.html', folder, model, root });
  for (const page of formerPages(options.formerPages, presentPages(plan, listed))) {
    await notice(`${page.folder}index.html`, page);
    await breathe(signal);
  }
  // A host serves it at whatever address was asked for: its links name their places from the root, which is the host's
  // where none is known.
  await notice('404.html', missingPage, site === undefined ? '/' : new URL(site).pathname);
  await writeAssets(write);
  const index = await indexed;
  for (const [path, content] of index ?? []) await write(`pagefind/${path}`, content);
  const warnings = neverCalled(options.givenVolume, plan.uncalled);
  if (!index) warnings.push(notSearched);
  return { pages: listed.length, warnings: [...warnings, ...maker.warnings] };
}

/** A digest of all that the files of a document are made of. */
function keyOf({ file, facts, madeOf }: PresentDocument, alike: readonly string[]): string {
  const download = file.bytes === undefined ? '' : hash('sha256', file.bytes);
  return digest([...alike, file.path, madeOf, download, JSON.stringify(facts)]);
}

/** What the front page shows the run of the documents by. */
function overviewOf({ present }: PlannedEdition): string {
  return calendarPage(
    present.map(({ facts }) => facts),
    '',
  ).model;
}

/** The parts of the publication of which the page of a document offers its own file, or the whole. */
function offeredFor({ id }: DocumentFacts, { offered, hasFile }: WebOptions): string {
  const own: Partial<Record<PartName, string>> = {
    txt: letterFile(id, 'txt'),
    'letters-pdf': letterFile(id, 'pdf'),
  };
  return [...offered]
    .filter((part) => {
      const path = own[part];
      return path === undefined || hasFile(part, path);
    })
    .join(' ');
}

/** The pages that the web edition has beside the volume’s, each with the slug of what it belongs to. */
function* addedPages(
  plan: PlannedEdition,
  changed: AddedPage | undefined,
): Generator<readonly [slug: string, page: AddedPage]> {
  const documents = plan.present.map(({ facts }) => facts);
  const made: Readonly<Record<string, (slug: string) => readonly AddedPage[]>> = {
    calendar: (slug) => [calendarPage(documents, slug)],
    search: (slug) => [{ ...searchPage, folder: `${slug}/` }],
  };
  for (const { of, slug } of plan.added) {
    const pages = made[of]?.(slug) ?? plan.registers.pages(of, slug, plan.labels);
    for (const page of pages) yield [slug, page];
  }
  if (changed) yield [changesSlug(plan), changed];
}

const missingPage: AddedPage = {
  kind: 'notice',
  folder: '',
  label: 'There is no such page',
  model: modelDocument('notice', {
    label: 'There is no such page',
    'leads-to': 'contents/index.html',
    words: 'Contents',
  }),
};

function presentPages(plan: PlannedEdition, pages: readonly string[]): PresentPages {
  const lists = [...plan.pages, ...plan.added.map(({ slug }) => slug)].map((slug): [string, string] => [
    `${slug}/`,
    plan.labels.get(slug) ?? slug,
  ]);
  const renamed = plan.present.flatMap(({ id, facts }) =>
    facts.formerIds.map((former): [string, string] => [former, id]),
  );
  return { pages, renamed: new Map(renamed), lists: new Map(lists) };
}

const searchPage: Omit<AddedPage, 'folder'> = {
  kind: 'search',
  label: 'Search',
  model: modelDocument('search', { label: 'Search' }),
};

function searchedDocument(facts: DocumentFacts, words: string): SearchedPage {
  const { person, year } = facetValues(facts);
  const labels = (values: readonly { readonly label: string }[]) => [
    ...new Set(values.map(({ label }) => label)),
  ];
  const number = facts.figure === '' ? '' : `${facts.label}. `;
  return {
    address: pageOf(facts),
    title: number + facts.title,
    date: facts.date,
    facets: { Correspondent: labels(person), Year: labels(year) },
    words,
  };
}

const notSearched: PublishWarning = {
  code: 'no-search',
  message: 'The search index could not be made on this computer; the edition is published without a search.',
};
