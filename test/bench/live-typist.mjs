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
 * @param {{ address: string, cookie: string, letter: string, client: string, version?: number, at?: number }} options `at` is
 *   where it types, by default in the middle of the sample letter
 * @returns {Promise<{ type: (letters?: number) => Promise<number>, close: () => void }>} `type` answers the milliseconds until
 *   what was typed was acknowledged
 */
export function openTypist({ address, cookie, letter, client, version: known = 0, at = place }) {
  const socket = new WebSocket(
    `${address.replace('http', 'ws')}/api/letters/${letter}/live?version=${known}&client=${client}`,
    { headers: { cookie } },
  );
  let version = known;
  let batches = 0;
  let waiting;
  const send = () => {
    batches += 1;
    const batch = `${client}-${batches}`;
    const steps = Array.from({ length: waiting.letters }, () => keystroke(at));
    socket.send(JSON.stringify({ type: 'steps', version, steps, batch, movable: true }));
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
          type: (letters = 1) =>
            new Promise((resolve, reject) => {
              waiting = { since: performance.now(), letters, resolve, reject };
              send();
            }),
          close: () => socket.close(),
        });
      }
    });
  });
}
