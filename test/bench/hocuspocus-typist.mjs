import { performance } from 'node:perf_hooks';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { Doc } from 'yjs';

/** The kinds of messages of Hocuspocus (`MessageType`). */
const kinds = { sync: 0, auth: 2, syncStatus: 8 };

function message(name, kind, write) {
  const encoder = createEncoder();
  writeVarString(encoder, name);
  writeVarUint(encoder, kind);
  write(encoder);
  return toUint8Array(encoder);
}

/**
 * A client of a Hocuspocus server that types one letter at a time into a document that others type in, too.
 *
 * @param {{ port: number, letter: string }} options
 * @returns {Promise<{ type: () => Promise<number>, close: () => void }>} `type` answers the milliseconds until it was acknowledged
 */
export function openHocuspocusTypist({ port, letter }) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${letter}`);
  const doc = new Doc();
  const text = doc.getText('letter');
  let waiting;
  doc.on('update', (update) => {
    socket.send(
      message(letter, kinds.sync, (encoder) => {
        writeVarUint(encoder, 2);
        writeVarUint8Array(encoder, update);
      }),
    );
  });
  return new Promise((ready, fail) => {
    socket.on('error', fail);
    socket.on('open', () =>
      socket.send(
        message(letter, kinds.auth, (encoder) => {
          writeVarUint(encoder, 0);
          writeVarString(encoder, 'anybody');
        }),
      ),
    );
    socket.on('message', (data) => {
      const decoder = createDecoder(new Uint8Array(data));
      readVarString(decoder);
      const kind = readVarUint(decoder);
      if (kind === kinds.syncStatus) {
        waiting?.(performance.now() - waiting.since);
        waiting = undefined;
      } else if (kind === kinds.auth) {
        ready({
          type: () =>
            new Promise((resolve) => {
              waiting = Object.assign(resolve, { since: performance.now() });
              text.insert(text.length, 'x');
            }),
          close: () => socket.close(),
        });
      }
    });
  });
}
