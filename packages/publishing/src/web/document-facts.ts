import {
  type Correspondent,
  indexedName,
  isWebAddress,
  type LetterMetadata,
  type RegisterRecord,
  readPublication,
  readRegisters,
  readVolume,
  whereItLeads,
} from '@chancery/tei';
import { parseTree, type XmlElement } from '@chancery/xml';
import type { TeiFile } from '../edition-source.js';
import { metadataOf } from '../read-once.js';
import type { CitedDocument, CitedEdition, CitedName } from './citations.js';

/** What all pages of an edition are described by. */
export interface EditionFacts extends CitedEdition {
  readonly path: string;
  /** BCP 47; undefined where the volume does not say. */
  readonly language: string | undefined;
  /** The address of the licence, else the terms of use in words. */
  readonly rights?: string | undefined;
  readonly licence?: string | undefined;
  /** The entries of the registers, by their ids. */
  readonly registers: ReadonlyMap<string, RegisterRecord>;
}

/** Somebody or a place by name, and by the entry of a register where there is one. */
export interface KnownName extends CitedName {
  readonly entry: string | undefined;
}

/** What lists, facets, citations and catalogues say of a document. */
export interface DocumentFacts extends CitedDocument, PlannedEntry {
  readonly senders: readonly KnownName[];
  readonly addressees: readonly KnownName[];
  readonly places: readonly KnownName[];
  /** Those of them at which it was written. */
  readonly writtenAt: readonly KnownName[];
  /** `letter`, `message`, `aide-memoire`. */
  readonly kind: string;
  /** Identifiers that it had before. */
  readonly formerIds: readonly string[];
}

/** A row of the plan: what the stylesheets made of a document’s headings. */
export interface PlannedEntry {
  readonly id: string;
  /** What progress calls it: its number as it prints, else its title. */
  readonly label: string;
  readonly figure: string;
  readonly title: string;
  /** The editors gave it its title. */
  readonly isFurnished: boolean;
  readonly date: string;
  readonly when: string;
  readonly incipit: string;
  readonly hasFacsimile: boolean;
}

export function editionFacts({ path, source }: TeiFile): EditionFacts {
  const tei = parseTree(source);
  const { title = '', volume = '', language } = readVolume(tei);
  const { editors, publishers, place, doi, date, licence, availability } = readPublication(tei);
  const isLink = licence !== undefined && isWebAddress(licence);
  return {
    path,
    title,
    volume,
    language,
    editors,
    publisher: publishers[0],
    place,
    doi,
    year: /\d{4}/.exec(date ?? '')?.[0],
    licence: isLink ? licence : undefined,
    rights: isLink ? licence : availability || undefined,
    registers: new Map(readRegisters(tei).map((record) => [record.id, record])),
  };
}

/** What of a document’s header its facts are made of. */
export interface HeaderFacts
  extends Pick<LetterMetadata, 'senders' | 'addressees' | 'places' | 'kind' | 'language'> {
  readonly formerIds: readonly string[];
}

/** @param tei the tree of the document’s file */
export function headerFacts(tei: XmlElement, file: TeiFile): HeaderFacts {
  const { senders, addressees, places, kind, language } = metadataOf(file, tei);
  return { senders, addressees, places, kind, language, formerIds: readPublication(tei).formerIds };
}

/** The actions of a correspondence by which a document comes into being (TEI Guidelines, 2.4.6). */
const ofWriting: ReadonlySet<string> = new Set(['sent', 'signed']);

/** @param path of the document’s file */
export function documentFacts(
  { senders, addressees, places, kind, language, formerIds }: HeaderFacts,
  path: string,
  planned: PlannedEntry,
  edition: EditionFacts,
): DocumentFacts {
  const known = (name: Pick<Correspondent, 'name' | 'ref' | 'isBody'>) => knownName(name, path, edition);
  return {
    ...planned,
    number: planned.figure,
    senders: senders.map(known),
    addressees: addressees.map(known),
    places: places.map(known),
    writtenAt: places.filter(({ action = '' }) => ofWriting.has(action)).map(known),
    kind: kind ?? 'document',
    formerIds,
    language: language ?? edition.language,
  };
}

function knownName(
  { name, ref = '', isBody }: Pick<Correspondent, 'name' | 'ref' | 'isBody'>,
  file: string,
  { path, registers }: EditionFacts,
): KnownName {
  const to = whereItLeads(ref, file);
  const record = to?.path === path ? registers.get(to.id) : undefined;
  if (!record) return { name, listed: name, isPerson: isBody !== true, entry: undefined };
  const registered = record.names[0] || name;
  // Lists of the volume may have the surname first already.
  const [surname = '', forenames, ...more] = record.kind === 'persons' ? registered.split(', ') : [];
  return {
    name: forenames === undefined ? registered : [`${forenames} ${surname}`, ...more].join(', '),
    listed: indexedName(record.kind, registered),
    isPerson: record.kind === 'persons',
    entry: record.id,
  };
}
