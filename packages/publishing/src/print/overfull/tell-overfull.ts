import { lineAndColumn, type XmlElement } from '@chancery/xml';
import type { EditionSource } from '../../edition-source.js';
import { expectDocuments, expectVolume } from '../conservation/expect-volume.js';
import type { Origin } from '../conservation/expected.js';
import { followRead, type Read } from '../conservation/follow-read.js';
import type { ReadPdf } from '../conservation/read-pdf.js';
import type { PrintProblem } from '../print-error.js';
import type { Overfull } from './find-overfull.js';

/** A volume with many such lines is told of by its first. */
const most = 100;

/**
 * Where in the TEI the lines are that are too wide, each line of the TEI once, and each table that is wider than its page.
 *
 * @param isProof whether only the documents were set, and the end notes that they call
 */
export function tellOverfull(
  found: readonly Overfull[],
  read: ReadPdf,
  edition: EditionSource,
  { isProof, diplomatic }: { readonly isProof: boolean; readonly diplomatic: boolean },
): PrintProblem[] {
  if (found.length === 0) return [];
  const expected = isProof ? expectDocuments(edition.letters, diplomatic) : expectVolume(edition, diplomatic);
  const followed = followRead(read, expected);
  const problems = new Map<string, PrintProblem>();
  for (const one of found) {
    if (problems.size >= most) break;
    const origin = originOf(one, followed);
    const table = origin && tableOf(origin.element);
    const place = !origin
      ? { path: edition.volume.path, line: 1, column: 1 }
      : table
        ? { path: origin.file.path, ...lineAndColumn(origin.file.source, table.start) }
        : placeIn(origin, one.text);
    const key = `${place.path}:${place.line}${table ? ' table' : ''}`;
    if (problems.has(key)) continue;
    const words = wordsOf(one);
    problems.set(key, {
      ...place,
      message: table ? `A table has more columns than its page has room for: ${words}` : words,
    });
  }
  return [...problems.values()];
}

/** The block of the TEI that was set last before the piece. */
function originOf({ inNote, index }: Overfull, { body, notes }: Read): Origin | undefined {
  const { events } = inNote ? notes : body;
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((events[middle]?.index ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return events[low - 1]?.of.at;
}

function tableOf(element: XmlElement | undefined): XmlElement | undefined {
  return !element || element.localName === 'table' ? element : tableOf(element.parent);
}

/** The line of the TEI on which the longest word of the piece stands, or its block begins. */
function placeIn({ file, element, offset }: Origin, text: string) {
  const [longest = ''] = text.split(/[\s\u00ad-]+/).sort((one, other) => other.length - one.length);
  const at = longest === '' ? -1 : file.source.indexOf(longest, offset);
  const within = at >= 0 && at < element.end;
  return within
    ? { path: file.path, ...lineAndColumn(file.source, at), words: longest }
    : { path: file.path, ...lineAndColumn(file.source, offset) };
}

function wordsOf({ text, page, fault }: Overfull): string {
  const said = shortened(text.trim());
  return 'beyond' in fault
    ? `“${said}” on p. ${page} goes ${(fault.beyond / (72 / 25.4)).toFixed(1)} mm beyond the measure of its line.`
    : `“${said}” on p. ${page} stands on top of “${shortened(fault.on.trim())}”: they have not the room beside each other.`;
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)} …`;
}
