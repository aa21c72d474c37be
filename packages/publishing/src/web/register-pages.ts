import {
  authorityAddress,
  indexedName,
  type NameUse,
  type RegisterKind,
  type RegisterRecord,
  readNameUses,
} from '@chancery/tei';
import type { XmlElement } from '@chancery/xml';
import { folderOf, isAddress } from '../order-edition.js';
import type { DocumentFacts, EditionFacts } from './document-facts.js';
import type { AddedPage } from './page-maker.js';
import { model, modelDocument, modelText } from './xml-writing.js';

/** The registers that have pages. */
const registers: readonly { readonly kind: RegisterKind; readonly label: string }[] = [
  { kind: 'persons', label: 'Persons' },
  { kind: 'places', label: 'Places' },
  { kind: 'organisations', label: 'Organisations' },
  { kind: 'bibliography', label: 'Bibliography' },
];

/** How many sentences of one document are shown where it names somebody often. */
const sentencesShown = 3;

/** A document, or a part of the volume’s front or back matter, as the page of an entry lists it. */
interface Place {
  /** From the front page, ended by a slash. */
  readonly folder: string;
  /** Undefined for a part of the volume, which is called by its page’s heading. */
  readonly document?: DocumentFacts;
}

/** What one document, or a part of the volume, has of an entry. */
interface Occurrence {
  readonly uses: NameUse[];
  isSender: boolean;
  isAddressee: boolean;
}

/** Gathers who and what is named where, in the order of the volume, and makes the pages of the registers of it. */
export class Registers {
  readonly #edition: EditionFacts;
  readonly #places: Place[] = [];
  /** By entry, then by the place. */
  readonly #found = new Map<string, Map<number, Occurrence>>();

  constructor(edition: EditionFacts) {
    this.#edition = edition;
  }

