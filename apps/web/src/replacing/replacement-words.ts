import type { ReplacementAnswer } from '@chancery/server/api';
import { counted } from '../letters/counted.js';

/** Whether it is doing something now. */
export function isAtWork({ state }: Pick<ReplacementAnswer, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

const doing = {
  suggest: 'Suggesting',
  accept: 'Accepting',
  reject: 'Rejecting',
  withdraw: 'Taking back',
} as const;

/** How far it is, and what has become of it, in a sentence. */
export function standing({ state, task, letters, error }: ReplacementAnswer): string {
  const { done, total } = letters;
  switch (state) {
    case 'queued':
    case 'running':
      return `${doing[task]}: ${done} of ${counted(total, 'letter')}`;
    case 'cancelled':
      return `Stopped after ${done} of ${counted(total, 'letter')}. What is done stays.`;
    case 'failed':
      return `It stopped. ${error ?? ''}`.trim();
    default:
      return 'Done';
  }
}

/** “12 open, 3 accepted” */
export function countsIn(counts: ReplacementAnswer['suggestions']): string {
  const words = (['open', 'accepted', 'rejected', 'withdrawn'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${state}`);
  return words.join(', ') || 'none';
}
