import {
  type Anchor,
  anchorsOf,
  asPrinted,
  fileStem,
  numberedAsInVolume,
  numbersInVolume,
  placeWords,
  pointerTo,
  printedEmendation,
  printedNumber,
  type Reference,
  readCalls,
  readEmendations,
  readNotes,
  readReferences,
  referenceFault,
  type VolumeMetadata,
  withGeneratedParts,
  withListedNames,
} from '@chancery/tei';
import { decode, encode, escapeText, lineAndColumn, parseTree, type XmlElement } from '@chancery/xml';
import { barriersIn } from './accessibility/barriers-in.js';
import type { TeiFile } from './edition-source.js';
import { indexOfNames } from './index-of-names.js';
import { KeptPerFile } from './kept-per-file.js';
import { withListedNotes } from './listed-notes.js';
import {
  type CalledAround,
  endnotesInOrder,
  type LabelledNotes,
  type LabelsInText,
  labelsInText,
  notesAsPrinted,
} from './notes-as-printed.js';
import type { Document, OrderedEdition } from './order-edition.js';
import type { PublishWarning } from './publish-report.js';
import { faultOf, metadataOf, volumeOf } from './read-once.js';
import { digest } from './reuse/program-digest.js';

/** What is read of a file before any of them is made ready. */
interface ReadFile extends LabelledNotes {
  readonly file: TeiFile;
  readonly references: readonly Reference[];
  readonly anchors: ReadonlyMap<string, Anchor>;
  /** What keeps some readers from what it says. */
  readonly barriers: readonly PublishWarning[];
}

/** What an edition does not say itself of how it prints. */
interface PrintedAs {
  /** What it is called by its readers: `1.2`. */
  readonly release?: string | undefined;
  /** The end notes that documents call which are not given. Default: all documents are given. */
  readonly calledAround?: CalledAround | undefined;
}

const kept = {
  read: new KeptPerFile<ReadFile>(),
  printed: new KeptPerFile<TeiFile>(),
  indexed: new KeptPerFile<TeiFile>(),
};

/**
 * The edition with its documents as the volume prints them: each under the number that it has there, with its generated
 * date, its enclosures, and what refers to it; the volume with what is generated in it; and warnings of references that
 * lead nowhere and of what keeps some readers out. What readers download is the file as it is, under the number that it has in the volume.
 */
export function asPrintedEdition(edition: OrderedEdition, printedAs: PrintedAs = {}): OrderedEdition {
  const { volume, documents } = edition;
  const present = [volume, ...documents.flatMap(({ file }) => file ?? [])];
  // What cannot be read stops the publication further on, with the place.
  if (present.some((file) => faultOf(file) !== undefined)) return edition;
  const metadata = volumeOf(volume);
  const read = new Map(present.map((file) => [file.path, readFile(file)]));
  const known = whereThingsAre(read);
  const places = placesIn(metadata, documents);
  const endnotes = endnotesInOrder(
    volume.path,
    [...read.values()],
    metadata.noteRules,
    printedAs.calledAround,
  );
  const labels = labelsInText([...read.values()], metadata.noteRules);
  const warnings = [...read.values()].flatMap(({ file, references, barriers }) => [
    ...references.flatMap((reference) => warningOf(file, reference, referenceFault(reference, known))),
    ...barriers,
  ]);
  const callers = callersOf(read, known);
  const worded = (file: TeiFile) =>
    withWords(read.get(file.path), (reference) => wordsOf(reference, { endnotes, labels, known, places })) ??
    file.source;
  const parse = lastParsed();
  const asked = digest([volume.source]);
  const made = documents.map((document, index): Document => {
    const { file } = document;
    if (!file) return document;
    const place = places[index];
    const neighbours = [
      ...(place?.enclosedIn ? [{ words: 'Enclosed with', file: place.enclosedIn }] : []),
      ...(place?.enclosures ?? []).map((each) => ({ words: 'Enclosure', file: each })),
      ...(callers.get(file.path) ?? []).map((each) => ({ words: 'Referred to in', file: each })),
    ].map(({ words, file: { path } }) => ({ words, target: pointerTo(file.path, path) }));
    const [words, number, noteLabels] = [worded(file), place?.number, labels.get(file.path)];
    const key = digest([asked, words, JSON.stringify([number, neighbours, [...(noteLabels ?? [])]])]);
    const known = kept.printed.get(file, key);
    if (known) return { ...document, file: known };
    const printed = asPrinted(words, metadata, { number, neighbours }, parse);
    const source = withListedNotes(notesAsPrinted(printed, noteLabels));
    const numbered = numberedAsInVolume(file.source, metadata, number, parse);
    const made = source === file.source ? file : withSource(file, source, numbered);
    return { ...document, file: kept.printed.set(file, key, made) };
  });
  const noted = withSource(
    volume,
    notesAsPrinted(withListedNames(worded(volume), metadata), labels.get(volume.path), endnotes),
    volume.source,
  );
  const index = metadata.generated.includes('index')
    ? indexOfNames(
        noted,
        made.flatMap(({ file }, place) => (file ? [{ file, number: places[place]?.number }] : [])),
      )
    : undefined;
  const whole = withGeneratedParts(index?.sources.get(noted.path) ?? noted.source, {
    emendations: emendationsIn(noted, documents, places),
    index: index?.entries ?? [],
    release: printedAs.release,
  });
  const indexed = (file: TeiFile, source: string, download: string) => {
    if (source === file.source) return file;
    const key = digest([source, download]);
    return kept.indexed.get(file, key) ?? kept.indexed.set(file, key, withSource(file, source, download));
  };
  const findable = ({ file, ...document }: Document): Document => ({
    ...document,
    file: file && indexed(file, index?.sources.get(file.path) ?? file.source, file.source),
  });
  return {
    volume: indexed(volume, whole, volume.source),
    documents: made.map(findable),
    warnings: [...edition.warnings, ...warnings],
  };
}

