import type { Stage } from '@chancery/workflow';
import { useQuery } from '@tanstack/react-query';
import { getLines } from '../api/calendar.js';
import { shownLetter } from './calendar-lines.js';
import type { ShownLine } from './letter-line.js';

/** So many letters a list to choose from holds at most: nobody finds one among more. */
const most = 1_000;

const none: readonly ShownLine[] = [];

/** The letters that a list of choices offers, in the order of the volume: all, or those at a stage. */
export function useChoosable(editionId: string, stage?: Stage): readonly ShownLine[] {
  const { data } = useQuery({
    queryKey: ['volume', editionId, 'choosable', stage ?? null],
    queryFn: async () => {
      const filter = { words: '', mine: 'false', findings: 'false', ...(stage ? { stage } : {}) } as const;
      const lines = await getLines(
        editionId,
        filter,
        { order: 'place', descending: false },
        { offset: 0, limit: most },
      );
      return lines.map(shownLetter);
    },
  });
  return data ?? none;
}
