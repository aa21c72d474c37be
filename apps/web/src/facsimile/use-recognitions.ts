import { useQuery } from '@tanstack/react-query';
import { getRecognitions } from '../api/recognitions.js';

/** What is recognized on the leaves of a letter; asked for again and again while something is being read. */
export function useRecognitions(letterId: string) {
  return useQuery({
    queryKey: ['letter', letterId, 'recognitions'],
    queryFn: () => getRecognitions(letterId),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.some(({ state: now }) => now === 'queued' || now === 'running') ? 1_000 : false,
  });
}
