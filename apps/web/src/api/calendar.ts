import type {
  AssignRequest,
  BulkMoved,
  BulkOutcome,
  CalendarFilter,
  CalendarLine,
  CalendarOrder,
  CalendarSummary,
  CheckOutcome,
  NewLetterRequest,
} from '@chancery/server/api';
import type { Stage } from '@chancery/workflow';
import { api } from './client.js';

/** The order of the calendar. */
export interface Sorting {
  readonly order: CalendarOrder;
  readonly descending: boolean;
}

/** How many letters are where, of those that a filter shows. */
export async function getCalendar(editionId: string, filter: CalendarFilter): Promise<CalendarSummary> {
  const answer = await api.editions[':editionId'].calendar.$get({ param: { editionId }, query: filter });
  return answer.json();
}

/** Lines of the calendar, from a place on. */
export async function getLines(
  editionId: string,
  filter: CalendarFilter,
  { order, descending }: Sorting,
  part: { readonly offset: number; readonly limit: number },
): Promise<readonly CalendarLine[]> {
  const query = {
    ...filter,
    order,
    descending: descending ? ('true' as const) : ('false' as const),
    offset: String(part.offset),
    limit: String(part.limit),
  };
  const answer = await api.editions[':editionId'].calendar.lines.$get({ param: { editionId }, query });
  return (await answer.json()).lines;
}

/** Assigns letters to somebody, or to nobody. */
export async function assignLetters(editionId: string, json: AssignRequest): Promise<BulkOutcome> {
  return (await api.editions[':editionId'].assignments.$post({ param: { editionId }, json })).json();
}

/** Checks letters now. */
export async function checkLetters(editionId: string, letterIds: string[]): Promise<CheckOutcome> {
  const param = { editionId };
  return (await api.editions[':editionId'].checks.$post({ param, json: { letterIds } })).json();
}

/** Hands letters on, or returns them, each by itself. */
export async function moveLetters(
  editionId: string,
  json: { letterIds: string[]; to: Stage | 'next'; comment: string },
): Promise<BulkMoved> {
  return (await api.editions[':editionId'].moves.$post({ param: { editionId }, json })).json();
}

/** Begins a letter; gives its id. */
export async function beginLetter(editionId: string, json: NewLetterRequest): Promise<string> {
  const answer = await api.editions[':editionId'].letters.$post({ param: { editionId }, json });
  return (await answer.json()).letterId;
}
