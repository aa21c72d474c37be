import type { LetterThreads, ThreadAnswer } from '@chancery/server/api';
import { useQuery } from '@tanstack/react-query';
import { besideLetter } from '../api/beside-letter.js';
import { getThreads } from '../api/comments.js';
import { nameOf } from './comment-parts.js';

/** All that people say of a letter; nothing for who may not read it. */
export function useThreads(letterId: string, mayRead: boolean) {
  return useQuery({
    queryKey: besideLetter(letterId, 'comments'),
    queryFn: () => getThreads(letterId),
    enabled: mayRead,
  });
}

/** Who has written in a thread: “Transcriber One, Editor One”. */
export function writersOf(thread: ThreadAnswer, people: LetterThreads['people']): string {
  return [...new Set(thread.comments.map(({ authorId }) => nameOf(people, authorId)))].join(', ');
}
