import type { EditionSource } from '../../edition-source.js';
import { type ConservationFinding, findingAt } from './conservation-finding.js';
import { expectVolume } from './expect-volume.js';
import type { Expected, Origin } from './expected.js';
import { followRead } from './follow-read.js';
import { type Departure, type Event, type Followed, leftOver } from './follow-text.js';
import { placesOfNotes, type Stray, straysAmong } from './note-places.js';
import { type PrintedText, type ReadPdf, readPdf } from './read-pdf.js';
import { type PlacedBlock, withRoomForNotes } from './room-for-notes.js';
import { untruePages } from './untrue-pages.js';

/**
 * Holds the PDF of a volume against its TEI: whether each document, paragraph, callout and note is there exactly once and in
 * order, each page note begins on the page that calls it, and contents, end notes, references and index name the pages on
 * which things are. An empty answer is the proof that nothing fell out.
 *
 * What is read is the PDF alone: its text and its structure tree. Of setting no more is assumed than which signs and words
 * it may add between those of the TEI.
 *
 * @param edition as it was printed, with its letters in the order of the volume
 * @param diplomatic whether it was set as its copy stands
 */
export async function checkConservation(
  pdf: Uint8Array,
  edition: EditionSource,
  diplomatic = false,
): Promise<ConservationFinding[]> {
  return [...compare(await readPdf(pdf), edition, diplomatic).findings];
}

/** What is found in a PDF that has been read, and how it is mended. */
export interface Comparison {
  readonly findings: readonly ConservationFinding[];
  /** Those of the findings that no setting can mend: a note that is called where another runs on begins behind that. */
  readonly unavoidable: ReadonlySet<ConservationFinding>;
  /** The edition with instructions for notes that would be parted from their callouts, where nothing is found in the text above them and that would help. */
  readonly mended: EditionSource | undefined;
}

/**
 * {@link checkConservation} of a PDF that has been read.
 *
 * @param expected of {@link expectVolume}, where that is known
 */
export function compare(
  read: ReadPdf,
  edition: EditionSource,
  diplomatic = false,
  expected: readonly Expected[] = expectVolume(edition, diplomatic),
): Comparison {
  const followed = followRead(read, expected);
  const { body, notes } = followed;
  const placed = notes.events.map((event) => ({ ...event, page: read.notes.placeOf(event.index).page }));
  const strays = straysAmong(placesOfNotes(read, followed));
  const departures = (followed: Followed, printed: PrintedText) => [
    ...[...followed.departures, ...leftOver(printed.folded, followed)].map((departure) =>
      tell(departure, printed, edition),
    ),
    ...belowPaper(printed, followed.events, edition),
  ];
  const [inBody, inNotes] = [departures(body, read.body), departures(notes, read.notes)];
  const untrue = untruePages(read, [...body.events, ...placed]);
  // One that could be mended is told first where both are of one line.
  const astray = strays
    .toSorted((one, other) => Number(one.isBehind) - Number(other.isBehind))
    .map((stray) => ({ stray, finding: findingOf(stray) }));
  const findings = oncePerLine([...inBody, ...inNotes, ...astray.map(({ finding }) => finding), ...untrue]);
  const unavoidable = new Set(astray.flatMap(({ stray, finding }) => (stray.isBehind ? [finding] : [])));
  // Notes that are left behind may stand in another order, too.
  if (strays.length === 0 || inBody.length > 0 || untrue.length > 0)
    return { findings, unavoidable, mended: undefined };
  const blocks = body.events.flatMap(({ of, index }): PlacedBlock[] => {
    if (of.kind !== 'block' && of.kind !== 'document') return [];
    const [place, before] = [read.body.placeOf(index), read.body.placeOf(Math.max(0, index - 1))];
    return [{ at: of.at, place, before }];
  });
  return { findings, unavoidable, mended: withRoomForNotes(edition, strays, blocks, read) };
}

function findingOf({ at, called, begins, isBehind }: Stray): ConservationFinding {
  const behind = isBehind ? ', behind one that runs on' : '';
  return findingAt(
    at,
    `A note is called on p. ${called.page} of the PDF and begins on p. ${begins.page}${behind}.`,
  );
}

/** On each page the first of what stands below the edge of the paper, where nobody can read it, since it is kept together and longer than the page. */
function belowPaper(
  printed: PrintedText,
  events: readonly Event[],
  { volume }: EditionSource,
): ConservationFinding[] {
  const pages = new Set<number>();
  const findings: ConservationFinding[] = [];
  for (const { text, place, index } of printed.pieces()) {
    if (place.y >= 0 || pages.has(place.page) || text.trim() === '') continue;
    pages.add(place.page);
    const message = `“${shortened(text.trim())}” stands below the edge of p. ${place.page} of the PDF: what is kept together there is longer than a page. Divide it, as into several stanzas, or a picture with its description into two.`;
    const of = events.findLast((event) => event.index <= index && 'at' in event.of)?.of;
    findings.push(of && 'at' in of ? findingAt(of.at, message) : { path: volume.path, line: 1, message });
  }
  return findings;
}

function tell(departure: Departure, printed: PrintedText, { volume }: EditionSource): ConservationFinding {
  if (departure.kind === 'extra') {
    const { from, to, at } = departure;
    const words = shortened(printed.written(from, to).join('').trim());
    const message = `P. ${printed.placeOf(from).page} of the PDF says “${words}” here, which the TEI does not have, or has elsewhere, or has once only.`;
    return at ? findingAt(at, message) : { path: volume.path, line: 1, message };
  }
  const { at, kind } = departure;
  const words = shortened(textAt(at));
  const message =
    kind === 'moved'
      ? `“${words}” stands in another order in the PDF.`
      : `“${words}” is not in the PDF, or not whole, where it should stand.`;
  return findingAt(at, message);
}

/** The words of the TEI from a place to the end of its block. */
function textAt({ file, element, offset }: Origin): string {
  return file.source
    .slice(offset, Math.min(offset + 400, element.contentEnd))
    .replace(/<[^>]*>?/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/, '')} …`;
}

/** One fault may show in several ways; the first of a line says enough. */
function oncePerLine(findings: readonly ConservationFinding[]): ConservationFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ path, line }) => {
    const key = `${path}:${line}`;
    return !seen.has(key) && seen.add(key);
  });
}
