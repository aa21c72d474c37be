import type { CalendarFilter, CalendarLine, CalendarSummary } from '@chancery/server/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getCalendar, getLines, type Sorting } from '../api/calendar.js';
import { currentVolume } from '../app/current-volume.js';
import { queryClient } from '../app/query-client.js';
import { partSize, useParts } from '../app/use-parts.js';

/** How long lines that are no longer shown are kept, in milliseconds: whoever scrolls through all letters keeps few of them. */
const kept = 30_000;

/** What the volume is called in few words: “Volume Two”. */
export function volumeLabel({ front, title }: CalendarSummary): string {
  return front?.volume ?? title;
}

/** The calendar as a whole. Its volume becomes the one that the app bar names. */
export function useCalendar(editionId: string, filter: CalendarFilter, sorting: Sorting) {
  const query = useQuery({
    queryKey: ['volume', editionId, 'calendar', filter],
    queryFn: async () => {
      // Its first lines come with it, so that the calendar stands at once.
      const [calendar] = await Promise.all([
        getCalendar(editionId, filter),
        queryClient.prefetchQuery(linesQuery(editionId, filter, sorting, 0)),
      ]);
      return calendar;
    },
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  useEffect(() => {
    if (!data) return;
    const { id, role, may } = data;
    currentVolume.set({
      id,
      label: volumeLabel(data),
      role: role.replaceAll('-', ' '),
      mayManageMembers: may.manageMembers,
      mayReadLog: may.readLog,
    });
  }, [data]);
  return query;
}

function linesQuery(editionId: string, filter: CalendarFilter, sorting: Sorting, number: number) {
  return {
    queryKey: ['volume', editionId, 'lines', filter, sorting, number],
    queryFn: () => getLines(editionId, filter, sorting, { offset: number * partSize, limit: partSize }),
    gcTime: kept,
  };
}

/** Lines of the calendar around those that are shown, by their places; a line that is still to come is not there. */
export function useLines(
  editionId: string,
  filter: CalendarFilter,
  sorting: Sorting,
  shown: { readonly from: number; readonly to: number },
): (index: number) => CalendarLine | undefined {
  return useParts(shown, (number) => linesQuery(editionId, filter, sorting, number));
}
