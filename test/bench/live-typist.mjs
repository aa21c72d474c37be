import { performance } from 'node:perf_hooks';
import { openLetter } from '@chancery/prosemirror-tei';
import { WebSocket } from 'ws';
import { keystroke, textPosition } from './keystroke.mjs';
import { sampleLetter } from './sample-volume.mjs';

/** Valid whatever others type at the same place: the text only grows. */
const place = textPosition(openLetter(sampleLetter.source).doc);

/**
 * A client of Chancery that types one letter at a time into a copy of the sample letter, and follows what others type.
 *
 * @param {{ address: string, cookie: string, letter: string, client: string }} options
 * @returns {Promise<{ type: () => Promise<number>, close: () => void }>} `type` answers the milliseconds until it was acknowledged
 */
export function openTypist({ address, cookie, letter, client }) {
  const socket = new WebSocket(
    `${address.replace('http', 'ws')}/api/letters/${letter}/live?version=0&client=${client}`,
    { headers: { cookie } },
  );
  let version = 0;
  let batches = 0;
  let waiting;
  const send = () => {
    batches += 1;
    const batch = `${client}-${batches}`;
    socket.send(JSON.stringify({ type: 'steps', version, steps: [keystroke(place)], batch }));
  };
  return new Promise((ready, fail) => {
    socket.on('error', fail);
    socket.on('message', (data) => {
      const message = JSON.parse(data);
      if (message.type === 'steps') {
        version = Math.max(version, message.version + message.steps.length);
        if (!waiting || !message.steps.some(({ clientId }) => clientId === client)) return;
        waiting.resolve(performance.now() - waiting.since);
        waiting = undefined;
      } else if (message.type === 'refused') {
        if (message.code === 'stale') send();
        else waiting?.reject(new Error(`A keystroke was not stored: ${message.code}. ${message.reason}`));
      } else if (message.type === 'hello') {
        ready({
          type: () =>
            new Promise((resolve, reject) => {
              waiting = { since: performance.now(), resolve, reject };
              send();
            }),
          close: () => socket.close(),
        });
      }
    });
  });
}
