import type { QueueEntry } from '../proposing/queue-entry.js';

/** Whether a doubt still waits: nobody has decided it, or words were left in the queue by the decision. */
export function isOpen({ decided, proposal }: QueueEntry): boolean {
  return decided === undefined || (decided.choice ?? proposal.choice) === 'queue';
}
