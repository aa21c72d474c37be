import type { LetterStanding, ReadingEntry } from '@chancery/server/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { besideLetter } from '../api/beside-letter.js';
import { getStanding, moveLetter, readPassages, takeMoveBack } from '../api/client.js';

export type Stage = LetterStanding['stage'];

/** What can be done to the standing of a letter. */
export type StandingAct =
  | {
      readonly kind: 'move';
      readonly from: Stage;
      readonly to: Stage;
      readonly comment: string;
      readonly reading: ReadingEntry | null;
    }
  | { readonly kind: 'take-back'; readonly moveId: string }
  | {
      readonly kind: 'read';
      readonly version: number;
      readonly passages: readonly { readonly from: number; readonly to: number }[];
    };

function done(letterId: string, act: StandingAct): Promise<LetterStanding> {
  switch (act.kind) {
    case 'move':
      return moveLetter(letterId, act);
    case 'take-back':
      return takeMoveBack(letterId, act.moveId);
    case 'read':
      return readPassages(letterId, act.version, act.passages);
  }
}

/** Where the letter stands, as the server has it, and what is done about it. */
export function useStanding(letterId: string, editionId: string) {
  const queries = useQueryClient();
  const queryKey = besideLetter(letterId, 'standing');
  const standing = useQuery({ queryKey, queryFn: () => getStanding(letterId) });
  const act = useMutation({
    mutationFn: (what: StandingAct) => done(letterId, what),
    onSuccess: (answer) => {
      queries.setQueryData(queryKey, answer);
      void queries.invalidateQueries({ queryKey: ['volume', editionId] });
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  return { standing: standing.data, act };
}
