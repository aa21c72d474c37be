import type { NotesQuery } from '@chancery/server/api';

/** What of the notes is shown, as it stands in the address. */
export interface NotesAddress {
  note?: string;
  show?: NotesQuery['show'];
  series?: NotesQuery['series'];
}

const shows = ['mine', 'all', 'draft', 'in-review', 'changes-requested', 'approved'] as const;
const series = ['footnote', 'endnote', 'textual'] as const;

export function readNotesAddress(search: Record<string, unknown>): NotesAddress {
  const show = shows.find((each) => each === search.show);
  const chosen = series.find((each) => each === search.series);
  return {
    ...(typeof search.note === 'string' ? { note: search.note } : {}),
    ...(show ? { show } : {}),
    ...(chosen ? { series: chosen } : {}),
  };
}
