import {
  type Correspondent,
  type IndexEntry,
  type IndexPlace,
  indexedName,
  indexedText,
  type LetterNumber,
  pointerTo,
  printedNumber,
  type RegisterRecord,
  readRegisters,
  readVolume,
  whereItLeads,
} from '@chancery/tei';
import { parseTree } from '@chancery/xml';
import type { TeiFile } from './edition-source.js';
import { metadataOf } from './read-once.js';

/** A document as it prints, with the number that it has in the volume. */
export interface NumberedFile {
  readonly file: TeiFile;
  readonly number: LetterNumber | undefined;
}

/** An edition that an index leads into. */
export interface Indexed {
  readonly entries: readonly IndexEntry[];
  /** The sources, each name that the index leads to with an identifier, by path. */
  readonly sources: ReadonlyMap<string, string>;
}

interface Found {
  readonly named: IndexPlace[];
  readonly from: IndexPlace[];
  readonly to: IndexPlace[];
}

/**
 * The index of an edition's persons, places and organisations, in the order of the alphabet: all entries of its registers that a
 * document or a part of the volume names, with the documents that are from them and to them.
 */
export function indexOfNames(volume: TeiFile, documents: readonly NumberedFile[]): Indexed {
  const records = readRegisters(parseTree(volume.source)).filter(({ kind }) => kind !== 'bibliography');
  const found = new Map(records.map(({ id }): [string, Found] => [id, { named: [], from: [], to: [] }]));
  const sources = new Map<string, string>();

  const whole = indexedText(volume.source, volume.path, volume.path);
  sources.set(volume.path, whole.source);
  const titles = partTitles(volume.source);
  const inPart = (wanted: 'front' | 'back') => {
    for (const { entry, id, part } of whole.names) {
      const words = part === undefined ? undefined : titles[wanted].get(part);
      if (words !== undefined) found.get(entry)?.named.push({ words, target: `#${part}#${id}` });
    }
  };
  inPart('front');
  for (const { file, number } of documents) {
    const { source, names } = indexedText(file.source, file.path, volume.path);
    sources.set(file.path, source);
    const { senders, addressees, title, headerTitle } = metadataOf(file);
    const printed = number && printedNumber(number);
    const words = printed === undefined ? (title?.text ?? headerTitle ?? file.path) : `No. ${printed}`;
    const target = pointerTo(volume.path, file.path);
    for (const { entry, id } of names)
      found.get(entry)?.named.push({ words, number: printed, target: `${target}#${id}` });
    for (const [side, people] of [
      ['from', senders],
      ['to', addressees],
    ] as const)
      for (const entry of entriesOf(people, file.path, volume.path))
        found.get(entry)?.[side].push({ words, number: printed, target });
  }
  inPart('back');

  const entries = records.flatMap((record): IndexEntry[] => {
    const places = found.get(record.id);
    if (!places || Object.values(places).every(({ length }) => length === 0)) return [];
    const [name = ''] = record.names;
    return [{ id: record.id, heading: indexedName(record.kind, name), ...noteOf(record), ...places }];
  });
  return { entries: entries.sort(byHeading), sources };
}

/** The titles of the parts of front and back matter, by what they are addressed by. */
function partTitles(source: string) {
  const { front, back } = readVolume(source);
  const titles = (parts: typeof front) =>
    new Map(parts.flatMap(({ id, kind, title }) => (title ? [[id ?? kind ?? '', title]] : [])));
  return { front: titles(front), back: titles(back) };
}

function entriesOf(people: readonly Correspondent[], file: string, volume: string): Set<string> {
  return new Set(
    people.flatMap(({ ref = '' }) => {
      const to = whereItLeads(ref, file);
      return to?.path === volume ? [to.id] : [];
    }),
  );
}

/**
 * Dates and the first sentence of the description in one line, without the full stop at its end; that of an initial stays. The
 * first sentence says who or what is meant; all of it stands in the registers of the web edition.
 */
function noteOf({ dates, description }: RegisterRecord): { note?: string } {
  const sentence = description?.replace(/(?<=(?:\p{Ll}{6}|\d{4}|\))\.)\s+\p{Lu}.*$/su, '');
  const note = [dates, sentence?.replace(/(?<!\b\p{Lu})\.$/u, '')].filter(Boolean).join('; ');
  return note === '' ? {} : { note };
}

const order = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function byHeading(one: IndexEntry, other: IndexEntry): number {
  return order.compare(one.heading, other.heading) || order.compare(one.id, other.id);
}
