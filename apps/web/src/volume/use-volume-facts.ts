import type { ArrangedVolume, Arrangement, VolumeFacts, VolumeSettingsRequest } from '@chancery/server/api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { arrange, getVolumeFacts, putVolumeSettings } from '../api/volume-facts.js';
import { dateStyles } from './date-styles.js';
import { documentsKey } from './use-documents.js';

/** The volume as a whole, and what is done with it: one thing after the other, each upon what the one before has made. */
export function useVolumeFacts(editionId: string) {
  const queries = useQueryClient();
  const key = ['volume-facts', editionId];
  const facts = useQuery({ queryKey: key, queryFn: () => getVolumeFacts(editionId) });
  const [fault, setFault] = useState<Error | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  function inTurn<After extends VolumeFacts>(
    act: (now: VolumeFacts) => Promise<After>,
  ): Promise<After | undefined> {
    const done = last.current.then(async () => {
      const now = queries.getQueryData<VolumeFacts>(key);
      if (!now) return undefined;
      try {
        const after = await act(now);
        queries.setQueryData(key, after);
        setFault(null);
        // Numbers and order stand in the calendar, in headings and in references.
        void queries.invalidateQueries({ queryKey: ['volume', editionId] });
        await queries.invalidateQueries({ queryKey: documentsKey(editionId) });
        return after;
      } catch (error) {
        setFault(error instanceof Error ? error : new Error(String(error)));
        await facts.refetch();
        return undefined;
      }
    });
    last.current = done;
    return done;
  }

  return {
    facts,
    fault,
    /** Changes the volume as it then is. */
    arrange: (change: Arrangement): Promise<ArrangedVolume | undefined> =>
      inTurn((now) => arrange(editionId, now.revision, change)),
    /** Upon the revision that the form was filled in from. */
    set: (settings: VolumeSettingsRequest) => inTurn(() => putVolumeSettings(editionId, settings)),
    /** One part of how the volume works, all else of it as it then is. */
    setPart: (partOf: (now: VolumeFacts) => Partial<VolumeSettingsRequest>) =>
      inTurn((now) => putVolumeSettings(editionId, { ...asSet(now), ...partOf(now) })),
  };
}

/** How the volume works, in the words in which it is set. */
function asSet({
  revision,
  numbering,
  dateRule,
  dateStyle,
  languages,
  settings,
}: VolumeFacts): VolumeSettingsRequest {
  const style = dateStyles.find(([each]) => each === dateStyle)?.[0] ?? null;
  return { revision, numbering, dateRule, dateStyle: style, languages, settings };
}

export type SetVolume = ReturnType<typeof useVolumeFacts>['setPart'];
export type ArrangeVolume = ReturnType<typeof useVolumeFacts>['arrange'];