/** The list of emendations as it prints: those of each document under its number, and the volume's own last. */
function emendationsIn(
  volume: TeiFile,
  documents: readonly Document[],
  places: ReturnType<typeof placesIn>,
): string[] {
  const { generated, responsible } = volumeOf(volume);
  if (generated.length === 0) return [];
  const named = documents.flatMap(({ file }, index) => {
    if (!file) return [];
    const number = places[index]?.number;
    const name = number ? `No. ${printedNumber(number)}` : (metadataOf(file).title?.text ?? file.path);
    return [{ file, name: `${name}, ` }];
  });
  return [...named, { file: volume, name: '' }].flatMap(({ file, name }) =>
    readEmendations(parseTree(file.source), responsible).map((each) => `${name}${printedEmendation(each)}`),
  );
}

function readFile(file: TeiFile): ReadFile {
  const known = kept.read.get(file, '');
  if (known) return known;
  const tei = parseTree(file.source);
  metadataOf(file, tei);
  return kept.read.set(file, '', {
    file,
    references: readReferences(tei, file.path),
    anchors: anchorsOf(tei),
    notes: readNotes(tei, file.source),
    callouts: readCalls(tei, file.path),
    barriers: barriersIn(file, tei),
  });
}

/** Parses, and answers the same tree while it is asked for the same source again. */
function lastParsed(): typeof parseTree {
  let last: { readonly source: string; readonly tree: XmlElement } | undefined;
  return (source) => {
    if (last?.source !== source) last = { source, tree: parseTree(source) };
    return last.tree;
  };
}

/** What readers download is not what was made of the file to be set, and in the file's own encoding. */
function withSource(file: TeiFile, source: string, download: string): TeiFile {
  const form = file.bytes ? decode(file.bytes) : { encoding: 'utf-8' as const, bom: false };
  const bytes = download === file.source ? file.bytes : undefined;
  return { ...file, source, bytes: bytes ?? encode(download, form) };
}

function whereThingsAre(read: ReadonlyMap<string, ReadFile>) {
  const byName = new Map([...read.values()].map((each) => [fileStem(each.file.path), each]));
  const find = (path: string, name: string) => read.get(path) ?? byName.get(name);
  return {
    find,
    file: (path: string, name: string) => find(path, name) !== undefined,
    place: (path: string, name: string, id: string) => find(path, name)?.anchors.get(id)?.element,
  };
}

