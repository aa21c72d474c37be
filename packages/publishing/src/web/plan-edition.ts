import { setImmediate } from 'node:timers/promises';
import { attributeValue, parseTree } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import { KeptPerFile } from '../kept-per-file.js';
import type { OrderedEdition } from '../order-edition.js';
import { partsOfVolume, type VolumePart } from '../parts-of-volume.js';
import { PublishError } from '../publish-error.js';
import { digest, programDigest } from '../reuse/program-digest.js';
import type { Reuse } from '../reuse/reuse.js';
import { SourceError } from '../transform/gate.js';
import { Source } from '../transform/source.js';
import { inOrder, type Transforms } from '../transform/threads/transforms.js';
import { type Computed, compute, transform } from '../transform/transform.js';
import { Dependencies } from './dependencies.js';
import { type DocumentFacts, documentFacts, type EditionFacts, editionFacts } from './document-facts.js';
import { freeSlug } from './free-slug.js';
import { readDocument, readingKey } from './read-document.js';
import { type Plan, readPlan } from './read-plan.js';
import { Registers } from './register-pages.js';
import { model, modelDocument } from './xml-writing.js';

/** What the pages of an edition must know of one another, read and computed once for all parts that are made of pages. */
export interface PlannedEdition extends Plan {
  readonly volume: Source;
  /** The plan as the stylesheets read it; see xslt/web/modules/calendar.xsl. */
  readonly calendar: Source;
  /** What pages look up in the volume and in the plan, as maps. */
  readonly lookup: Computed;
  /** The documents that are there, in their order. */
  readonly present: readonly PresentDocument[];
  /** What all pages are described by. */
  readonly facts: EditionFacts;
  /** Who and what is named where. */
  readonly registers: Registers;
}

export interface PresentDocument {
  readonly id: string;
  readonly file: TeiFile;
  readonly facts: DocumentFacts;
  /** A digest of the document’s text as it prints, and of all that its pages show beside it. */
  readonly madeOf: string;
  /** The document for the stylesheets. */
  source(): Source;
}

/**
 * How much of the documents stays parsed once it is, in characters of source. A parsed one takes about eight bytes a
 * character. What is beyond is parsed again.
 */
const keptParsed = 8_000_000;

const planned = new WeakMap<OrderedEdition, Promise<PlannedEdition>>();

/**
 * The plan of an edition, made once for all that is made of it.
 *
 * @throws {PublishError} `unreadable`
 */
export function planEdition(
  edition: OrderedEdition,
  reuse: Reuse,
  transforms: Transforms,
  signal?: AbortSignal,
): Promise<PlannedEdition> {
  const known = planned.get(edition);
  if (known) return known;
  const made = makePlan(edition, reuse, transforms, signal);
  planned.set(edition, made);
  return made;
}

async function makePlan(
  edition: OrderedEdition,
  reuse: Reuse,
  transforms: Transforms,
  signal: AbortSignal | undefined,
): Promise<PlannedEdition> {
  const volume = keptVolumes.get(edition.volume, '') ?? readVolumeSource(edition.volume);
  const facts = editionFacts(edition.volume);
  const registers = new Registers(facts);
  const allParts = partsOfVolume(parseTree(edition.volume.source));
  // What is generated names those again that others name.
  const parts = allParts.filter(({ element }) => attributeValue(element, 'type') !== 'index');
  const addParts = (at: 'front' | 'back') => {
    for (const { place, slug, element } of parts) if (place === at) registers.addPart(slug, element);
  };
  addParts('front');
  const entries: string[] = [];
  const found: (Omit<PresentDocument, 'madeOf'> & { readonly references: readonly string[] })[] = [];
  const sourceOf = keptSources();
  const documents = edition.documents.map(({ id, file }) => ({
    id,
    file: file && { file, key: readingKey(id, file, facts) },
  }));
  transforms.expect(documents.filter(({ id, file }) => file && !reuse.knows(id, file.key)).length);
  const reading = { transforms, registers, reuse };
  const read = async ({ id, file }: (typeof documents)[number]) =>
    file &&
    readDocument({ id, ...file, source: sourceOf(file.file) }, reading).catch((error: unknown) => {
      throw error instanceof SourceError ? unreadable(file.file, error) : error;
    });
  for await (const [{ id, file: of }, made] of inOrder(documents, read, transforms.atOnce)) {
    if (of && made) {
      const { file } = of;
      const { entry, header, uses, references, planned } = made;
      const document = documentFacts(header, file.path, planned, facts);
      registers.add(document, uses);
      found.push({ id, file, source: () => sourceOf(file), facts: document, references });
      entries.push(entry);
    } else {
      entries.push(model('entry', { id, state: 'preparation', title: id }));
    }
    await breathe(signal);
  }
  addParts('back');
  const result = planOf(
    volume,
    modelDocument('entries', {}, ...entries),
    addedPages(registers, allParts),
    reuse,
  );
  const known = keptLookups.get(edition.volume, result);
  const { calendar, lookup, dependencies } = known ?? lookupsIn(edition.volume, volume, result);
  const present = found.map(({ references, ...document }): PresentDocument => {
    const { id, file } = document;
    return { ...document, madeOf: digest([file.source, dependencies.of(id, references)]) };
  });
  return {
    volume,
    calendar,
    lookup,
    present,
    facts,
    registers,
    ...readPlan(result),
  };
}

