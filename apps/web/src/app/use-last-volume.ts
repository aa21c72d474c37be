import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getEditions } from '../api/client.js';
import { useVolume } from '../api/use-volume.js';
import { useStore } from '../store/use-store.js';
import { currentVolume } from './current-volume.js';
import { keep, kept } from './kept-on-device.js';

const key = 'chancery.volume';

/**
 * Keeps on this device which volume was open last. Screens that belong to no volume, such as the inbox, have the app bar lead
 * to it also when they are the first that is opened; else to the first volume that one belongs to.
 *
 * @param wanted whether such a screen is open
 */
export function useLastVolume(wanted: boolean): void {
  const volume = useStore(currentVolume);
  const isWanted = wanted && volume === undefined;
  const editions = useQuery({ queryKey: ['editions'], queryFn: getEditions, enabled: isWanted });
  const id = volume?.id;
  useEffect(() => {
    if (id !== undefined) keep(key, id);
  }, [id]);
  const known = editions.data?.editions ?? [];
  const last = known.find((edition) => edition.id === kept(key)) ?? known[0];
  useVolume(isWanted ? last?.id : undefined);
}
