import type { LetterDetail, LetterStanding } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { besideChanged, besideLetter } from '../api/beside-letter.js';
import { getStanding } from '../api/stages.js';
import { queryClient } from '../app/query-client.js';
import type { LetterSession } from '../desk/letter-session.js';
import { markTouched } from './touched-plugin.js';

/** How long the letter must rest before it is asked what has been changed since a proof was signed, in milliseconds. */
const pause = 1_500;

/** Where the letter stands. The session, once there is one, shows in its text what is to be read again. */
export function useStanding(letter: LetterDetail) {
  return useQuery({
    queryKey: besideLetter(letter.id, 'standing'),
    queryFn: () => getStanding(letter.id),
  });
}

/** Marks in the text what is to be read again, and asks for it anew when a letter that was signed has been changed. */
export function useTouched(
  session: LetterSession | undefined,
  letterId: string,
  standing: LetterStanding | undefined,
): void {
  useEffect(() => {
    if (session && standing) markTouched(session, standing);
  }, [session, standing]);
  const known = standing?.version;
  const signed = standing !== undefined && standing.stage !== 'transcription';
  useEffect(() => {
    if (!signed || !session) return undefined;
    const { state } = session.saver;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      const save = state.get();
      if (save.kind === 'saved' && save.version !== known)
        timer = setTimeout(() => besideChanged(letterId, 'standing'), pause);
    };
    look();
    const stop = state.subscribe(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [session, letterId, signed, known]);
}

/** Takes up what the server has answered to a change of the letter's standing. */
export function standingChanged(letter: LetterDetail, standing: LetterStanding): void {
  queryClient.setQueryData(besideLetter(letter.id, 'standing'), standing);
  besideChanged(letter.id, 'revisions');
  void queryClient.invalidateQueries({ queryKey: ['volume', letter.editionId] });
  void queryClient.invalidateQueries({ queryKey: ['queue'] });
}