type Known = ReturnType<typeof whereThingsAre>;

/** What the volume says of each document, in their order. */
function placesIn(metadata: VolumeMetadata, documents: readonly Document[]) {
  const { letters } = metadata;
  const own = new Map(
    documents.map(({ id, file }, index) => [letters[index]?.id ?? id, file && metadataOf(file).number]),
  );
  const numbers = numbersInVolume(metadata, (id) => own.get(id));
  const files = new Map(letters.map(({ id }, index) => [id, documents[index]?.file]));
  const enclosed = new Map<string, TeiFile[]>();
  for (const { id, enclosedIn } of letters) {
    const file = enclosedIn === undefined ? undefined : files.get(id);
    if (enclosedIn === undefined || !file) continue;
    const there = enclosed.get(enclosedIn);
    if (there) there.push(file);
    else enclosed.set(enclosedIn, [file]);
  }
  return documents.map(({ id, file }, index) => {
    const entry = letters[index];
    if (!entry) return { file, number: own.get(id), enclosedIn: undefined, enclosures: [] };
    return {
      file,
      number: numbers.get(entry.id),
      enclosedIn: entry.enclosedIn === undefined ? undefined : files.get(entry.enclosedIn),
      enclosures: enclosed.get(entry.id) ?? [],
    };
  });
}

function warningOf(file: TeiFile, { start }: Reference, fault: string | undefined): PublishWarning[] {
  if (fault === undefined) return [];
  return [{ code: 'dead-reference', file: file.path, message: fault, ...lineAndColumn(file.source, start) }];
}

/** The documents that refer to each document, each once, in the order of the volume. */
function callersOf(
  read: ReadonlyMap<string, ReadFile>,
  known: Known,
): ReadonlyMap<string, readonly TeiFile[]> {
  const callers = new Map<string, TeiFile[]>();
  for (const { file, references } of [...read.values()].slice(1)) {
    for (const { path, name } of references) {
      const target = path === undefined || name === undefined ? undefined : known.find(path, name)?.file;
      if (!target || target === file) continue;
      const there = callers.get(target.path) ?? [];
      if (!there.includes(file)) callers.set(target.path, [...there, file]);
    }
  }
  return callers;
}

/** The words of a pointer to a note or page; letters are named where they are set, with their pages. */
function wordsOf(
  { kind, path = '', name = '', fragment = '' }: Reference,
  {
    endnotes,
    labels,
    known,
    places,
  }: {
    endnotes: ReadonlyMap<string, string>;
    labels: LabelsInText;
    known: Known;
    places: ReturnType<typeof placesIn>;
  },
): string | undefined {
  const target = known.find(path, name);
  if (!target || (kind !== 'note' && kind !== 'page')) return undefined;
  const place = places.find(({ file }) => file === target.file);
  const notes = [...target.anchors].filter(([, { element }]) => element === 'note').map(([id]) => id);
  const counted = notes.includes(fragment) ? String(notes.indexOf(fragment) + 1) : undefined;
  return placeWords(
    { kind },
    {
      document: place && (place.number ? `No. ${printedNumber(place.number)}` : 'the document'),
      endnote: endnotes.get(fragment),
      note: labels.get(target.file.path)?.get(fragment) ?? counted,
      page: target.anchors.get(fragment)?.n,
    },
  );
}

/** The source with words in the references that have none and are given some. */
function withWords(
  read: ReadFile | undefined,
  wordsFor: (reference: Reference) => string | undefined,
): string | undefined {
  if (!read) return undefined;
  return read.references.reduceRight((source, reference) => {
    const words = reference.words === '' ? wordsFor(reference) : undefined;
    if (words === undefined) return source;
    const tag = source.slice(reference.start, reference.end);
    const [, prefix = ''] = /^<([^\s:>/]+:)?ptr/.exec(tag) ?? [];
    const open = tag.replace(/^<(?:[^\s:>/]+:)?ptr/, `<${prefix}ref`).replace(/\s*\/?>[\s\S]*$/, '>');
    return `${source.slice(0, reference.start)}${open}${escapeText(words)}</${prefix}ref>${source.slice(reference.end)}`;
  }, read.file.source);
}
