import { signOut } from '../api/account.js';
import { getSession } from '../api/client.js';
import { currentVolume } from '../app/current-volume.js';
import { queryClient } from '../app/query-client.js';

/** Another person is at the desk, or nobody: nothing of what the last one was shown is kept. */
export async function personChanged(): Promise<void> {
  const { person } = await getSession();
  currentVolume.set(undefined);
  queryClient.setQueryData(['session'], person);
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}

/** Signs out on this device. */
export async function leave(): Promise<void> {
  await signOut();
  await personChanged();
}
