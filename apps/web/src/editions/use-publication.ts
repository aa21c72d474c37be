import type { PublicationAnswer, PublicationPart } from '@chancery/server/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cancelPublication, getPublication, publish } from '../api/client.js';

/** The publishing of a volume: the run that this window started, else the volume's latest. */
export function usePublication(editionId: string, latest: PublicationAnswer | null) {
  const [startedId, setStarted] = useState<string>();
  const queries = useQueryClient();
  const publicationId = startedId ?? (latest && !isOver(latest.state) ? latest.id : undefined);
  const started = useMutation({
    mutationFn: (only: readonly PublicationPart[]) => publish(editionId, only),
    onSuccess: ({ id }) => setStarted(id),
  });
  const followed = useQuery({
    queryKey: ['publication', publicationId],
    queryFn: () => getPublication(publicationId ?? ''),
    enabled: publicationId !== undefined,
    // A build of the sample volume takes about two seconds; its progress is worth following closely.
    refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 250),
  });
  const stopped = useMutation({
    mutationFn: cancelPublication,
    onSuccess: (publication) => queries.setQueryData(['publication', publication.id], publication),
  });
  const current = followed.data ?? latest ?? undefined;
  return {
    /** What is known of it; absent until it is started. */
    current,
    /** The run under way, once the server has told of it. */
    running: followed.data,
    /** Whether a build is asked for or under way. */
    busy:
      started.isPending ||
      (publicationId !== undefined && !isOver(followed.data?.state) && !followed.isError),
    /** Whether a build that was asked for in this window is under way. */
    isOurs: startedId !== undefined && !isOver(followed.data?.state),
    /** Why it could not be started or followed. */
    error: started.error ?? followed.error ?? stopped.error,
    stop: () => publicationId !== undefined && stopped.mutate(publicationId),
    /** Follows a run that was started otherwise. */
    follow: setStarted,
    start: (only: readonly PublicationPart[]) => started.mutate(only),
  };
}

function isOver(state: string | undefined): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}
