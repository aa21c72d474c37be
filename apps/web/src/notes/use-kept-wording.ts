import { useQuery } from '@tanstack/react-query';
import { queryClient } from '../app/query-client.js';
import { type KeptWording, keepWording, keptWording, releaseWording } from './kept-wordings.js';

const queryKey = (key: string) => ['kept-wording', key];

/** What of a note's wording is kept on this device, from the first key on until it is saved or given up. */
export function useKeptWording(key: string) {
  const { data } = useQuery({
    queryKey: queryKey(key),
    queryFn: () => keptWording(key),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return {
    /** Undefined until it is known, null where there is none. */
    kept: data,
    keep: (wording: Omit<KeptWording, 'key'>) => {
      const now = { ...wording, key };
      queryClient.setQueryData(queryKey(key), now);
      void keepWording(now);
    },
    release: () => {
      queryClient.setQueryData(queryKey(key), null);
      void releaseWording(key);
    },
  };
}
