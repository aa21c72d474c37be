import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { currentVolume } from '../app/current-volume.js';
import { getHead } from './client.js';
import { toVolume } from './volume.js';

/** The volume, without its letters; it also becomes the one that the app bar names. */
export function useVolume(editionId: string | undefined) {
  const query = useQuery({
    queryKey: ['volume', editionId],
    queryFn: async () => toVolume(await getHead(editionId ?? '')),
    enabled: editionId !== undefined,
  });
  const { data } = query;
  useEffect(() => {
    if (data) currentVolume.set(data);
  }, [data]);
  return query;
}
