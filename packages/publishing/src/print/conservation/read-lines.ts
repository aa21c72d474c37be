import type { PrintedText, ReadPdf } from './read-pdf.js';

/** A line of a page. */
export interface PrintedLine {
  /** Counts from 1. */
  readonly page: number;
  /** Its base line, in points from the foot of the page. */
  readonly y: number;
  readonly text: string;
}

/** The lines of a PDF that was read, page for page, without what repeats on each. */
export function linesIn({ pages, body, notes }: ReadPdf): PrintedLine[] {
  const lines = [body, notes].flatMap(linesOf);
  return Array.from({ length: pages }, (_, index) => lines.filter(({ page }) => page === index + 1)).flat();
}

/** What is shown at one height is one line; figures and marks that are raised belong to it. */
function linesOf(printed: PrintedText): PrintedLine[] {
  const lines: { page: number; y: number; text: string }[] = [];
  for (const { text, place } of printed.pieces()) {
    const line = lines.at(-1);
    if (line && line.page === place.page && Math.abs(line.y - place.y) < 6) line.text += text;
    else lines.push({ page: place.page, y: place.y, text });
  }
  return lines;
}
