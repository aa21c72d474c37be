import type { FromFindings, ToFindings } from './findings-messages.js';

/* The worker listens before the validator is there: that is loaded with a wait at its top level, and a message that
   arrives during such a wait finds no listener and is lost. */

const checker = import('./letter-checker.js');
let turn: Promise<unknown> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<ToFindings>) => {
  turn = turn.then(async () => {
    try {
      const answer = await (await checker).hear(data);
      if (answer) self.postMessage(answer);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (data.type === 'check') self.postMessage({ type: 'failed', message } satisfies FromFindings);
    }
  });
};
