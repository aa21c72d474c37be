import type { PageSetting } from '@chancery/tei';
import type { Place, PrintedText, ReadPdf } from '../conservation/read-pdf.js';

/** Where lines begin and end on a page of the PDF, in points from its left. */
interface Measure {
  readonly left: number;
  readonly right: number;
}

/** A piece of a line that stands where no text should. */
export interface Overfull {
  /** Whether it stands at the foot of its page. */
  readonly inNote: boolean;
  /** Where in the folded text of the body, or of the notes, it begins. */
  readonly index: number;
  readonly text: string;
  readonly page: number;
  /** How far it goes beyond the measure, in points; or what it stands on top of. */
  readonly fault: { readonly beyond: number } | { readonly on: string };
}

const points = 72 / 25.4;

/** How far a proof's page stands from the left of its sheet, in millimetres, as the setting has it. */
const proofOffset = 16.5;

/** The measure of each page, by its number: outer and inner margins change places. */
export function measureOf(page: PageSetting, isProof: boolean): (page: number) => Measure {
  const long = (page.width - page.inner - page.outer) * points;
  return (number) => {
    const margin = isProof ? proofOffset + page.inner : number % 2 === 1 ? page.inner : page.outer;
    const left = margin * points;
    return { left, right: left + long };
  };
}

/**
 * The pieces of text that go beyond the measure, and those that stand on top of others: words of a table in the next column.
 * The typesetter sets such lines without a word.
 *
 * @param size of the type, in points: stops and hyphens hang into the margin by less than a third of it
 */
export function findOverfull(
  { body, notes }: ReadPdf,
  measure: (page: number) => Measure,
  size: number,
): Overfull[] {
  return [...overfullIn(body, false, measure, size), ...overfullIn(notes, true, measure, size)];
}

interface Piece {
  readonly index: number;
  readonly text: string;
  readonly place: Place;
}

function overfullIn(
  printed: PrintedText,
  inNote: boolean,
  measure: (page: number) => Measure,
  size: number,
): Overfull[] {
  const found: Overfull[] = [];
  const hanging = size / 3;
  let line: Piece[] = [];
  for (const piece of printed.pieces()) {
    const { text, place, index } = piece;
    if (text.trim() === '') continue;
    const { left, right } = measure(place.page);
    const beyond = Math.max(place.end - right, left - place.x);
    if (beyond > hanging) found.push({ inNote, index, text, page: place.page, fault: { beyond } });
    const [first] = line;
    if (first?.place.page !== place.page || Math.abs(first.place.y - place.y) > 0.1) line = [];
    const under = line.find(
      (other) => Math.min(other.place.end, place.end) - Math.max(other.place.x, place.x) > hanging,
    );
    if (under) found.push({ inNote, index, text, page: place.page, fault: { on: under.text } });
    line.push(piece);
  }
  return found;
}
