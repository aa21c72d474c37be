import { useQuery } from '@tanstack/react-query';
import { getQueue } from '../api/stages.js';
import { today } from '../stages/stage-words.js';

/** How often the queue is asked for, in milliseconds: others hand letters on meanwhile. */
const interval = 30_000;

/** The letters that are assigned to the person who is signed in. */
export function useQueue() {
  return useQuery({ queryKey: ['queue'], queryFn: () => getQueue(today()), refetchInterval: interval });
}
