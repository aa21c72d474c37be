import type { ProposedDate, ProposedDocument } from './proposed-document.js';

const order: readonly ProposedDate['type'][] = ['signed', 'sent', 'received', 'handed'];

/** The day under which a document is ordered: when it was signed, or else sent, received, or handed over. */
export function calendarDay(document: ProposedDocument): string | undefined {
  const dates = allDates(document);
  for (const type of order) {
    const found = dates.find((date) => date.type === type && date.when !== undefined);
    if (found) return found.when;
  }
  return undefined;
}

/** The dates of a document, in the order in which they stand in it. */
export function allDates({ datelines, title, opening, closing }: ProposedDocument): ProposedDate[] {
  return [
    ...datelines.map(({ date }) => date),
    ...(title?.handedDate ? [title.handedDate] : []),
    ...(opening ? [opening.date] : []),
    ...closing.flatMap((part) => (part.type === 'dateline' ? [part.date] : [])),
  ];
}