  /** @param uses the names in it that lead to an entry, of {@link usesIn} */
  add(document: DocumentFacts, uses: readonly NameUse[]): void {
    if (this.#edition.registers.size === 0) return;
    const place = this.#places.push({ folder: `letters/${document.id}/`, document }) - 1;
    this.#enter(uses, place);
    for (const { entry } of document.senders) {
      const at = entry === undefined ? undefined : this.#at(entry, place);
      if (at) at.isSender = true;
    }
    for (const { entry } of document.addressees) {
      const at = entry === undefined ? undefined : this.#at(entry, place);
      if (at) at.isAddressee = true;
    }
  }

  /** @param part of the volume’s front or back matter, with the slug of its page */
  addPart(slug: string, part: XmlElement): void {
    if (this.#edition.registers.size === 0) return;
    const place = this.#places.push({ folder: `${slug}/` }) - 1;
    this.#enter(this.usesIn(part, this.#edition.path), place);
  }

  /**
   * The names in a document’s text that may lead to an entry.
   *
   * @param tei the document’s tree, of the file at `path`
   */
  usesIn(tei: XmlElement, path: string): readonly NameUse[] {
    if (this.#edition.registers.size === 0) return [];
    return readNameUses(tei, path).filter(
      (use) => !use.isInHeader && use.path === this.#edition.path && use.target !== undefined,
    );
  }

  #enter(uses: readonly NameUse[], place: number): void {
    for (const use of uses) if (use.target !== undefined) this.#at(use.target, place)?.uses.push(use);
  }

  #at(entry: string, place: number): Occurrence | undefined {
    if (!this.#edition.registers.has(entry)) return undefined;
    const places = this.#found.get(entry) ?? new Map<number, Occurrence>();
    const at = places.get(place) ?? { uses: [], isSender: false, isAddressee: false };
    this.#found.set(entry, places.set(place, at));
    return at;
  }

  /** The registers that have pages, and the entries that have. */
  get pagesOf(): {
    readonly of: RegisterKind;
    readonly label: string;
    readonly entries: readonly string[];
  }[] {
    return registers.flatMap(({ kind, label }) => {
      const entries = this.#entriesOf(kind);
      return entries.length === 0 ? [] : [{ of: kind, label, entries: [...withPages(entries)] }];
    });
  }

  /** Of bibliographies all entries, of other registers those that are named. */
  #entriesOf(kind: RegisterKind): RegisterRecord[] {
    return [...this.#edition.registers.values()]
      .filter((record) => record.kind === kind && (kind === 'bibliography' || this.#found.has(record.id)))
      .map((record) => ({ record, heading: indexedName(kind, record.names[0] ?? record.id) }))
      .sort((a, b) => order.compare(a.heading, b.heading) || order.compare(a.record.id, b.record.id))
      .map(({ record }) => record);
  }

  /**
   * The pages of one register: the list first, then each of its entries.
   *
   * @param of its kind
   * @param slug where it is, from the front page
   * @param labels the headings of the volume’s parts, by their slugs
   */
  *pages(of: string, slug: string, labels: ReadonlyMap<string, string>): Generator<AddedPage> {
    const register = registers.find((each) => each.kind === of);
    if (!register) return;
    const { kind, label } = register;
    const entries = this.#entriesOf(kind);
    const paged = withPages(entries);
    yield {
      kind: 'register',
      folder: `${slug}/`,
      label,
      model: modelDocument(
        'register',
        { slug, label },
        ...entries.map((record) => this.#row(record, paged.has(record.id), labels)),
      ),
    };
    for (const record of entries.filter(({ id }) => paged.has(id))) {
      yield {
        kind: 'entry',
        folder: `${slug}/${record.id}/`,
        label: indexedName(kind, record.names[0] ?? record.id),
        model: this.#entry(record, { slug, register: label }, labels),
      };
    }
  }

  #row(record: RegisterRecord, page: boolean, labels: ReadonlyMap<string, string>): string {
    const { id, kind, names, dates, description } = record;
    const heading = indexedName(kind, names[0] ?? id);
    const places = [...(this.#found.get(id)?.keys() ?? [])].flatMap((place) => this.#places[place] ?? []);
    const count = places.filter(({ document }) => document).length;
    const parts = places.flatMap(({ folder, document }) => (document ? [] : titleOfPart(folder, labels)));
    return model('entry', {
      id,
      heading,
      dates,
      note: description,
      count: count === 0 && parts.length > 0 ? undefined : count,
      parts: parts.length === 0 ? undefined : parts.join(', '),
      page,
    });
  }

  #entry(
    record: RegisterRecord,
    at: { readonly slug: string; readonly register: string },
    labels: ReadonlyMap<string, string>,
  ): string {
    const { id, kind, names, dates, description, authorityIds } = record;
    const found = [...(this.#found.get(id) ?? [])];
    const listed = (from: readonly (readonly [number, Occurrence])[]) =>
      from.map(([place, occurrence]) => this.#document(place, occurrence, labels));
    return modelDocument(
      'register-entry',
      { ...at, heading: indexedName(kind, names[0] ?? id), dates, note: description },
      ...names.slice(1).map((name) => model('name', {}, modelText(name))),
      ...authorityIds.map((each) =>
        model('authority', { name: each.authority, id: each.id, href: authorityAddress(each) }),
      ),
      model('from', {}, ...listed(found.filter(([, { isSender }]) => isSender))),
      model('to', {}, ...listed(found.filter(([, { isAddressee }]) => isAddressee))),
      model(
        'named',
        {},
        ...found
          .filter(([, { uses }]) => uses.length > 0)
          .map(([place, occurrence]) => this.#document(place, occurrence, labels, true)),
      ),
    );
  }

  #document(
    place: number,
    { uses }: Occurrence,
    labels: ReadonlyMap<string, string>,
    withContext = false,
  ): string {
    const { folder = '', document } = this.#places[place] ?? {};
    const { number = '', title = titleOfPart(folder, labels), date = '' } = document ?? {};
    const anchor = uses.find((use) => use.id !== undefined)?.id;
    // A name that stands alone, as signatures do, says no more than the title.
    const contexts = new Map(
      uses.filter(({ context, words }) => context !== words).map((use) => [use.context, use]),
    );
    const shown = withContext ? [...contexts.values()].slice(0, sentencesShown) : [];
    return model(
      'document',
      {
        folder,
        figure: number,
        title,
        date,
        anchor: withContext ? anchor : undefined,
        more: contexts.size > shown.length && withContext ? contexts.size - shown.length : undefined,
      },
      ...shown.map(({ context, words }) => {
        const at = context.indexOf(words);
        const [before, name, after] =
          at < 0 ? [context, '', ''] : [context.slice(0, at), words, context.slice(at + words.length)];
        return model('context', {}, modelText(before), model('name', {}, modelText(name)), modelText(after));
      }),
    );
  }
}

function titleOfPart(folder: string, labels: ReadonlyMap<string, string>): string {
  const slug = folder.slice(0, -1);
  return labels.get(slug) ?? slug;
}

/** The entries whose identifier can be an address; of two that some disks would not tell apart, the first. */
function withPages(entries: readonly RegisterRecord[]): Set<string> {
  const folders = new Map<string, string>();
  for (const { id } of entries) {
    const folder = folderOf(id);
    if (isAddress(id) && !folders.has(folder)) folders.set(folder, id);
  }
  return new Set(folders.values());
}

const order = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
