import type { Collation, DecisionRequest } from '@chancery/server/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { decideDiscrepancy, getCollation, handKeyingIn, makeOfKeyings } from '../api/client.js';
import { announce } from '../app/announce.js';

/** What can be done at the collation of a letter. */
export type CollationAct =
  | { readonly kind: 'decide'; readonly place: number; readonly decision: DecisionRequest | null }
  | { readonly kind: 'hand-in' }
  | { readonly kind: 'make' };

function done(letterId: string, act: CollationAct): Promise<Collation> {
  switch (act.kind) {
    case 'decide':
      return decideDiscrepancy(letterId, act.place, act.decision);
    case 'hand-in':
      return handKeyingIn(letterId);
    case 'make':
      return makeOfKeyings(letterId);
  }
}

function saidOf(act: CollationAct): string {
  if (act.kind === 'hand-in') return 'Your transcription is handed in.';
  if (act.kind === 'make') return 'The letter is made of its two transcriptions.';
  return act.decision ? `Decision ${act.place + 1} saved.` : `Decision ${act.place + 1} taken back.`;
}

/** The collation of a letter, as the server has it, and what is done to it: one after the other. */
export function useCollation(letterId: string) {
  const queries = useQueryClient();
  const queryKey = ['collation', letterId];
  const collation = useQuery({ queryKey, queryFn: () => getCollation(letterId) });
  const act = useMutation({
    mutationFn: (what: CollationAct) => done(letterId, what),
    scope: { id: letterId },
    onSuccess: (answer, what) => {
      queries.setQueryData(queryKey, answer);
      announce(saidOf(what));
    },
    // Somebody else may have decided meanwhile: what stands there now is shown.
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  return { collation, act, said: act.isSuccess ? saidOf(act.variables) : '' };
}
