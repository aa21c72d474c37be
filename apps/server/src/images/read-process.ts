import { Worker } from 'node:worker_threads';
import { watchMemory } from '../bounded/watch-memory.js';
import type { ReadOrder, ReadReply } from './read-messages.js';

// The process that reads one file that somebody sent. What it takes of memory is bounded here, and of time by who started it:
// a file made to do harm ends this process and nothing else. The reading has a thread of its own, so that it is watched
// also while it does not pause.

process.once('message', (order: ReadOrder) => {
  const endWatch = watchMemory(order.limits.memory);
  const thread = new Worker(new URL('./read-thread.js', import.meta.url), { workerData: order });
  thread.on('message', (reply: ReadReply) => {
    if ('leaf' in reply) {
      process.send?.(reply);
      return;
    }
    endWatch();
    process.send?.(reply, () => process.disconnect());
  });
  thread.on('error', (error) => {
    throw error;
  });
});

// Without a server nobody would hear of the result.
process.on('disconnect', () => process.exit());
