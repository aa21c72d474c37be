import type { ReplacementDecision } from '@chancery/server/api';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { decideReplacement, getReplacement, getReplacements, stopReplacement } from '../api/searching.js';
import { announce } from '../app/announce.js';
import { isAtWork, standing } from './replacement-words.js';

/** The replacements of a volume, followed while one is at work. */
export function useReplacements(editionId: string) {
  return useQuery({
    queryKey: ['replacements', editionId],
    queryFn: () => getReplacements(editionId),
    refetchInterval: ({ state }) => (state.data?.some(isAtWork) ? 500 : false),
  });
}

/** One of them, letter by letter, with what can be done about it. What it has come to is said. */
export function useReplacement(editionId: string, id: string | undefined) {
  const queries = useQueryClient();
  const key = ['replacements', editionId, id];
  const one = useQuery({
    queryKey: key,
    queryFn: id === undefined ? skipToken : () => getReplacement(editionId, id),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? 500 : false),
  });
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['replacements', editionId] });
  const decide = useMutation({
    mutationFn: (decision: ReplacementDecision) => decideReplacement(editionId, id ?? '', decision),
    onSuccess,
  });
  const stop = useMutation({ mutationFn: () => stopReplacement(editionId, id ?? ''), onSuccess });
  const { data } = one;
  const was = useRef(false);
  const busy = data !== undefined && isAtWork(data);
  useEffect(() => {
    if (was.current && data && !busy) {
      announce(standing(data));
      void queries.invalidateQueries({ queryKey: ['replacements', editionId] });
    }
    was.current = busy;
  }, [busy, data, editionId, queries]);
  return { one, decide, stop, busy };
}
