import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { currentVolume } from '../app/current-volume.js';
import { getEdition } from './client.js';
import { toVolume } from './volume.js';

/**
 * The volume with its letters; it also becomes the one that the app bar names.
 *
 * @param wanted whether it is to be fetched; else it is there when another screen has fetched it
 */
export function useVolume(editionId: string | undefined, wanted = true) {
  const query = useQuery({
    queryKey: ['volume', editionId],
    queryFn: async () => {
      const edition = await getEdition(editionId ?? '');
      return toVolume(edition, edition.volume ?? undefined);
    },
    enabled: wanted && editionId !== undefined,
  });
  const { data } = query;
  useEffect(() => {
    if (data) currentVolume.set(data);
  }, [data]);
  return query;
}