/** What is looked up in a volume and its plan. */
interface Lookups extends Pick<PlannedEdition, 'calendar' | 'lookup'> {
  readonly dependencies: Dependencies;
}

const keptVolumes = new KeptPerFile<Source>();
const keptLookups = new KeptPerFile<Lookups>();

function lookupsIn(file: TeiFile, volume: Source, plan: string): Lookups {
  const calendar = Source.parse(plan);
  return keptLookups.set(file, plan, {
    calendar,
    lookup: compute('web/plan', volume, { calendar }),
    dependencies: new Dependencies(file.source, plan),
  });
}

/** The plan as `web/plan` makes it: taken over while it would be made of the same things. */
function planOf(volume: Source, entries: string, added: string, reuse: Reuse): string {
  // No document is called so: an address has no slash.
  const name = '/calendar';
  const key = digest([programDigest(), volume.text, entries, added]);
  const known = reuse.take(name, key)?.text;
  if (known !== undefined) return known;
  const given = { entries: Source.parse(entries), added: Source.parse(added) };
  const { result } = transform('web/plan', volume, given);
  reuse.note(name, { key, files: [], warnings: [], text: result });
  return result;
}

/** Documents for the stylesheets, which keep what they have parsed as far as memory allows. */
function keptSources(): (file: TeiFile) => Source {
  const sources = new Map<TeiFile, Source>();
  let kept = 0;
  return (file) => {
    const known = sources.get(file);
    if (known) return known;
    const source = Source.of(file.source);
    kept += file.source.length;
    if (kept <= keptParsed) sources.set(file, source);
    return source;
  };
}

/** @throws {PublishError} `unreadable` */
function readVolumeSource(file: TeiFile): Source {
  try {
    return keptVolumes.set(file, '', Source.parse(file.source));
  } catch (error) {
    throw error instanceof SourceError ? unreadable(file, error) : error;
  }
}

function unreadable({ path }: TeiFile, error: SourceError): PublishError {
  const { message, advice, line, column } = error;
  return new PublishError(
    'unreadable',
    `${message} ${advice}`,
    { file: path, line, column },
    { cause: error },
  );
}

/** Lets the process breathe, so that editors are served and files written while an edition is made. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

const calendar = { of: 'calendar', label: 'Calendar', entries: [] };
const search = { of: 'search', label: 'Search', entries: [] };

/** The pages that the web edition has beside the volume’s, and the entries of registers that have one each. */
function addedPages(registers: Registers, parts: readonly VolumePart[]): string {
  const taken = ['contents', ...parts.map(({ slug }) => slug)];
  const pages = [calendar, ...registers.pagesOf, search].map((page) => {
    const slug = freeSlug(page.of, taken);
    taken.push(slug);
    return { ...page, slug };
  });
  return modelDocument(
    'added',
    {},
    ...pages.map(({ of, slug, label }) => model('page', { of, slug, label })),
    ...pages.flatMap(({ slug, entries }) => entries.map((id) => model('registered', { slug, id }))),
  );
}
