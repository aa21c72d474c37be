import { useQuery } from '@tanstack/react-query';
import { getSession } from './client.js';

/** Who is at the desk: the person, `null` when nobody is signed in, `undefined` while not yet known. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async () => (await getSession()).person,
    staleTime: 60_000,
  });
}
