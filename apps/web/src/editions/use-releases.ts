import type { PreflightCheck } from '@chancery/server/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { getPreflight, getReleases, makeAgain, signOff, withdraw } from '../api/releases.js';
import type { usePublication } from './use-publication.js';

type Code = PreflightCheck['code'];

/** The releases of a volume, and what stands against the next one. */
export function useReleases(
  editionId: string,
  publication: ReturnType<typeof usePublication>,
  mayPublish: boolean,
) {
  const queries = useQueryClient();
  const key = ['releases', editionId];
  const list = useQuery({ queryKey: key, queryFn: () => getReleases(editionId) });
  const preflight = useQuery({
    queryKey: ['preflight', editionId],
    queryFn: () => getPreflight(editionId),
    enabled: mayPublish,
    // Letters may have been edited since.
    staleTime: 0,
  });
  const digest = preflight.data?.digest;
  // What is acknowledged is what was read: when the preflight finds something else, nothing is.
  const [read, setRead] = useState<{ digest: string | undefined; codes: readonly Code[] }>({
    digest: undefined,
    codes: [],
  });
  const acknowledged = read.digest === digest ? read.codes : [];
  const { current } = publication;
  const run = current ? `${current.id} ${current.state}` : '';
  const asked = useRef('');
  useEffect(() => {
    if (run === asked.current) return;
    asked.current = run;
    // The press has begun or ended: what it made, or what stands in its way, is another by now.
    for (const of of ['releases', 'preflight', 'errata'])
      void queries.invalidateQueries({ queryKey: [of, editionId] });
  }, [queries, editionId, run]);
  const follow = {
    onSuccess: ({ id }: { id: string }) => {
      publication.follow(id);
      // It stands in the list from now on, as one that is being made.
      return queries.invalidateQueries({ queryKey: key });
    },
  };
  return {
    list: list.data?.releases ?? [],
    /** The number of the latest release that is out and was not withdrawn. */
    latest: list.data?.releases.find(({ releasedAt, withdrawn }) => releasedAt && !withdrawn)?.number,
    mayRelease: list.data?.mayRelease ?? false,
    preflight: preflight.data,
    error: list.error ?? preflight.error,
    acknowledged,
    acknowledge: (code: Code, is: boolean) =>
      setRead({ digest, codes: [...acknowledged.filter((each) => each !== code), ...(is ? [code] : [])] }),
    signing: useMutation({
      mutationFn: ({ number, note }: { number: string; note: string }) =>
        signOff(editionId, {
          number,
          note,
          acknowledged: [...acknowledged],
          preflight: digest ?? '',
        }),
      ...follow,
      onError: () => preflight.refetch(),
    }),
    withdrawing: useMutation({
      mutationFn: ({ number, reason }: { number: string; reason: string }) =>
        withdraw(editionId, number, reason),
      onSuccess: (now) => queries.setQueryData(key, now),
    }),
    making: useMutation({ mutationFn: (number: string) => makeAgain(editionId, number), ...follow }),
  };
}

/** What is known of the releases of a volume. */
export type Releases = ReturnType<typeof useReleases>;
