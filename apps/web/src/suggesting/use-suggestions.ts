import type { LetterDetail } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { besideLetter } from '../api/beside-letter.js';
import { getSuggestions } from '../api/client.js';
import type { LetterSession } from '../desk/letter-session.js';

/** Keeps the session's suggestions as the server has them. */
export function useSuggestions(session: LetterSession | undefined, letter: LetterDetail): void {
  const { data } = useQuery({
    queryKey: besideLetter(letter.id, 'suggestions'),
    queryFn: async () => {
      const began = performance.now();
      return { list: await getSuggestions(letter.id), began };
    },
    enabled: letter.canSuggest,
  });
  useEffect(() => {
    if (!session || !data) return;
    session.suggesting.take(data.list, data.began);
    session.suggestions.take(data.list);
  }, [session, data]);
}
